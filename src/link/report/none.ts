import { byText } from "../../by-text.ts";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { Build } from "../build.ts";
import { manifestPath, packageLabel } from "../chains.ts";
import { valuesAmong } from "../coverage.ts";
import { uncountedSelections } from "../explicit.ts";
import { facadeDefault, isOfDefault } from "../facades/facade-default.ts";
import { pathOf } from "../identity.ts";
import { leftOutImplementations } from "../left-out.ts";
import type { RejectedImplementation, Rejection } from "../linkage.ts";
import type { Election } from "../select.ts";
import { isCalled, usedMembers } from "../used.ts";
import { titleOf } from "./namesakes.ts";
import { showNotes, showPlaces } from "./places.ts";
import { howToImplement, remedies } from "./remedies.ts";

/** CI2001, or CI2008 where a facade's implementation is there but not listed by the root. */
export function reportNone(election: Election): Diagnostic {
  const { build, definition, references, rejected } = election;
  const { calls } = references.of(definition);
  const path = pathOf(definition);
  const title = titleOf(definition, build);
  const indirect = rejected.filter(({ cause }) => cause === "indirect");
  const isNear = ({ cause }: RejectedImplementation): boolean => cause !== "unreachable";
  const found = [...rejected.filter(isNear), ...rejected.filter((other) => !isNear(other))];
  const help = remedies(found, election);
  const lacking = membersToImplement(election);
  const { name, namespace } = definition.item;
  const absent = notInstalled(election);
  // Where only the package is not listed, one place is as good as another.
  const isTelling = ({ implementation, cause }: RejectedImplementation, at: number): boolean =>
    !UNLISTED.includes(cause) ||
    found.findIndex((other) => other.implementation.package === implementation.package) === at;
  const holders = new Set(found.map(({ implementation }) => implementation.package));
  const unread = leftOutImplementations(path, (dir) => !holders.has(dir), build);
  help.push(...unread.help);
  if (help.length === 0) {
    if (absent.length > 0) help.push(messages.installDependencies(build.rootManifest));
    const values = valuesAmong(definition.item.members ?? []);
    help.push(howToImplement(definition, messages.stub(namespace, name, lacking, values), build));
  }
  const called = isCalled(calls);
  const message =
    indirect.length > 0
      ? messages.indirectImplementation(title, build.rootName, help)
      : called
        ? messages.noImplementation(title, build.rootName, help)
        : messages.noImplementationUncalled(title, build.rootName, help);
  // What has a default is not what is missing.
  const isLacking = ({ item }: (typeof calls)[number]): boolean =>
    item.member === null || lacking.includes(item.member);
  const outside = calls
    .filter(({ item }) => item.within === undefined)
    .sort((a, b) => Number(isLacking(b)) - Number(isLacking(a)));
  const shown = showPlaces(outside, message.label, messages.ALSO_CALLED);
  const chained = indirect.map(({ implementation }) => implementation.package);
  return diagnose(message, null, {
    labels: [
      ...shown.labels,
      { span: definition.item.span, text: messages.DEFINED },
      ...showPlaces(
        found.filter(isTelling).map(({ implementation }) => implementation),
        messages.IMPLEMENTED,
        messages.ALSO_IMPLEMENTED,
      ).labels,
    ],
    chains: [
      ...requiredBy(definition.package, build),
      ...unique(chained).filter(build.known.has).map(build.known.chain),
    ],
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
      ...showNotes(absent.map((name) => messages.notInstalled(name, build.rootName))),
      ...unread.notes,
      ...nearImplementations(election),
      ...uselessDefault(election),
      ...uncountedSelections(definition, build),
    ],
  });
}

/** Causes that are in no file of the package. */
const UNLISTED: readonly Rejection[] = ["unreachable", "development", "indirect"];

/** The members that an implementation would have to supply: used or declared, without default. */
function membersToImplement({ definition, references }: Election): string[] {
  const { members, defaults } = definition.item;
  const used = usedMembers(definition, null, references.of(definition).calls);
  const supplied = new Set(defaults.map(({ name }) => name));
  const wanted = members?.filter(({ optional, name }) => !optional || used.has(name));
  const names = wanted?.map(({ name }) => name) ?? [...used.keys()].sort(byText);
  return names.filter((name) => !supplied.has(name));
}

/** What the root lists, would count, and is not there, so that nobody knows what it implements. */
function notInstalled({ build, rejected }: Election): string[] {
  const { packages } = build.graph;
  const found = rejected.map(({ implementation }) => packages.get(implementation.package)?.name);
  return build.ofRoot.absent
    .filter(({ kind }) => build.counting.includes(kind))
    .map(({ name }) => name)
    .filter((name) => !found.includes(name));
}

/** Packages that look as if they should implement the interface, and why they do not. */
function nearImplementations({ build, definition, references }: Election): string[] {
  const path = pathOf(definition);
  const notes: string[] = [];
  const copies = build.definitions.copies(definition);
  for (const other of build.definitions.named(definition.item.name)) {
    if (copies.includes(other) || pathOf(other) !== path) continue;
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

/** How the root comes to need an implementation, where it is for the root to choose one. */
function requiredBy(dir: string, { graph, known }: Build): string[][] {
  const isFacade = graph.packages.get(dir)?.manifest.facade ?? false;
  const chain = known.chain(dir);
  return isFacade && chain.length > 2 ? [chain] : [];
}

/** A facade's default that implements something else. */
function uselessDefault({ build, definition, rejected }: Election): string[] {
  const owner = build.graph.packages.get(definition.package);
  const named = owner ? facadeDefault(owner) : null;
  if (!owner || named === null) return [];
  if (rejected.some(({ implementation }) => isOfDefault(implementation, named))) return [];
  return [messages.defaultWithout(manifestPath(owner.dir), named.selected)];
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
