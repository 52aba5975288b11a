import { byText } from "../by-text.ts";
import type { Build } from "./build.ts";

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
  const ranges = new Map<string, number>();
  for (const { source, dependencies } of graph.packages.values()) {
    if (!source) continue;
    for (const { name: to, range } of dependencies) {
      if (to === name && range !== "*") ranges.set(range, (ranges.get(range) ?? 0) + 1);
    }
  }
  const [common] = [...ranges].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
  return common?.[0] ?? "";
}
