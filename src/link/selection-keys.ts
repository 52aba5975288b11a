import type { Selection } from "../scan/manifest/manifest.ts";
import type { Definition } from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import { packageLabel } from "./chains.ts";
import { pathOf } from "./identity.ts";
import type { Located } from "./linkage.ts";
import { isVersionIn } from "./version-range.ts";

/**
 * The keys that select for an interface, the most specific first: `log@1.0.0#Logger`, `log#Logger`,
 * `Logger`. In place of the version there may be a range, see {@link keysIn}.
 */
export function selectionKeys(definition: Located<Definition>, build: Build): string[] {
  const path = pathOf(definition);
  const named = [...namesOf(definition.package, build)].map((name) => `${name}#${path}`);
  return [`${packageLabel(build.graph, definition.package)}#${path}`, ...named, path];
}

/** The keys of selections that select for an interface, the most specific first. */
export function keysIn(
  selections: Readonly<Record<string, Selection>>,
  definition: Located<Definition>,
  build: Build,
): string[] {
  const [exact, ...others] = selectionKeys(definition, build);
  const ranges = Object.keys(selections).filter(
    (key) => key !== exact && isOfVersion(key, definition, build),
  );
  return [exact, ...ranges, ...others].filter((key) => Object.hasOwn(selections, key));
}

/** Whether a key selects for an interface. */
export function selectsFor(key: string, definition: Located<Definition>, build: Build): boolean {
  return selectionKeys(definition, build).includes(key) || isOfVersion(key, definition, build);
}

/** Whether a key selects for an interface by the versions of its package: `log@^1.0.0#Logger`. */
export function isOfVersion(key: string, definition: Located<Definition>, build: Build): boolean {
  // Most name none, and there may be as many as interfaces.
  if (key.indexOf("@", 1) < 0) return false;
  const [, name, range, path] = VERSIONED.exec(key) ?? [];
  if (path !== pathOf(definition) || !namesOf(definition.package, build).has(name)) return false;
  return isVersionIn(build.graph.packages.get(definition.package)?.version ?? "", range);
}

/** Name, version or range, and interface. */
export const VERSIONED: RegExp = /^(@?[^@#]+)@([^#]+)#(.+)$/;

/** The names of a package: those under which the root depends on it (npm aliases), and its own. */
export function namesOf(dir: string, { graph, ofRoot }: Build): Set<string> {
  const names = new Set(ofRoot.to(dir).map(({ name }) => name));
  return names.add(graph.packages.get(dir)?.name ?? "");
}
