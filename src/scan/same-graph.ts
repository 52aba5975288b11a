import type { Package, PackageGraph } from "./package-graph.ts";

/** Whether two scans of one root say the same. */
export function isSameGraph(a: PackageGraph, b: PackageGraph): boolean {
  if (a.packages.size !== b.packages.size) return false;
  if (!isSame(a.diagnostics, b.diagnostics)) return false;
  for (const [dir, item] of a.packages) {
    const other = b.packages.get(dir);
    if (!other || !isSamePackage(item, other)) return false;
  }
  return true;
}

function isSamePackage({ files, ...a }: Package, { files: others, ...b }: Package): boolean {
  return (
    files.length === others.length &&
    // A source file that was not read again has the same table.
    files.every((table, index) => table === others[index] || isSame(table, others[index])) &&
    isSame(a, b)
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
