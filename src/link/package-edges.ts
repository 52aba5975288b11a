import { append } from "../append.ts";
import { byText } from "../by-text.ts";
import type { Dependency, DependencyKind, Package, PackageGraph } from "../scan/package-graph.ts";
import { packageLabel } from "./chains.ts";
import { facadeDefault } from "./facades/facade-default.ts";
import type { LinkRoles } from "./roles.ts";

/** That one package depends on another, or is linked to it, or both. */
export interface PackageEdge {
  /** Directory of the other; `null` when it is not installed. */
  to: string | null;
  /** The name it is listed under; that of the package where it is only linked. */
  name: string;
  /** The fields of package.json that list it; empty where it is only linked. */
  kinds: DependencyKind[];
  range: string | null;
  /** The interfaces that are linked to it. */
  provides: string[];
  /** Whether it is the default of a facade, and another implementation is linked instead. */
  replaced: boolean;
}

/** The edges of a package graph before and after linking, without what is not to be seen. */
export interface PackageEdges {
  before(dir: string): readonly PackageEdge[];
  after(dir: string): readonly PackageEdge[];
  /** Whether a package is to be seen. */
  shows(dir: string): boolean;
  /** How many packages of the build are left out. */
  hidden: number;
}

/** What {@link packageEdges} leaves out. */
export interface EdgeOptions {
  /** Whether the root's devDependencies are left out, but for those that define interfaces. */
  production: boolean;
  /** Whether packages stay that lead to nothing that takes part. */
  all?: boolean;
}

type EdgesOf = Map<string, PackageEdge[]>;

/** Which packages lead to which, before and after linking. */
export function packageEdges(
  graph: PackageGraph,
  roles: LinkRoles,
  options: EdgeOptions,
): PackageEdges {
  const everything = inBuild(graph, roles, options.production);
  const reached = reach(everything, graph.root);
  const involved = [...reached].filter((dir) => dir === graph.root || roles.takesPart(dir));
  const shown = options.all ? reached : leadingTo(everything, involved);
  const before: EdgesOf = new Map();
  for (const [dir, edges] of everything) {
    if (!shown.has(dir)) continue;
    const open = options.all || graph.packages.get(dir)!.source;
    before.set(
      dir,
      edges.filter(({ to }) => (to === null ? open : shown.has(to))),
    );
  }
  const after = linkedEdges(graph, roles, before);
  return {
    before: (dir) => before.get(dir) ?? [],
    after: (dir) => after.get(dir) ?? [],
    shows: (dir) => shown.has(dir) && reached.has(dir) && graph.packages.has(dir),
    hidden: [...reached].filter((dir) => !shown.has(dir)).length,
  };
}

/**
 * The edges that a build follows. One for production does not have the root's devDependencies. But
 * definitions vanish when they are built, so that they may be devDependencies nevertheless.
 */
function inBuild(graph: PackageGraph, roles: LinkRoles, production: boolean): EdgesOf {
  const edges: EdgesOf = new Map();
  for (const { dir, dependencies } of graph.packages.values()) {
    const followed = dependencies.filter(
      ({ kind }) => kind !== "devDependencies" || (dir === graph.root && !production),
    );
    edges.set(dir, merged(followed));
  }
  if (!production) return edges;
  const shipped = reach(edges, graph.root);
  const definers = [...graph.packages.keys()].filter(
    (dir) => !shipped.has(dir) && roles.linked(dir).length > 0,
  );
  const needed = leadingTo(edges, definers);
  const root = graph.packages.get(graph.root);
  const kept = (root?.dependencies ?? []).filter(
    ({ kind, dir }) => kind !== "devDependencies" || (dir !== null && needed.has(dir)),
  );
  return edges.set(graph.root, merged(kept));
}

/** One edge for a package that several fields list. They come sorted by name. */
function merged(dependencies: readonly Dependency[]): PackageEdge[] {
  const edges: PackageEdge[] = [];
  for (const { name, kind, range, dir } of dependencies) {
    const last = edges.at(-1);
    if (last?.name === name) last.kinds.push(kind);
    else edges.push({ to: dir, name, kinds: [kind], range, provides: [], replaced: false });
  }
  return edges;
}

