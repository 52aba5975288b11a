import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Label } from "../diagnostics/diagnostic.ts";
import * as messages from "../messages.ts";
import type { Definition, Implementation } from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import { manifestPath, packageLabel } from "./chains.ts";
import { type Explicit, selectedAmong, selectionKeys, selectorOf } from "./explicit.ts";
import { pathOf } from "./identity.ts";
import type { Located, RejectedImplementation } from "./linkage.ts";
import { nearMisses } from "./near.ts";
import { byPosition, byText } from "./order.ts";
import { showNotes, showPlaces } from "./places.ts";
import { remedies } from "./remedies.ts";
import type { Election } from "./select.ts";
import { isCalled, usedMembers } from "./used.ts";

/** CI2001, or CI2008 where a facade's implementation is there but not listed by the root. */
export function reportNone(election: Election): Diagnostic {
  const { build, definition, references, rejected } = election;
  const { calls } = references.of(definition);
  const path = pathOf(definition);
  const indirect = rejected.filter(({ cause }) => cause === "indirect");
  const isNear = ({ cause }: RejectedImplementation): boolean => cause !== "unreachable";
  const found = [...rejected.filter(isNear), ...rejected.filter((other) => !isNear(other))];
  const help = remedies(found, election);
  const lacking = membersToImplement(election);
  const { name, namespace } = definition.item;
  if (help.length === 0) {
    help.push(messages.implementIn(build.rootName, messages.stub(namespace, name, lacking)));
  }
  const called = isCalled(calls);
  const message =
    indirect.length > 0
      ? messages.indirectImplementation(path, build.rootName, help)
      : called
        ? messages.noImplementation(path, help)
        : messages.noImplementationUncalled(path, help);
  const outside = calls.filter(({ item }) => item.within === undefined);
  const shown = showPlaces(outside, message.label, messages.ALSO_CALLED);
  const chained = indirect.map(({ implementation }) => implementation.package);
  return diagnose(message, null, {
    labels: [
      ...shown.labels,
      { span: definition.item.span, text: messages.DEFINED },
      ...showPlaces(
        found.map(({ implementation }) => implementation),
        messages.IMPLEMENTED,
        messages.ALSO_IMPLEMENTED,
      ).labels,
    ],
    chains: unique(chained).map((dir) => build.known.chain(dir)),
    notes: [
      ...shown.notes,
      ...(called && lacking.length > 0 && definition.item.defaults.length > 0
        ? [messages.membersWithoutDefault(lacking)]
        : []),
      ...showNotes(
        found.map(({ implementation, reason }) =>
          messages.foundButNot(packageLabel(build.graph, implementation.package), reason),
        ),
      ),
      ...nearImplementations(election),
      ...uselessDefault(election),
    ],
  });
}

/** CI2002 with every implementation that is left and how it came in. */
export function reportSeveral(left: Located<Implementation>[], election: Election): Diagnostic {
  const { build, definition } = election;
  const [first, ...others] = [...left].sort(byPosition);
  const dirs = unique([first, ...others].map((found) => found.package));
  const selectors = [first, ...others].map((found) => selectorOf(found, build));
  // A package's name says nothing between two implementations of that package.
  const decisive = selectors.find(
    (found) => selectors.indexOf(found) === selectors.lastIndexOf(found),
  );
  const message = messages.severalImplementations(
    pathOf(definition),
    String(left.length),
    decisive === undefined
      ? dirs.map((dir) => messages.chooseInside(packageLabel(build.graph, dir)))
      : [messages.choose(selectionKey(election), decisive, build.rootManifest)],
  );
  return diagnose(message, first.item.span, {
    labels: others.map(({ item }) => ({ span: item.span, text: messages.ALSO_IMPLEMENTED })),
    chains: dirs.map((dir) => build.known.chain(dir)),
  });
}

