import { byText } from "../by-text.ts";
import { interfacePath } from "../naming.ts";
import type { Package } from "../scan/package-graph.ts";
import type { Definition } from "../scan/symbol-table.ts";
import { type Copies, findCopies } from "./copies.ts";
import type { Located } from "./linkage.ts";
import { byPosition, sortInPlace } from "./order.ts";

/** What a reference to an interface stands for in one package. */
export type Resolution =
  | { kind: "found"; definition: Located<Definition> }
  | { kind: "ambiguous"; definitions: Located<Definition>[] }
  | { kind: "unknown" };

/** Whose view decides what a name means: a package, or a folder that is none. */
export type Importer = Pick<Package, "dir" | "dependencies">;

/** Every definition of the build, by name and then by package. */
export interface Definitions {
  /** One per identity, sorted by package, then by {@link pathOf}. */
  all: Located<Definition>[];
  /** Further definitions of an identity in the same package, each with the first one. */
  duplicates: { first: Located<Definition>; further: Located<Definition>[] }[];
  /** The definition of a name in one package. */
  of(dir: string, path: string): Located<Definition> | undefined;
  /** All definitions of an interface name, whatever their namespace. */
  named(name: string): Located<Definition>[];
  /** The definition with those in other copies of its package, the nearest to the root first. */
  copies(definition: Located<Definition>): readonly Located<Definition>[];
  /** What `path` stands for in a file of `importer` (DESIGN 4, "Identity"). */
  resolve(path: string, importer: Importer): Resolution;
}

/** The identity of an interface as one text: package directory, namespace and name. */
export function definitionKey(definition: Located<Definition>): string {
  return `${definition.package}#${pathOf(definition)}`;
}

/** How an interface is written for people: `Mall/HelloIf`. */
export function pathOf(definition: Located<Definition>): string {
  return interfacePath(definition.item.namespace, definition.item.name);
}

/**
 * Collects the definitions of `packages`, which are sorted by directory.
 *
 * @param distance of a package from the root
 */
export function collectDefinitions(
  packages: readonly Package[],
  distance: (dir: string) => number,
): Definitions {
  const byPath = new Map<string, Map<string, Located<Definition>[]>>();
  const byName = new Map<string, Located<Definition>[]>();
  for (const { dir, files } of packages) {
    for (const { file, definitions } of files) {
      for (const item of definitions) {
        const definition = { package: dir, file, item };
        const sameName = entry(byPath, pathOf(definition), () => new Map());
        entry(sameName, dir, () => []).push(definition);
      }
    }
  }
  const all: Located<Definition>[] = [];
  const duplicates: Definitions["duplicates"] = [];
  for (const sameName of byPath.values()) {
    for (const samePackage of sameName.values()) {
      const [first, ...further] = sortInPlace(samePackage, byPosition);
      all.push(first);
      entry(byName, first.item.name, () => []).push(first);
      if (further.length > 0) duplicates.push({ first, further });
    }
  }
  sortInPlace(all, byIdentity);
  const firsts = [...byPath.values()].map((sameName) => [...sameName.values()].map(([one]) => one));
  const copies = findCopies(firsts, packages, distance);
  return {
    all,
    duplicates,
    of: (dir, path) => byPath.get(path)?.get(dir)?.[0],
    named: (name) => byName.get(name) ?? [],
    copies: copies.of,
    resolve: (path, importer) => resolve(byPath.get(path) ?? new Map(), importer, copies),
  };
}

function byIdentity(a: Located<Definition>, b: Located<Definition>): number {
  return byText(a.package, b.package) || byText(pathOf(a), pathOf(b));
}

/** @param sameName the definitions of one namespace and name, by package */
function resolve(
  sameName: Map<string, Located<Definition>[]>,
  importer: Importer,
  copies: Copies,
): Resolution {
  if (sameName.size === 0) return { kind: "unknown" };
  if (sameName.size === 1) return found(sameName.keys().next().value!);
  if (sameName.has(importer.dir)) return found(importer.dir);
  const near = new Set<string>();
  for (const { dir } of importer.dependencies) if (dir && sameName.has(dir)) near.add(dir);
  if (near.size === 1) return found(near.keys().next().value!);
  const possible = [...(near.size > 0 ? near : sameName.keys())].map(first);
  const nearest = copies.nearest(possible);
  if (nearest) return { kind: "found", definition: nearest };
  // Of copies, one says what the others would.
  const nearestCopy = (one: Located<Definition>): Located<Definition> =>
    copies.of(one).find((copy) => possible.includes(copy))!;
  const definitions = [...new Set(possible.map(nearestCopy))].sort(byPosition);
  return { kind: "ambiguous", definitions };

  function first(dir: string): Located<Definition> {
    return sameName.get(dir)![0];
  }
  function found(dir: string): Resolution {
    return { kind: "found", definition: first(dir) };
  }
}

function entry<K, V>(map: Map<K, V>, key: K, empty: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = empty();
    map.set(key, value);
  }
  return value;
}
