import type { DependencyKind, Package } from "../scan/package-graph.ts";

/** What a package lists and installing it brings along. */
export interface Absent {
  /** The names of those that are not installed, sorted. */
  names: string[];
  /** How many it lists, installed or not. */
  listed: number;
}

/**
 * What a package lists and is not installed. Optional dependencies may be missing, a peer is for others
 * to install, and a build for production needs nothing that is for development.
 *
 * @example
 * const { names, listed } = absentDependencies(root, false);
 * if (listed > 0 && names.length === listed) console.log("nothing is installed");
 */
export function absentDependencies({ dependencies }: Package, production: boolean): Absent {
  const named = (kinds: readonly DependencyKind[]): Set<string> =>
    new Set(dependencies.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name));
  // npm takes what is in both for optional.
  const optional = named(["optionalDependencies"]);
  const needed = named(production ? ["dependencies"] : ["dependencies", "devDependencies"]);
  const absent = dependencies.filter(({ name, dir }) => dir === null && needed.has(name));
  const names = [...new Set(absent.map(({ name }) => name))].filter((name) => !optional.has(name));
  return { names, listed: [...needed].filter((name) => !optional.has(name)).length };
}
