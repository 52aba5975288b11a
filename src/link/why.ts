import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";
import type { Implementation } from "../scan/symbol-table.ts";
import { packageLabel } from "./chains.ts";
import { isCopy } from "./copies.ts";
import { pathOf } from "./identity.ts";
import type { Linkage, LinkedInterface, Located, Rejection, Rule } from "./linkage.ts";
import { mayImplement } from "./passed-over.ts";
import { nearMisses } from "./report/near.ts";
import { replacedDefault } from "./roles.ts";

/** A file of a package, and how the root comes to that package. */
export interface Whereabouts {
  /** Such as `log@1.0.0`. */
  package: string;
  /** Absolute path. */
  file: string;
  /** The shortest dependency chain from the root. */
  chain: string[];
}

/** What is special about an interface of a facade. */
export interface FacadeRules {
  /** The package whose choice counts. */
  root: string;
  /** The package or `./path` that is linked when the root chooses none; `null` for no default. */
  default: string | null;
  /** Whether another implementation is linked in its place. */
  replaced: boolean;
}

/** Everything about why one interface is linked as it is. Plain data, also for `--json`. */
export interface Why {
  /** Such as `Mall/HelloIf`. */
  interface: string;
  /** With package and version, such as `log@0.5.0#Log`: what tells versions of a package apart. */
  id: string;
  definition: Whereabouts;
  /** The same definition in further installed copies of its package, which are linked alike. */
  copies: Whereabouts[];
  /** Of a facade: only the root and what the root lists may implement it. `null` for any other package. */
  facade: FacadeRules | null;
  /** `null` when the definition's defaults are linked, or nothing is. */
  selected: (Whereabouts & { conditions: string[] }) | null;
  rule: Rule;
  /** Why that one was selected, one line. */
  reason: string;
  /** What each member is linked to, by name. */
  members: { name: string; file: string; default: boolean }[];
  /** Who was not selected, and why. */
  rejected: (Whereabouts & { cause: Rejection; reason: string })[];
  /** Where a default is linked, what the root lists that is not installed, and could implement it. */
  notes: string[];
  /** Who calls which members; `*` stands for the interface as an object. By file. */
  callers: (Whereabouts & { members: { name: string; calls: number }[] })[];
  errors: Diagnostic[];
}

/**
 * Explains the interfaces of a name: `HelloIf` in every namespace and package, `Mall/HelloIf`,
 * `hello-if#HelloIf` for that of one package, or `hello-if@1.0.0#HelloIf` for that of one version.
 * Empty when there is none.
 *
 * @param production whether the root's devDependencies are left out
 */
export function explainLink(
  name: string,
  graph: PackageGraph,
  linkage: Linkage,
  production: boolean = false,
): Why[] {
  const found = new Map<string, { why: Why; dir: string }[]>();
  for (const linked of linkage.interfaces) {
    if (!namesOf(linked, graph).includes(name)) continue;
    const why = whyLinked(linked, graph, linkage, production);
    const dir = linked.definition.package;
    const key = keyOfCopies(why, dir);
    const alike = found.get(key) ?? [];
    found.set(key, alike);
    const first = alike.find((other) => isCopy(dir, other.dir, graph));
    if (first) first.why = nearest(first.why, why);
    else alike.push({ why, dir });
  }
  return [...found.values()].flat().map(({ why }) => why);
}

/** What is said of all copies of a package: each has its own callers and, where it is replaced, its own default. */
function keyOfCopies(why: Why, dir: string): string {
  const inCopy = <T extends Whereabouts>(place: T): T =>
    place.file.startsWith(`${dir}/`)
      ? { ...place, file: place.file.slice(dir.length), chain: [] }
      : place;
  return JSON.stringify({
    ...why,
    definition: null,
    errors: null,
    rejected: why.rejected.map(inCopy),
    callers: why.callers.map(inCopy),
  });
}

/** The nearest to the root stands for all. */
function nearest(one: Why, other: Why): Why {
  const isNearer = other.definition.chain.length < one.definition.chain.length;
  const [near, far] = isNearer ? [other, one] : [one, other];
  return { ...near, copies: [...near.copies, far.definition, ...far.copies] };
}

/** Interfaces whose name is like one that {@link explainLink} does not find, best first. */
export function similarInterfaces(name: string, graph: PackageGraph, linkage: Linkage): string[] {
  return nearMisses(
    name,
    linkage.interfaces.flatMap((linked) => namesOf(linked, graph)),
  );
}

function namesOf({ definition }: LinkedInterface, graph: PackageGraph): string[] {
  const path = pathOf(definition);
  const owner = graph.packages.get(definition.package)?.name ?? "";
  return [definition.item.name, path, `${owner}#${path}`, idOf(definition, graph)];
}

function idOf(definition: LinkedInterface["definition"], graph: PackageGraph): string {
  return `${packageLabel(graph, definition.package)}#${pathOf(definition)}`;
}

function whyLinked(
  linked: LinkedInterface,
  graph: PackageGraph,
  linkage: Linkage,
  production: boolean,
): Why {
  const { definition, implementation, rule, reason, members, errors } = linked;
  const owner = graph.packages.get(definition.package);
  const locate = (place: Located<unknown>): Whereabouts => {
    const chain = linkage.chain(place.package);
    // It ends with the package, also where that is one that the root does not reach.
    return { package: chain.at(-1)!, file: place.file, chain };
  };
  return {
    interface: pathOf(definition),
    id: idOf(definition, graph),
    definition: locate(definition),
    copies: [],
    facade: owner?.manifest.facade
      ? facadeRules(linked, owner, linkage.chain(graph.root)[0])
      : null,
    selected: implementation && { ...locate(implementation), ...conditionsOf(implementation) },
    rule,
    reason,
    members: members.map(({ name, file, weak }) => ({ name, file, default: weak })),
    rejected: linked.rejected.map(({ implementation: other, cause, reason: because }) => ({
      ...locate(other),
      cause,
      reason: because,
    })),
    notes: mayImplement(linked, graph, production),
    callers: callersOf(linked).map(({ place, members: called }) => ({
      ...locate(place),
      members: [...called].map(([name, calls]) => ({ name, calls })),
    })),
    errors,
  };
}

function facadeRules(linked: LinkedInterface, owner: Package, root: string): FacadeRules {
  return {
    root,
    default: owner.manifest.defaultFacadeImpl,
    replaced: replacedDefault(linked, owner) !== null,
  };
}

function conditionsOf({ item }: Located<Implementation>): { conditions: string[] } {
  return { conditions: item.conditions };
}

/** The calls of each file, counted by member, without those of its own defaults and the like. */
function callersOf({
  calls,
}: LinkedInterface): { place: Located<unknown>; members: Map<string, number> }[] {
  const byFile = new Map<string, { place: Located<unknown>; members: Map<string, number> }>();
  for (const call of calls) {
    if (call.item.within) continue;
    const caller = byFile.get(call.file) ?? { place: call, members: new Map() };
    byFile.set(call.file, caller);
    const member = call.item.member ?? "*";
    caller.members.set(member, (caller.members.get(member) ?? 0) + 1);
  }
  return [...byFile.values()];
}