/** Directories that can be reached from one of them. */
function reach(edges: EdgesOf, from: string): Set<string> {
  const reached = new Set([from]);
  // A Set iterates over what is added during the iteration.
  for (const dir of reached) {
    for (const { to } of edges.get(dir) ?? []) if (to !== null) reached.add(to);
  }
  return reached;
}

/** Directories from which one of `targets` can be reached; these are among them. */
function leadingTo(edges: EdgesOf, targets: readonly string[]): Set<string> {
  const dependents = new Map<string, string[]>();
  for (const [dir, leading] of edges) {
    for (const { to } of leading) {
      if (to === null) continue;
      append(dependents, to, dir);
    }
  }
  const leading = new Set(targets);
  for (const dir of leading)
    for (const dependent of dependents.get(dir) ?? []) leading.add(dependent);
  return leading;
}

/**
 * Turns the edges between implementations and definitions around. Those of the root stay, since what
 * it lists is what the tree begins with, and those of packages that call what they depend on.
 */
function linkedEdges(graph: PackageGraph, roles: LinkRoles, before: EdgesOf): EdgesOf {
  const after: EdgesOf = new Map();
  for (const dir of before.keys()) {
    const edges = before.get(dir)!.map((edge) => ({ ...edge, provides: [] }));
    after.set(dir, addLinks(edges, graph.packages.get(dir)!, roles, graph));
  }
  const turned: { dir: string; edge: PackageEdge }[] = [];
  for (const [dir, edges] of after) {
    if (dir === graph.root) continue;
    const kept = edges.filter((edge) => {
      const { to, provides } = edge;
      const around =
        to !== null && provides.length === 0 && !roles.calls(dir, to) && isTurned(dir, to, after);
      if (around) turned.push({ dir, edge });
      return !around;
    });
    after.set(dir, kept);
  }
  const reached = reach(after, graph.root);
  const versions = new Set([...reached].map((dir) => packageLabel(graph, dir)));
  // Where only its implementations lead to a definition, they still do; not to a copy of their own.
  for (const { dir, edge } of turned) {
    if (edge.to === null || reached.has(edge.to)) continue;
    const source = graph.packages.get(edge.to)?.source ?? true;
    if (!source && versions.has(packageLabel(graph, edge.to))) continue;
    after.set(
      dir,
      [...after.get(dir)!, edge].sort((a, b) => order(a, b)),
    );
  }
  return after;
}

/** Whether `dir` implements what `definition` defines, and so is a dependency of it now. */
function isTurned(dir: string, definition: string, after: EdgesOf): boolean {
  if (definition === dir) return false;
  const links = after.get(definition) ?? [];
  return links.some(
    ({ to, provides, replaced }) => to === dir && (provides.length > 0 || replaced),
  );
}

function addLinks(
  edges: PackageEdge[],
  definition: Package,
  roles: LinkRoles,
  graph: PackageGraph,
): PackageEdge[] {
  const usual = facadeDefault(definition)?.dir ?? null;
  for (const { interface: name, dir, replaces } of roles.linked(definition.dir)) {
    if (replaces !== null && usual !== null) {
      for (const edge of edges) if (edge.to === usual) edge.replaced = true;
    }
    if (dir === null || dir === definition.dir) continue;
    const listed = edges.find(({ to }) => to === dir);
    if (listed) listed.provides.push(name);
    else edges.push(link(dir, name, graph));
  }
  for (const edge of edges) if (edge.provides.length > 0) edge.replaced = false;
  return edges.sort(order);
}

function link(to: string, provided: string, graph: PackageGraph): PackageEdge {
  const name = graph.packages.get(to)?.name ?? to;
  return { to, name, kinds: [], range: null, provides: [provided], replaced: false };
}

/** Linked packages first. */
function order(a: PackageEdge, b: PackageEdge): number {
  return Number(b.provides.length > 0) - Number(a.provides.length > 0) || byText(a.name, b.name);
}
