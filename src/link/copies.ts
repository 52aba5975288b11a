import { append } from "../append.ts";
import { byText } from "../by-text.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";
import type { Definition } from "../scan/symbol-table.ts";
import type { Located } from "./linkage.ts";

/**
 * Definitions of one interface in copies of one package. Of all versions of a package but one, npm
 * installs a copy for every package that needs it: `metrics/node_modules/log` and
 * `log-console/node_modules/log`. Whoever wrote an implementation for log@1.0.0 wrote it for each of
 * them. So they share who implements and who calls them. What is in a copy itself, such as its defaults, they do
 * not share: that is code, and what somebody bundles as `log`, or calls so, must not stand in for the `log` of
 * others. Each is an interface of its own all the same (DESIGN 4, "Identity"), with its own errors and modules.
 *
 * Only installed packages are copies: what is developed here is its own version.
 */
export interface Copies {
  /** The definition with those in other copies of its package, the nearest to the root first. */
  of(definition: Located<Definition>): readonly Located<Definition>[];
  /** The nearest of `definitions`, if all are copies of one, and it does not matter which is linked. */
  nearest(definitions: readonly Located<Definition>[]): Located<Definition> | null;
}

/**
 * Finds copies.
 *
 * @param groups definitions that have a namespace and name in common
 * @param distance of a package from the root
 */
export function findCopies(
  groups: Iterable<readonly Located<Definition>[]>,
  packages: readonly Package[],
  distance: (dir: string) => number,
): Copies {
  const owners = new Map(packages.map((item) => [item.dir, item]));
  const copies = new Map<Located<Definition>, Located<Definition>[]>();
  for (const group of groups) {
    if (group.length === 1) continue;
    const same = new Map<string, Located<Definition>[]>();
    for (const definition of group) {
      const key = keyOf(definition, owners.get(definition.package));
      if (key === null) continue;
      append(same, key, definition);
    }
    for (const found of same.values()) {
      found.sort(
        (a, b) => distance(a.package) - distance(b.package) || byText(a.package, b.package),
      );
      for (const definition of found) copies.set(definition, found);
    }
  }
  const of: Copies["of"] = (definition) => copies.get(definition) ?? [definition];
  return {
    of,
    nearest(definitions) {
      const all = of(definitions[0]);
      const isLike = (found: Located<Definition>): boolean =>
        all.includes(found) && !bringsCode(found, owners.get(found.package));
      return definitions.every(isLike) ? all.find((copy) => definitions.includes(copy))! : null;
    },
  };
}

/** Whether two directories hold the same version of a package; as above, only of one that is installed. */
export function isCopy(dir: string, other: string, { packages }: PackageGraph): boolean {
  if (dir === other) return true;
  const [a, b] = [packages.get(dir), packages.get(other)];
  if (!a || !b || a.source || b.source) return false;
  return a.name === b.name && a.version === b.version && a.version !== "";
}

/** What copies have in common; `null` for what is no copy of anything. */
function keyOf({ item }: Located<Definition>, owner: Package | undefined): string | null {
  if (!owner || owner.source || owner.version === "") return null;
  const { name, version, manifest } = owner;
  return JSON.stringify([
    name,
    version,
    manifest.facade,
    manifest.defaultFacadeImpl,
    shapeOf(item),
  ]);
}

/** Whether a definition, or the facade that it belongs to, brings code of its own to link to. */
function bringsCode({ item }: Located<Definition>, owner: Package | undefined): boolean {
  return item.defaults.length > 0 || owner?.manifest.defaultFacadeImpl !== null;
}

/** What a definition says apart from where it stands: what says something else is no copy. */
function shapeOf({ members, defaults }: Definition): unknown {
  return [
    members?.map(({ name, optional }) => [name, optional]),
    defaults.map(({ name, kind }) => [name, kind]),
  ];
}
