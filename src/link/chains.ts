import { byText } from "../by-text.ts";
import type { Dependency, Package, PackageGraph } from "../scan/package-graph.ts";
import type { Build } from "./build.ts";
import { sortInPlace } from "./order.ts";

/** The packages that the root reaches, and how. */
export interface Closure {
  /** Sorted by directory; the root is among them. */
  packages: Package[];
  has(dir: string): boolean;
  /** The shortest chain from the root to a package; the package alone when it is not reached. */
  chain(dir: string): string[];
}

/**
 * Walks the dependencies from the root, breadth first.
 *
 * @param development whether the root's devDependencies are followed; nobody else's ever are
 */
export function closure(graph: PackageGraph, development: boolean): Closure {
  const requiredBy = new Map<string, string | null>([[graph.root, null]]);
  // A Map iterates over what is added during the iteration: it is the queue of the walk.
  for (const dir of requiredBy.keys()) {
    for (const dependency of graph.packages.get(dir)?.dependencies ?? []) {
      if (!follows(dependency, development && dir === graph.root)) continue;
      if (!requiredBy.has(dependency.dir!)) requiredBy.set(dependency.dir!, dir);
    }
  }
  return {
    packages: sortInPlace(
      [...graph.packages.values()].filter(({ dir }) => requiredBy.has(dir)),
      (a, b) => byText(a.dir, b.dir),
    ),
    has: (dir) => requiredBy.has(dir),
    chain(dir) {
      const chain: string[] = [];
      for (let at: string | null = dir; at !== null; at = requiredBy.get(at) ?? null) {
        chain.unshift(at === graph.root ? rootName(graph) : packageLabel(graph, at));
      }
      return chain;
    },
  };
}

function follows(dependency: Dependency, development: boolean): boolean {
  return dependency.dir !== null && (development || dependency.kind !== "devDependencies");
}

/** The chain to a package as a diagnostic has it: none to the root itself. */
export function chainsTo(
  dir: string,
  { graph, known }: Pick<Build, "graph" | "known">,
): string[][] {
  return dir === graph.root ? [] : [known.chain(dir)];
}

/**
 * Whether a package leads to another, by whatever dependencies: also by its own devDependencies,
 * since definitions vanish from the output.
 */
export function reachability(graph: PackageGraph): (from: string, to: string) => boolean {
  const known = new Map<string, boolean>();
  return (from, to) => {
    const key = `${from}\0${to}`;
    let reached = known.get(key);
    if (reached === undefined) {
      reached = leadsTo(from, to, graph);
      known.set(key, reached);
    }
    return reached;
  };
}

function leadsTo(from: string, to: string, graph: PackageGraph): boolean {
  const dirs = new Set([from]);
  // A Set iterates over what is added during the iteration.
  for (const dir of dirs) {
    if (dir === to) return true;
    for (const dependency of graph.packages.get(dir)?.dependencies ?? []) {
      if (follows(dependency, dir === from)) dirs.add(dependency.dir!);
    }
  }
  return false;
}

/** How a package is written for people: `log@1.0.0`. */
export function packageLabel(graph: PackageGraph, dir: string): string {
  const found = graph.packages.get(dir);
  if (!found?.name) return folderName(dir);
  return found.version ? `${found.name}@${found.version}` : found.name;
}

/** How the root is written for people: its name, or its folder when it has none. */
export function rootName(graph: PackageGraph): string {
  return graph.packages.get(graph.root)?.name || folderName(graph.root);
}

/**
 * Where the package.json of a package is, short enough to read: `app/package.json`, and with its scope
 * where it is installed.
 */
export function manifestPath(dir: string): string {
  const installed = /\/node_modules\/(@[^/]+\/[^/]+)$/.exec(dir)?.[1];
  return `${installed ?? folderName(dir)}/package.json`;
}

function folderName(dir: string): string {
  return dir.slice(dir.lastIndexOf("/") + 1);
}
