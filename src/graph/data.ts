import { displayPath } from "../diagnostics/display-path.ts";
import { pathOf } from "../link/identity.ts";
import type { Linkage, LinkedInterface, Rejection, Rule } from "../link/linkage.ts";
import { packageEdges } from "../link/package-edges.ts";
import { collectRoles, type Roles, replacedDefault } from "../link/roles.ts";
import type { DependencyKind, PackageGraph } from "../scan/package-graph.ts";

/** A package of a {@link LinkGraph}. */
export interface GraphPackage {
  /** Its directory relative to the root package, `.` for the root: unique. */
  id: string;
  name: string;
  /** Empty when it has none. */
  version: string;
  roles: Roles;
}

/** That one package lists another in its package.json. */
export interface GraphDependency {
  /** An {@link GraphPackage.id}, like every package below. */
  from: string;
  to: string;
  kinds: DependencyKind[];
  /** Whether linking turns it around: `from` implements what `to` defines. */
  turned: boolean;
}

/** One interface, who calls it and what it is linked to. */
export interface GraphLink {
  /** Such as `Mall/HelloIf`. */
  interface: string;
  definition: string;
  /** `null` when it is linked to the definition's own defaults, or to nothing. */
  implementation: string | null;
  /** The implementing file, relative to the root package. */
  file: string | null;
  /** `open`: a library leaves it to its users. */
  status: "linked" | "defaults" | "open" | "unlinked";
  rule: Rule;
  /** Why, one line. */
  reason: string;
  /** The default of the facade in whose place another implementation is linked. */
  replaces: string | null;
  members: { name: string; file: string; default: boolean }[];
  /** By package. `*` stands for the interface as an object. */
  callers: { package: string; members: string[] }[];
  /** Implementations that were not selected. The package is `null` where it is not in the graph. */
  rejected: {
    package: string | null;
    /** Such as `log-fancy@1.0.0`. */
    name: string;
    file: string;
    cause: Rejection;
    reason: string;
  }[];
}

/** Packages, who depends on whom, and what is linked to what. Plain data, also for `--json`. */
export interface LinkGraph {
  /** The {@link GraphPackage.id} of the root: `.`. */
  root: string;
  /** By directory. */
  packages: GraphPackage[];
  dependencies: GraphDependency[];
  links: GraphLink[];
  /** How many packages are left out because they lead to no interface. */
  hidden: number;
}

/**
 * The graph of what a link connects.
 *
 * @param options.production whether the root's devDependencies are left out
 * @param options.all whether packages that lead to no interface are in it
 * @param options.library whether what is not linked is left to the users of the root
 */
export function linkGraph(
  graph: PackageGraph,
  linkage: Linkage,
  options: { production: boolean; all: boolean; library: boolean },
): LinkGraph {
  const roles = collectRoles(graph, linkage);
  const edges = packageEdges(graph, roles, options);
  const idOf = (path: string): string => displayPath(path, graph.root) || ".";
  const packages: GraphPackage[] = [];
  const dependencies: GraphDependency[] = [];
  for (const { dir, name, version } of graph.packages.values()) {
    if (!edges.shows(dir)) continue;
    packages.push({ id: idOf(dir), name, version, roles: roles.of(dir) });
    const left = new Set(
      edges.after(dir).flatMap(({ kinds, to }) => (kinds.length > 0 ? [to] : [])),
    );
    for (const { to, kinds } of edges.before(dir)) {
      if (to === null || !edges.shows(to)) continue;
      dependencies.push({ from: idOf(dir), to: idOf(to), kinds, turned: !left.has(to) });
    }
  }
  const links = linkage.interfaces
    .filter(({ definition }) => edges.shows(definition.package))
    .map(describe);
  return { root: ".", packages, dependencies, links, hidden: edges.hidden };

  function describe(linked: LinkedInterface): GraphLink {
    const { definition, implementation, rule, reason } = linked;
    const owner = graph.packages.get(definition.package);
    return {
      interface: pathOf(definition),
      definition: idOf(definition.package),
      implementation: implementation && idOf(implementation.package),
      file: implementation && idOf(implementation.file),
      status:
        rule === "weak"
          ? "defaults"
          : rule !== "none"
            ? "linked"
            : options.library
              ? "open"
              : "unlinked",
      rule,
      reason,
      replaces: owner ? replacedDefault(linked, owner) : null,
      members: linked.members.map(({ name, file, weak }) => ({
        name,
        file: idOf(file),
        default: weak,
      })),
      callers: callersOf(linked, idOf),
      rejected: linked.rejected.map(({ implementation: other, cause, reason: because }) => ({
        package: edges.shows(other.package) ? idOf(other.package) : null,
        name: linkage.chain(other.package).at(-1)!,
        file: idOf(other.file),
        cause,
        reason: because,
      })),
    };
  }
}

function callersOf(
  { calls }: LinkedInterface,
  idOf: (dir: string) => string,
): GraphLink["callers"] {
  const callers = new Map<string, Set<string>>();
  for (const { package: dir, item } of calls) {
    if (item.within) continue;
    const members = callers.get(dir) ?? new Set();
    callers.set(dir, members.add(item.member ?? "*"));
  }
  return [...callers].map(([dir, members]) => ({
    package: idOf(dir),
    members: [...members].sort(),
  }));
}

/** How a package is written in a graph: `log@1.0.0`. */
export function packageTitle({ name, version }: GraphPackage): string {
  return version === "" ? name : `${name}@${version}`;
}
