import { append } from "../append.ts";
import type { Dependency, Package } from "../scan/package-graph.ts";

/**
 * What the root lists. Each of a thousand errors asks, and must not go through a thousand dependencies
 * for that.
 */
export interface RootDependencies {
  /** Those that lead to a directory: in several fields, or under several names. */
  to(dir: string): readonly Dependency[];
  /** Those of a name, in several fields. */
  named(name: string): readonly Dependency[];
  /** Those that are not installed. */
  absent: readonly Dependency[];
}

/** Sorts the dependencies of the root by where they lead. */
export function rootDependencies(root: Package | undefined): RootDependencies {
  const byDir = new Map<string, Dependency[]>();
  const byName = new Map<string, Dependency[]>();
  const absent: Dependency[] = [];
  for (const dependency of root?.dependencies ?? []) {
    append(byName, dependency.name, dependency);
    if (dependency.dir === null) absent.push(dependency);
    else append(byDir, dependency.dir, dependency);
  }
  return {
    to: (dir) => byDir.get(dir) ?? [],
    named: (name) => byName.get(name) ?? [],
    absent,
  };
}
