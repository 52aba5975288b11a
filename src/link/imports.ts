import type { Dependency, Package } from "../scan/package-graph.ts";

/** The dependency that a file of `importer` imports from; `undefined` for files and for itself. */
export function importedDependency(
  specifier: string | null,
  importer: Package,
): Dependency | undefined {
  if (specifier === null || specifier.startsWith(".") || specifier.startsWith("/")) return;
  const name = packageName(specifier);
  return importer.dependencies.find((dependency) => dependency.name === name);
}

/** The package in a bare specifier: `@scope/name` of `@scope/name/file`. */
function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
