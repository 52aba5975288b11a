import { posix } from "node:path";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic, Label } from "../../diagnostics/diagnostic.ts";
import type { Message } from "../../messages.ts";
import * as messages from "../../messages.ts";
import type { Package } from "../../scan/package-graph.ts";
import { slash } from "../../scan/paths.ts";
import type { Build } from "../build.ts";
import { packageLabel } from "../chains.ts";
import { type Explicit, isFileSelection, selectedAmong, selectorOf } from "../explicit.ts";
import { isImportOf } from "../imports.ts";
import type { RejectedImplementation } from "../linkage.ts";
import type { Election } from "../select.ts";
import { isOfVersion, namesOf, selectionKeys, VERSIONED } from "../selection-keys.ts";
import { fileMeant } from "./file-meant.ts";
import { decisiveKey, titleOf } from "./namesakes.ts";
import { nearMisses } from "./near.ts";
import { SHOWN } from "./places.ts";
import { otherPlatform, remedies } from "./remedies.ts";

/** CI2009, or CI2008 where a facade's implementation is selected that the root does not list. */
export function reportSelectionNotFound(explicit: Explicit, election: Election): Diagnostic {
  const { build, definition, references, rejected } = election;
  const uses = references.of(definition);
  const elsewhere = uses.elsewhere.map(({ implementation }) => implementation);
  const implementations = [...uses.implementations, ...elsewhere];
  const title = titleOf(definition, build);
  const named = new Set(selectedAmong(explicit.selected, implementations, build));
  const dropped = rejected.filter(({ implementation }) => named.has(implementation));
  const platforms = new Set(
    dropped.flatMap(({ implementation }) => otherPlatform(implementation, build) ?? []),
  );
  const help = [
    ...remedies(dropped, election),
    ...defaultOfTheFacade(dropped, election),
    ...[...platforms].map((platform) => messages.selectUnder(platform, explicit.selected)),
  ];
  const message = dropped.some(({ cause }) => cause === "indirect")
    ? messages.indirectImplementation(title, build.rootName, help)
    : dropped.length > 0
      ? messages.selectionDropped(title, explicit.selected, help)
      : nothingNamed(explicit, election);
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
    chains: [...dirs].filter(build.known.has).map(build.known.chain),
    notes: [
      ...(explicit.span ? [] : [messages.selectionStands(explicit.place)]),
      ...dropped.map(({ implementation, reason }) =>
        messages.foundButNot(packageLabel(build.graph, implementation.package), reason),
      ),
    ],
  });
}

/** How a default is selected that the root does not list, as nobody can one that is a file of its facade. */
function defaultOfTheFacade(
  dropped: readonly RejectedImplementation[],
  { build, definition }: Election,
): string[] {
  if (!dropped.some(({ cause }) => cause === "default")) return [];
  const [name] = namesOf(definition.package, build);
  return [messages.selectFacade(name)];
}

/** Why a selection names no implementation. */
function nothingNamed(
  { key, selected }: Explicit,
  { build, definition, rejected }: Election,
): Message {
  const { root, packages } = build.graph;
  const title = titleOf(definition, build);
  // Rule 3 has dropped what could have been selected; all others fell to earlier rules.
  const selectable = rejected.filter(({ cause }) => cause === "unselected");
  const near = [
    ...new Set(selectable.map(({ implementation }) => selectorOf(implementation, build))),
  ];
  if (isFileSelection(selected)) {
    const file = posix.join(root, slash(selected));
    const isRead = packages.get(root)?.files.some((table) => table.file === file);
    return isRead
      ? messages.selectionNotFound(title, key, selected, near)
      : messages.selectedNoFile(title, key, selected, near);
  }
  const listed = packages.get(root)?.dependencies.find(({ name }) => name === selected);
  if (listed?.dir === null) {
    return messages.selectedNotInstalled(title, selected, build.rootManifest);
  }
  const found = build.known.packages.find(({ dir, name }) =>
    listed ? dir === listed.dir : name === selected,
  );
  if (!found) {
    const file = fileMeant(selected);
    const owner = build.known.packages.find(({ name }) => isImportOf(selected, name));
    if (file === null || owner) {
      const names = owner ? [owner.name] : near;
      return messages.selectedNoDependency(title, key, selected, build.rootName, names);
    }
    const others = near.includes(file) ? [] : near;
    return messages.selectedWithoutDot(title, selected, build.rootName, file, others);
  }
  const message = messages.selectionNotFound(title, key, selected, near);
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
  const { all } = build.definitions;
  const keys = new Set(all.flatMap((found) => selectionKeys(found, build)));
  const found = new Map<string, Diagnostic>();
  for (const { selections, place, spans } of build.selections) {
    for (const key of Object.keys(selections)) {
      if (keys.has(key) || found.has(key)) continue;
      if (VERSIONED.test(key) && all.some((one) => isOfVersion(key, one, build))) continue;
      const ofPackage = keysOfPackage(key, build);
      const message =
        ofPackage.length > 0
          ? messages.selectionOfPackage(key, ofPackage)
          : all.length > 0
            ? messages.selectionOfUnknown(key, nearKeys(key, keys, build))
            : messages.selectionWithoutInterfaces(key, build.rootName);
      const span = spans[key] ?? null;
      const notes = span ? [] : [messages.selectionStands(place)];
      found.set(key, diagnose(message, span, { severity: "warning", notes }));
    }
  }
  return [...found.values()];
}

/** The keys for the interfaces of a package, if that is what the root names. */
function keysOfPackage(name: string, build: Build): string[] {
  return build.definitions.all
    .filter((found) => namesOf(found.package, build).has(name))
    .map((found) => decisiveKey(found, build))
    .slice(0, SHOWN);
}

/** Keys that differ in their namespace or package alone, else those that are like it. */
function nearKeys(key: string, keys: ReadonlySet<string>, build: Build): string[] {
  const namesakes = build.definitions.named(bareName(key));
  const owner = ownerOf(key);
  const ofOwner = namesakes.filter((found) => namesOf(found.package, build).has(owner));
  // Who names a version is told which there is.
  const near =
    ofOwner.length > 0 && VERSIONED.test(key)
      ? ofOwner.map((found) => selectionKeys(found, build)[0])
      : (ofOwner.length > 0 ? ofOwner : namesakes).map((found) => decisiveKey(found, build));
  return near.length > 0 ? [...new Set(near)].slice(0, SHOWN) : nearMisses(key, keys);
}

function bareName(key: string): string {
  return key.slice(Math.max(key.lastIndexOf("/"), key.lastIndexOf("#")) + 1);
}

/** The name of the package in a key, without a version: `log` of `log@1#Logger`, `""` of `Logger`. */
function ownerOf(key: string): string {
  return key.slice(0, Math.max(key.indexOf("#"), 0)).replace(/(?<!^)@.*$/, "");
}
