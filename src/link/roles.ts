import { byText } from "../by-text.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";
import { facadeDefault, isOfDefault } from "./facades/facade-default.ts";
import { pathOf } from "./identity.ts";
import type { Linkage, LinkedInterface, Rule } from "./linkage.ts";

/** What one interface of a package is linked to. Plain data. */
export interface LinkedTo {
  /** Such as `Mall/HelloIf`. */
  interface: string;
  /** Directory of the implementing package; `null` for the definition's defaults, or nothing. */
  dir: string | null;
  /** The implementing file. */
  file: string | null;
  /** The rule that decided; `none` when it is not linked. */
  rule: Rule;
  /** Why, one line. */
  reason: string;
  /** The `defaultFacadeImpl` that another implementation stands in for, as package.json has it. */
  replaces: string | null;
  /** Whether anybody calls it. */
  called: boolean;
}

/** What a package does with interfaces: their names, sorted. */
export interface Roles {
  facade: boolean;
  defines: string[];
  implements: string[];
  calls: string[];
}

/** What every package of a link does. */
export interface LinkRoles {
  of(dir: string): Roles;
  /** What the interfaces of a package are linked to, in the order of their names. */
  linked(dir: string): readonly LinkedTo[];
  /** Whether a package calls an interface of another one. */
  calls(caller: string, definition: string): boolean;
  /** Whether a package has anything to do with interfaces. */
  takesPart(dir: string): boolean;
}

const NOTHING: Roles = Object.freeze({ facade: false, defines: [], implements: [], calls: [] });

/** Collects who defines, implements and calls what, by package. */
export function collectRoles(graph: PackageGraph, linkage: Linkage): LinkRoles {
  const roles = new Map<string, Roles>();
  const linked = new Map<string, LinkedTo[]>();
  const callers = new Map<string, Set<string>>();
  const entry = (dir: string): Roles => {
    let found = roles.get(dir);
    if (!found) {
      const facade = graph.packages.get(dir)?.manifest.facade ?? false;
      found = { facade, defines: [], implements: [], calls: [] };
      roles.set(dir, found);
    }
    return found;
  };
  for (const { dir, manifest } of graph.packages.values()) if (manifest.present) entry(dir);
  for (const one of linkage.interfaces) {
    const name = pathOf(one.definition);
    const { package: dir } = one.definition;
    entry(dir).defines.push(name);
    if (!linked.has(dir)) linked.set(dir, []);
    if (!callers.has(dir)) callers.set(dir, new Set());
    linked.get(dir)!.push(linkedTo(one, name, graph.packages.get(dir)));
    const rejected = one.rejected.map(({ implementation }) => implementation);
    for (const found of one.implementation ? [one.implementation, ...rejected] : rejected) {
      entry(found.package).implements.push(name);
    }
    for (const { package: caller, item } of one.calls) {
      if (item.within) continue;
      entry(caller).calls.push(name);
      callers.get(dir)!.add(caller);
    }
  }
  for (const found of roles.values()) {
    found.defines = sorted(found.defines);
    found.implements = sorted(found.implements);
    found.calls = sorted(found.calls);
  }
  return {
    of: (dir) => roles.get(dir) ?? NOTHING,
    linked: (dir) => linked.get(dir) ?? [],
    calls: (caller, definition) => callers.get(definition)?.has(caller) ?? false,
    takesPart: (dir) => roles.has(dir) || (graph.packages.get(dir)?.files.length ?? 0) > 0,
  };
}

function sorted(names: string[]): string[] {
  return [...new Set(names)].sort(byText);
}

function linkedTo(one: LinkedInterface, name: string, owner: Package | undefined): LinkedTo {
  const { implementation, rule, reason, called } = one;
  return {
    interface: name,
    dir: implementation?.package ?? null,
    file: implementation?.file ?? null,
    rule,
    reason,
    replaces: owner ? replacedDefault(one, owner) : null,
    called,
  };
}

/**
 * The default of a facade, as its package.json has it, if another implementation is linked in its
 * place: the root may also select the default itself.
 */
export function replacedDefault(
  { implementation }: LinkedInterface,
  owner: Package,
): string | null {
  const found = facadeDefault(owner);
  if (found === null || implementation === null) return null;
  return isOfDefault(implementation, found) ? null : found.selected;
}