/** CI2009, or CI2008 where a facade's implementation is selected that the root does not list. */
export function reportSelectionNotFound(explicit: Explicit, election: Election): Diagnostic {
  const { build, definition, references, rejected } = election;
  const { implementations } = references.of(definition);
  const path = pathOf(definition);
  // Rule 3 has dropped what could have been selected; all others fell to earlier rules.
  const selectable = rejected.filter(({ cause }) => cause === "unselected");
  const named = new Set(selectedAmong(explicit.selected, implementations, build));
  const dropped = rejected.filter(({ implementation }) => named.has(implementation));
  const help = remedies(dropped, election);
  const indirect = dropped.some(({ cause }) => cause === "indirect");
  const message = indirect
    ? messages.indirectImplementation(path, build.rootName, help)
    : dropped.length > 0
      ? messages.selectionDropped(path, explicit.selected, help)
      : messages.selectionNotFound(
          path,
          explicit.selected,
          unique(selectable.map((found) => selectorOf(found.implementation, build))),
        );
  const labels: Label[] = [{ span: definition.item.span, text: messages.DEFINED }];
  for (const found of implementations) {
    // What the root does not reach says nothing unless it is what was selected.
    if (!build.known.has(found.package) && !named.has(found)) continue;
    labels.push({ span: found.item.span, text: messages.IMPLEMENTED });
  }
  return diagnose(message, null, {
    labels,
    chains: unique(dropped.map(({ implementation }) => implementation.package)).map((dir) =>
      build.known.chain(dir),
    ),
    notes: [
      messages.selectionStands(explicit.place),
      ...dropped.map(({ implementation, reason }) =>
        messages.foundButNot(packageLabel(build.graph, implementation.package), reason),
      ),
    ],
  });
}

/** CI2009 as warnings: selections for interfaces that nobody defines. */
export function unknownSelections(build: Build): Diagnostic[] {
  const written = build.selections.flatMap(({ selections }) => Object.keys(selections));
  if (written.length === 0) return [];
  const keys = new Set(build.definitions.all.flatMap((found) => selectionKeys(found, build)));
  return unique(written)
    .filter((key) => !keys.has(key))
    .map((key) => {
      const near = nearMisses(key, keys);
      return diagnose(messages.selectionOfUnknown(key, near), null, { severity: "warning" });
    });
}

/** The members that an implementation would have to supply: used or declared, without default. */
function membersToImplement({ definition, references }: Election): string[] {
  const { members, defaults } = definition.item;
  const used = usedMembers(definition, null, references.of(definition).calls);
  const supplied = new Set(defaults.map(({ name }) => name));
  const wanted = members?.filter(({ optional, name }) => !optional || used.has(name));
  const names = wanted?.map(({ name }) => name) ?? [...used.keys()].sort(byText);
  return names.filter((name) => !supplied.has(name));
}

/** Packages that look as if they should implement the interface, and why they do not. */
function nearImplementations({ build, definition, references }: Election): string[] {
  const path = pathOf(definition);
  const notes: string[] = [];
  for (const other of build.definitions.named(definition.item.name)) {
    if (other === definition || pathOf(other) !== path) continue;
    for (const { package: dir } of references.of(other).implementations) {
      notes.push(
        messages.implementsOther(
          packageLabel(build.graph, dir),
          path,
          packageLabel(build.graph, other.package),
        ),
      );
    }
  }
  for (const dir of build.silent.get(definition.package) ?? []) {
    notes.push(messages.takesNoPart(packageLabel(build.graph, dir)));
  }
  return unique(notes).sort(byText);
}

/** A facade's default that implements something else. */
function uselessDefault({ build, definition, rejected }: Election): string[] {
  const owner = build.graph.packages.get(definition.package);
  const name = owner?.manifest.defaultFacadeImpl ?? null;
  if (!owner || name === null || rejected.some(({ cause }) => cause === "default")) return [];
  return [messages.defaultWithout(manifestPath(owner.dir), name)];
}

/** The shortest key of `implementations` that means this interface and no other. */
function selectionKey({ build, definition }: Election): string {
  const keys = selectionKeys(definition, build);
  const path = pathOf(definition);
  const namesakes = build.definitions.named(definition.item.name).filter(samePath);
  return namesakes.length > 1 ? keys[0] : path;

  function samePath(other: Located<Definition>): boolean {
    return pathOf(other) === path;
  }
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
