import { posix } from "node:path";
import type { Selection } from "../scan/manifest.ts";
import type { Definition, Implementation } from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import { pathOf } from "./identity.ts";
import type { Located } from "./linkage.ts";

/** What the root says which implementation to take. */
export interface Explicit {
  /** A package name, or a path in the root that begins with `./`. */
  selected: string;
  /** Where it is written, for people. */
  place: string;
}

/**
 * The root's selection for an interface: that of the plugin's options before that of package.json,
 * and the one that names the package (`rng#Rng`) before the one that does not. `null` when there is
 * none, or none of its conditions is active.
 */
export function explicitSelection(definition: Located<Definition>, build: Build): Explicit | null {
  if (build.selections.length === 0) return null;
  const keys = selectionKeys(definition, build);
  for (const { selections, place } of build.selections) {
    for (const key of keys) {
      if (!Object.hasOwn(selections, key)) continue;
      const selected = underConditions(selections[key], build.conditions);
      if (selected !== null) return { selected, place };
    }
  }
  return null;
}

/** The keys that select for an interface, the most specific first. */
export function selectionKeys(definition: Located<Definition>, build: Build): string[] {
  const path = pathOf(definition);
  return [...namesOf(definition.package, build)].map((name) => `${name}#${path}`).concat(path);
}

/** The implementations that a selection names. */
export function selectedAmong(
  selected: string,
  implementations: readonly Located<Implementation>[],
  build: Build,
): Located<Implementation>[] {
  const { root } = build.graph;
  if (selected.startsWith("./") || selected.startsWith("../")) {
    const file = posix.join(root, selected);
    return implementations.filter((found) => found.package === root && found.file === file);
  }
  const aliased = aliasOf(selected, build);
  const exact = implementations.filter((found) => found.package === aliased);
  if (exact.length > 0) return exact;
  const { packages } = build.graph;
  return implementations.filter((found) => packages.get(found.package)?.name === selected);
}

/** How `implementations` would name an implementation: its package, or its path in the root. */
export function selectorOf(implementation: Located<Implementation>, build: Build): string {
  const { root, packages } = build.graph;
  if (implementation.package === root) return `.${implementation.file.slice(root.length)}`;
  const alias = packages
    .get(root)
    ?.dependencies.find((dependency) => dependency.dir === implementation.package);
  return alias?.name ?? packages.get(implementation.package)?.name ?? implementation.package;
}

/** The first whose condition is active, as Node resolves `exports` of package.json. */
function underConditions(selection: Selection, active: ReadonlySet<string>): string | null {
  if (typeof selection === "string") return selection;
  for (const [condition, choice] of Object.entries(selection)) {
    if (condition !== "default" && !active.has(condition)) continue;
    const selected = underConditions(choice, active);
    if (selected !== null) return selected;
  }
  return null;
}

/** The names of a package: those under which the root depends on it (npm aliases), and its own. */
function namesOf(dir: string, { graph }: Build): Set<string> {
  const names = new Set<string>();
  for (const dependency of graph.packages.get(graph.root)?.dependencies ?? []) {
    if (dependency.dir === dir) names.add(dependency.name);
  }
  return names.add(graph.packages.get(dir)?.name ?? "");
}

function aliasOf(name: string, { graph }: Build): string | null {
  const root = graph.packages.get(graph.root);
  return root?.dependencies.find((dependency) => dependency.name === name)?.dir ?? null;
}
