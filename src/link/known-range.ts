import { byText } from "../by-text.ts";
import type { Build } from "./build.ts";

/**
 * The range under which to depend on a package: what most packages of the workspace write, or else
 * what goes with the version that is installed; `""` where nobody knows it.
 */
export function knownRange(name: string, { graph }: Build): string {
  const ranges = new Map<string, number>();
  const versions = new Set<string>();
  for (const { source, name: own, version, dependencies } of graph.packages.values()) {
    if (own === name && version !== "") versions.add(version);
    if (!source) continue;
    for (const { name: to, range } of dependencies) {
      if (to === name) ranges.set(range, (ranges.get(range) ?? 0) + 1);
    }
  }
  const [common] = [...ranges].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
  if (common) return common[0];
  return versions.size === 1 ? `^${[...versions][0]}` : "";
}
