import { posix } from "node:path";
import type { Span } from "../diagnostics/diagnostic.ts";
import * as messages from "../messages.ts";
import type { Selection } from "../scan/manifest/manifest.ts";
import { isPath } from "../scan/manifest/values.ts";
import { slash } from "../scan/paths.ts";
import type { Definition, Implementation } from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import { manifestPath } from "./chains.ts";
import { isCopy } from "./copies.ts";
import type { Located } from "./linkage.ts";
import type { References } from "./references.ts";
import { keysIn, namesOf, selectsFor } from "./selection-keys.ts";

/** What the root says which implementation to take. */
export interface Explicit {
  /** What it is selected for, as it is written: see {@link keysIn}. */
  key: string;
  /** A package name, or a path in the root that begins with `./`. */
  selected: string;
  /** Where it is written, for people. */
  place: string;
  /** The same in package.json; `null` for the plugin's options. */
  span: Span | null;
}

/**
 * The root's selection for an interface: that of the plugin's options before that of package.json,
 * and the one that names the package (`rng#Rng`) before the one that does not. `null` when there is
 * none, or none of its conditions is active.
 */
export function explicitSelection(
  definition: Located<Definition>,
  references: References,
  build: Build,
): Explicit | null {
  if (build.selections.length === 0) return null;
  for (const { selections, place, spans } of build.selections) {
    for (const key of keysIn(selections, definition, build)) {
      const found = underConditions(selections[key], build.conditions, key);
      if (!found || isForNamesake(found.selected, key, definition, references, build)) continue;
      return { key, selected: found.selected, place, span: spans[found.path] ?? null };
    }
  }
  return null;
}

/**
 * Whether a selection is meant for another interface of the same key, such as that of another version
 * of the package: what is selected implements that one, and not this one.
 */
function isForNamesake(
  selected: string,
  key: string,
  definition: Located<Definition>,
  references: References,
  build: Build,
): boolean {
  const namesakes = build.definitions.named(definition.item.name);
  if (namesakes.length === 1) return false;
  const [listed] = build.ofRoot.named(selected);
  const isSelected = (each: Located<Definition>): boolean =>
    selectedAmong(selected, references.of(each).implementations, build).length > 0 ||
    (listed?.dir
      ? isCopy(each.package, listed.dir, build.graph)
      : selectsDefaultOf(selected, each, build));
  return (
    !isSelected(definition) &&
    namesakes.some((other) => selectsFor(key, other, build) && isSelected(other))
  );
}

/** Selections for an interface of which no condition is active, so that they count for nothing. */
export function inactiveSelections(
  definition: Located<Definition>,
  build: Build,
): { key: string; place: string; conditions: string[] }[] {
  return build.selections.flatMap(({ selections, place }) =>
    keysIn(selections, definition, build).flatMap((key) => {
      const selection = selections[key];
      if (typeof selection === "string") return [];
      if (underConditions(selection, build.conditions, key)) return [];
      const conditions = [...new Set(inactiveConditions(selection, build.conditions))];
      return [{ key, place, conditions }];
    }),
  );
}

/** What would have to be active for a selection to choose: one of these, or more below it. */
function inactiveConditions(selection: Selection, active: ReadonlySet<string>): string[] {
  if (typeof selection === "string") return [];
  return Object.entries(selection).flatMap(([condition, choice]) =>
    condition === "default" || active.has(condition)
      ? inactiveConditions(choice, active)
      : [condition],
  );
}

/** Notes on selections for an interface in packages that are not being built: they do not count. */
export function uncountedSelections(definition: Located<Definition>, build: Build): string[] {
  if (build.selectors.length === 0) return [];
  return build.selectors
    .filter(({ manifest }) => keysIn(manifest.implementations, definition, build).length > 0)
    .map(({ dir }) => messages.selectionUncounted(manifestPath(dir), build.rootName));
}

/** The implementations that a selection names. */
export function selectedAmong(
  selected: string,
  implementations: readonly Located<Implementation>[],
  build: Build,
): Located<Implementation>[] {
  const { root } = build.graph;
  if (isFileSelection(selected)) {
    const file = posix.join(root, slash(selected));
    return implementations.filter((found) => found.package === root && found.file === file);
  }
  // What the root lists under a name is what it means by it, whatever others call themselves; nothing, where
  // that is not installed.
  const [listed] = build.ofRoot.named(selected);
  if (listed) return implementations.filter((found) => found.package === listed.dir);
  const { packages } = build.graph;
  return implementations.filter((found) => packages.get(found.package)?.name === selected);
}

/**
 * Whether a selection names the package that defines an interface, and means its default: nobody would list a
 * default that is a file of a facade, nor what members have where they are defined.
 */
export function selectsDefaultOf(
  selected: string,
  definition: Located<Definition>,
  build: Build,
): boolean {
  return namesOf(definition.package, build).has(selected);
}

/** Whether a selection names a file of the root rather than a package. */
export function isFileSelection(selected: string): boolean {
  return isPath(selected);
}

/** How `implementations` would name an implementation: its package, or its path in the root. */
export function selectorOf(implementation: Located<Implementation>, build: Build): string {
  const { root, packages } = build.graph;
  if (implementation.package === root) return `.${implementation.file.slice(root.length)}`;
  const [alias] = build.ofRoot.to(implementation.package);
  return alias?.name ?? packages.get(implementation.package)?.name ?? implementation.package;
}

/**
 * The first whose condition is active, as Node resolves `exports` of package.json.
 *
 * @param path that of the selection; the result has that of the choice, such as `HelloIf.browser`
 */
function underConditions(
  selection: Selection,
  active: ReadonlySet<string>,
  path: string,
): { selected: string; path: string } | null {
  if (typeof selection === "string") return { selected: selection, path };
  for (const [condition, choice] of Object.entries(selection)) {
    if (condition !== "default" && !active.has(condition)) continue;
    const found = underConditions(choice, active, `${path}.${condition}`);
    if (found) return found;
  }
  return null;
}
