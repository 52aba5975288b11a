import { append } from "../append.ts";
import { byText } from "../by-text.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";
import type { FileTable } from "../scan/symbol-table.ts";
import { link } from "./link.ts";
import type { Linkage, LinkOptions } from "./linkage.ts";

/** What may be wrong only for want of a dependency or a file: nothing implements, defines or is selected. */
const MISSING = ["CI2001", "CI2006", "CI2009", "CI3004"];

/** What is beside a build; read only when something is missing, as a `Scanner` does. */
export interface Surroundings {
  /** Packages that the root does not depend on. */
  siblings(): readonly Package[];
  /** What is in files that are not scanned, by package. */
  leftOut(): ReadonlyMap<string, FileTable[]>;
}

/**
 * Links, and where something is missing, links again with what is beside the build. Nothing is ever
 * linked to that: it only lets the errors say which dependency the root lacks, which is what people
 * forget most, or which file is not read.
 *
 * @param surroundings `null` for a build that leaves what it misses to others
 * @param warned whether what is missing without failing a build counts as well: an interface that
 *   nobody calls
 * @param areLeft whether such problems are all left to others, so that nobody asks what would solve them
 */
export function linkWithNearMisses(
  graph: PackageGraph,
  options: LinkOptions,
  surroundings: Surroundings | null,
  warned = false,
  areLeft: (problems: readonly Diagnostic[], linkage: Linkage) => boolean = () => false,
): Linkage {
  const linkage = link(graph, options);
  const missing = linkage.diagnostics.filter(
    ({ code, severity }) => MISSING.includes(code) && (warned || severity === "error"),
  );
  if (missing.length === 0 || surroundings === null || areLeft(missing, linkage)) return linkage;
  const near = withoutDependents(graph.root, surroundings.siblings());
  const leftOut = surroundings.leftOut();
  if (near.length === 0 && leftOut.size === 0) return linkage;
  return link(extended(graph, near), { ...options, leftOut });
}

/** What depends on the root, however far, cannot be a dependency of it. */
function withoutDependents(root: string, packages: readonly Package[]): Package[] {
  const dependentsOf = new Map<string, string[]>();
  for (const { dir, dependencies } of packages) {
    for (const { dir: to, kind } of dependencies) {
      if (to === null || kind === "devDependencies") continue;
      append(dependentsOf, to, dir);
    }
  }
  const dependents = new Set([root]);
  // A Set iterates over what is added during the iteration.
  for (const dir of dependents) {
    for (const dependent of dependentsOf.get(dir) ?? []) dependents.add(dependent);
  }
  return packages.filter(({ dir }) => !dependents.has(dir));
}

function extended(graph: PackageGraph, further: readonly Package[]): PackageGraph {
  const packages = [
    ...graph.packages,
    ...further.map((item): [string, Package] => [item.dir, item]),
  ];
  return { ...graph, packages: new Map(packages.sort((a, b) => byText(a[0], b[0]))) };
}
