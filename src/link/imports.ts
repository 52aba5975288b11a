import type { Dependency, Package } from "../scan/package-graph.ts";

/** The dependency that a file of `importer` imports from; `undefined` for files and for itself. */
export function importedDependency(
  specifier: string | null,
  importer: Package,
): Dependency | undefined {
  if (specifier === null || specifier.startsWith(".") || specifier.startsWith("/")) return;
  return importer.dependencies.find(
    ({ name }) =>
      specifier.startsWith(name) &&
      (specifier.length === name.length || specifier[name.length] === "/"),
  );
}
