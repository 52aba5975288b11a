import type { Dependency, Package } from "../scan/package-graph.ts";

/** The dependency that a file of `importer` imports from; `undefined` for files and for itself. */
export function importedDependency(
  specifier: string | null,
  importer: Package,
): Dependency | undefined {
  if (specifier === null || specifier.startsWith(".") || specifier.startsWith("/")) return;
  return importer.dependencies.find(({ name }) => isImportOf(specifier, name));
}

/** Whether a specifier is that of a package or of a path in it. */
export function isImportOf(specifier: string | null, name: string): boolean {
  if (specifier === null || !specifier.startsWith(name)) return false;
  return specifier.length === name.length || specifier[name.length] === "/";
}
