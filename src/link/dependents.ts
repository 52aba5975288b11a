import { append } from "../append.ts";
import type { PackageGraph } from "../scan/package-graph.ts";

/** A package that depends on another. */
export interface Dependent {
  /** Its directory. */
  dir: string;
  /** What it calls the other. */
  name: string;
}

/** Who depends on a package, each once: by its directory, in order of theirs. */
export function dependentsOf(graph: PackageGraph): Map<string, Dependent[]> {
  const dependents = new Map<string, Dependent[]>();
  for (const { dir, dependencies } of graph.packages.values()) {
    const seen = new Set<string>();
    for (const { dir: to, name } of dependencies) {
      if (to === null || seen.has(to)) continue;
      seen.add(to);
      append(dependents, to, { dir, name });
    }
  }
  return dependents;
}
