import type { DependencyKind, PackageGraph } from "../scan/package-graph.ts";
import type { Linkage } from "./linkage.ts";
import { type PackageEdge, packageEdges } from "./package-edges.ts";
import { collectRoles, type LinkedTo, type LinkRoles, type Roles } from "./roles.ts";

/** A package at one place of a tree. Plain data, also for `--json`. */
export interface TreeNode {
  /** Its name; where it is not installed, the name it is listed under. */
  name: string;
  /** Empty when it has none, or is not installed. */
  version: string;
  /** Its directory; `null` when it is not installed. */
  dir: string | null;
  /** The name that the package above lists it under, when that is another one (an npm alias). */
  alias: string | null;
  /** The fields of package.json of the package above that list it; empty where none does. */
  kinds: DependencyKind[];
  /** The range it is listed with; `null` where it is not listed. */
  range: string | null;
  /** The interfaces of the package above that are linked to it; empty before linking. */
  provides: string[];
  /** Whether it is the default of the facade above, and another implementation is linked instead. */
  replaced: boolean;
  /** What it does with interfaces; `null` where {@link repeated}, or not installed. */
  roles: Roles | null;
  /** What its own interfaces are linked to; empty before linking, and where nothing is shown below. */
  linked: LinkedTo[];
  /** Whether what is below it has been shown at an earlier place. */
  repeated: boolean;
  /** Linked packages first, then by name. */
  dependencies: TreeNode[];
}

/** The dependency tree of a package before and after linking. */
export interface DependencyTrees {
  /** As package.json files have it. */
  before: TreeNode;
  /**
   * Implementations are dependencies of the packages whose interfaces they implement, and no longer
   * depend on those, unless they call them, or there is no other way to them.
   */
  after: TreeNode;
  /** How many packages are left out because nothing below them takes part. */
  hidden: number;
  /** Whether levels are left out: those below {@link TreeOptions.depth}. */
  cut: boolean;
}

/** What a tree shows. */
export interface TreeOptions {
  /** Whether the root's devDependencies are left out, as in {@link LinkOptions}. */
  production: boolean;
  /** Whether packages that lead to nothing that takes part are shown, too. */
  all?: boolean;
  /** How many levels below the root are shown. Default, and most: 500. */
  depth?: number;
  /** Whether what is below a package is shown at each of its places, until the tree is too large to read. */
  inFull?: boolean;
}

/** Nobody reads further, and what walks a tree, as `JSON.stringify` does, would run out of stack. */
const MAX_DEPTH = 500;

/** Nodes of a tree in full, from which on each package is expanded once: it could have millions. */
const MAX_FULL = 2_000;

/**
 * The dependency tree before and after linking, as the facade proposal draws it. Every package is
 * expanded once, so that trees are no larger than the graph; or at each place, but never within itself.
 */
export function dependencyTrees(
  graph: PackageGraph,
  linkage: Linkage,
  options: TreeOptions,
): DependencyTrees {
  const roles = collectRoles(graph, linkage);
  const edges = packageEdges(graph, roles, options);
  const depth = Math.min(options.depth ?? MAX_DEPTH, MAX_DEPTH);
  let cut = false;
  const before = grow(graph, edges.before, null, depth);
  const after = grow(graph, edges.after, roles, depth);
  return { before, after, hidden: edges.hidden, cut };

  /** @param links `null` before linking */
  function grow(
    { packages, root }: PackageGraph,
    edgesOf: (dir: string) => readonly PackageEdge[],
    links: LinkRoles | null,
    maxDepth: number,
  ): TreeNode {
    const expanded = new Set<string>();
    const around = new Set<string>();
    let nodes = 0;
    return node({ to: root, name: "", kinds: [], range: null, provides: [], replaced: false }, 0);

    function node(edge: PackageEdge, level: number): TreeNode {
      const { to: dir, kinds, range, provides, replaced } = edge;
      const found = dir === null ? undefined : packages.get(dir);
      const inner = dir === null || replaced ? [] : edgesOf(dir);
      const linked = dir === null ? [] : [...(links?.linked(dir) ?? [])];
      const shown = options.inFull && nodes++ < MAX_FULL ? around : expanded;
      const repeated = dir !== null && shown.has(dir) && inner.length + linked.length > 0;
      const expand = !repeated && level < maxDepth;
      if (!repeated && !expand && inner.length > 0) cut = true;
      const isEntered = dir !== null && expand && !replaced;
      if (isEntered) {
        expanded.add(dir);
        around.add(dir);
      }
      const dependencies = expand ? inner.map((each) => node(each, level + 1)) : [];
      if (isEntered) around.delete(dir);
      return {
        name: found?.name ?? edge.name,
        version: found?.version ?? "",
        dir,
        alias: found && edge.name !== "" && edge.name !== found.name ? edge.name : null,
        kinds,
        range,
        provides,
        replaced,
        roles: dir === null || repeated ? null : roles.of(dir),
        linked: expand ? linked : [],
        repeated,
        dependencies,
      };
    }
  }
}

/** How a package is written in a tree: `log@1.0.0`. */
export function treeLabel({ name, version }: TreeNode): string {
  return version === "" ? name : `${name}@${version}`;
}
