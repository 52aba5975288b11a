import { byText } from "../../by-text.ts";
import type { PackageGraph } from "../../scan/package-graph.ts";
import type { Build } from "../build.ts";

/**
 * The range under which to depend on a package: what most packages of the workspace write, which is in
 * the protocol of their package manager, or else what goes with the version that is there; `""`
 * where nobody knows it. A mere `*` says nothing.
 */
export function knownRange(name: string, build: Build): string {
  const written = writtenRange(name, build);
  if (written !== "") return written;
  const versions = new Set<string>();
  for (const item of build.graph.packages.values()) {
    if (item.name === name && item.version !== "") versions.add(item.version);
  }
  return versions.size === 1 ? `^${[...versions][0]}` : "";
}

/** The range that most packages of the workspace write, or `""`. */
export function writtenRange(name: string, { graph }: Build): string {
  let ranges = written.get(graph);
  if (!ranges) {
    ranges = countRanges(graph);
    written.set(graph, ranges);
  }
  const counted = [...(ranges.get(name) ?? [])];
  const [common] = counted.sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
  return common?.[0] ?? "";
}

/** By package, how often which range is written. */
type Ranges = Map<string, Map<string, number>>;

/** Counted at the first error that asks, and not again for each of a thousand. */
const written = new WeakMap<PackageGraph, Ranges>();

function countRanges({ packages }: PackageGraph): Ranges {
  const ranges: Ranges = new Map();
  for (const { source, dependencies } of packages.values()) {
    if (!source) continue;
    for (const { name, range } of dependencies) {
      if (range === "*") continue;
      const counts = ranges.get(name) ?? new Map<string, number>();
      ranges.set(name, counts.set(range, (counts.get(range) ?? 0) + 1));
    }
  }
  return ranges;
}
