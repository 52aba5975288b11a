import { posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Label } from "../diagnostics/diagnostic.ts";
import type { Message } from "../messages.ts";
import * as messages from "../messages.ts";
import type { Package } from "../scan/package-graph.ts";
import { slash } from "../scan/paths.ts";
import type { Build } from "./build.ts";
import { packageLabel } from "./chains.ts";
import {
  type Explicit,
  isFileSelection,
  selectedAmong,
  selectionKeys,
  selectorOf,
} from "./explicit.ts";
import { pathOf } from "./identity.ts";
import { nearMisses } from "./near.ts";
import { otherPlatform, remedies } from "./remedies.ts";
import type { Election } from "./select.ts";

/** CI2009, or CI2008 where a facade's implementation is selected that the root does not list. */
export function reportSelectionNotFound(explicit: Explicit, election: Election): Diagnostic {
  const { build, definition, references, rejected } = election;
  const uses = references.of(definition);
  const elsewhere = uses.elsewhere.map(({ implementation }) => implementation);
  const implementations = [...uses.implementations, ...elsewhere];
  const path = pathOf(definition);
  const named = new Set(selectedAmong(explicit.selected, implementations, build));
  const dropped = rejected.filter(({ implementation }) => named.has(implementation));
  const platforms = new Set(
    dropped.flatMap(({ implementation }) => otherPlatform(implementation, build) ?? []),
  );
  const help = [
    ...remedies(dropped, election),
    ...[...platforms].map((platform) => messages.selectUnder(platform, explicit.selected)),
  ];
  const message = dropped.some(({ cause }) => cause === "indirect")
    ? messages.indirectImplementation(path, build.rootName, help)
    : dropped.length > 0
      ? messages.selectionDropped(path, explicit.selected, help)
      : nothingNamed(explicit.selected, election);
  const labels: Label[] = explicit.span ? [{ span: explicit.span, text: messages.SELECTED }] : [];
  labels.push({ span: definition.item.span, text: messages.DEFINED });
  for (const found of implementations) {
    // What the root does not reach says nothing unless it is what was selected.
    if (!build.known.has(found.package) && !named.has(found)) continue;
    labels.push({ span: found.item.span, text: messages.IMPLEMENTED });
  }
  const dirs = new Set(dropped.map(({ implementation }) => implementation.package));
  return diagnose(message, null, {
    labels,
    chains: [...dirs].map((dir) => build.known.chain(dir)),
    notes: [
      ...(explicit.span ? [] : [messages.selectionStands(explicit.place)]),
      ...dropped.map(({ implementation, reason }) =>
        messages.foundButNot(packageLabel(build.graph, implementation.package), reason),
      ),
    ],
  });
}

/** Why a selection names no implementation. */
function nothingNamed(selected: string, { build, definition, rejected }: Election): Message {
  const { root, packages } = build.graph;
  const path = pathOf(definition);
  // Rule 3 has dropped what could have been selected; all others fell to earlier rules.
  const selectable = rejected.filter(({ cause }) => cause === "unselected");
  const near = [
    ...new Set(selectable.map(({ implementation }) => selectorOf(implementation, build))),
  ];
  if (isFileSelection(selected)) {
    const file = posix.join(root, slash(selected));
    const isRead = packages.get(root)?.files.some((table) => table.file === file);
    return isRead
      ? messages.selectionNotFound(path, selected, near)
      : messages.selectedNoFile(path, selected, near);
  }
  const listed = packages.get(root)?.dependencies.find(({ name }) => name === selected);
  if (listed?.dir === null) {
    return messages.selectedNotInstalled(path, selected, build.rootManifest);
  }
  const found = build.known.packages.find(({ dir, name }) =>
    listed ? dir === listed.dir : name === selected,
  );
  if (!found) return messages.selectedNoDependency(path, selected, build.rootName, near);
  const message = messages.selectionNotFound(path, selected, near);
  if (isSilent(found)) {
    message.notes.push(messages.takesNoPart(packageLabel(build.graph, found.dir)));
    message.help.unshift(messages.publishSymbols(found.name));
  }
  return message;
}

function isSilent({ source, manifest }: Package): boolean {
  return !source && !manifest.present;
}

/** CI2009 as warnings: selections for interfaces that nobody defines. */
export function unknownSelections(build: Build): Diagnostic[] {
  if (build.selections.length === 0) return [];
  const keys = new Set(build.definitions.all.flatMap((found) => selectionKeys(found, build)));
  const found = new Map<string, Diagnostic>();
  for (const { selections, place, spans } of build.selections) {
    for (const key of Object.keys(selections)) {
      if (keys.has(key) || found.has(key)) continue;
      const message = messages.selectionOfUnknown(key, nearKeys(key, keys));
      const span = spans[key] ?? null;
      const notes = span ? [] : [messages.selectionStands(place)];
      found.set(key, diagnose(message, span, { severity: "warning", notes }));
    }
  }
  return [...found.values()];
}

/** Keys that differ in their namespace or package alone, else those that are like it. */
function nearKeys(key: string, keys: ReadonlySet<string>): string[] {
  const name = bareName(key);
  const namesakes = [...keys].filter((other) => !other.includes("#") && bareName(other) === name);
  return namesakes.length > 0 ? namesakes.slice(0, 3) : nearMisses(key, keys);
}

function bareName(key: string): string {
  return key.slice(Math.max(key.lastIndexOf("/"), key.lastIndexOf("#")) + 1);
}
