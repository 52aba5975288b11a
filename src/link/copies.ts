import { byText } from "../by-text.ts";
import type { Package } from "../scan/package-graph.ts";
import type { Definition } from "../scan/symbol-table.ts";
import type { Located } from "./linkage.ts";

/**
 * Definitions of one interface in copies of one package. Of all versions of a package but one, npm
 * installs a copy for every package that needs it: `metrics/node_modules/log` and
 * `log-console/node_modules/log`. Whoever wrote an implementation for log@1.0.0 wrote it for each of
 * them. So they share who implements and who calls them. They do not share their defaults: those are
 * code, and what somebody bundles as `log` must not stand in for the `log` of others.
 *
 * Only installed packages are copies: what is developed here is its own version.
 *
 * @param definitions all of one namespace and name
 * @param distance of a package from the root
 * @returns for those that have copies, all of them with the nearest first
 */
export function findCopies(
  definitions: readonly Located<Definition>[],
  packages: ReadonlyMap<string, Package>,
  distance: (dir: string) => number,
): Map<Located<Definition>, Located<Definition>[]> {
  const groups = new Map<string, Located<Definition>[]>();
  for (const definition of definitions) {
    const owner = packages.get(definition.package);
    if (!owner || owner.source || owner.version === "") continue;
    const key = JSON.stringify([owner.name, owner.version, shapeOf(definition.item)]);
    const group = groups.get(key);
    if (group) group.push(definition);
    else groups.set(key, [definition]);
  }
  const copies = new Map<Located<Definition>, Located<Definition>[]>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    group.sort((a, b) => distance(a.package) - distance(b.package) || byText(a.package, b.package));
    for (const definition of group) copies.set(definition, group);
  }
  return copies;
}

/** What a definition says apart from where it stands: what says something else is no copy. */
function shapeOf({ members, defaults }: Definition): unknown {
  return [
    members?.map(({ name, optional }) => [name, optional]),
    defaults.map(({ name, kind }) => [name, kind]),
  ];
}
