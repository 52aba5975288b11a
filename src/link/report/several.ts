import { byText } from "../../by-text.ts";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { Implementation } from "../../scan/symbol-table.ts";
import type { Build } from "../build.ts";
import { packageLabel } from "../chains.ts";
import { isCopy } from "../copies.ts";
import { excludeOutput } from "../exclude-output.ts";
import { inactiveSelections, selectorOf, uncountedSelections } from "../explicit.ts";
import { publishesChoice } from "../library.ts";
import type { Located } from "../linkage.ts";
import { checkPlatforms, excludePlatforms } from "../may-be-for-metro.ts";
import { byPackage } from "../package-order.ts";
import type { Election } from "../select.ts";
import { decisiveKey, titleOf } from "./namesakes.ts";

/** CI2002 with every implementation that is left and how it came in. */
export function reportSeveral(left: Located<Implementation>[], election: Election): Diagnostic {
  const { build, definition } = election;
  const [first, ...others] = [...left].sort(byPackage(build.graph));
  const candidates = [first, ...others];
  const dirs = [...new Set(candidates.map((found) => found.package))];
  const inactive = inactiveSelections(definition, build);
  const conditions = conditionsOf(candidates);
  const message = messages.severalImplementations(titleOf(definition, build), String(left.length), [
    ...checkPlatforms(candidates, election.rejected, build),
    ...excludeOutput(candidates),
    ...leaveOutConditions(candidates, build),
    ...keepOne(candidates, election),
    ...decide(candidates, dirs, inactive[0]?.key ?? null, election),
  ]);
  return diagnose(message, first.item.span, {
    labels: others.map(({ item }) => ({ span: item.span, text: messages.ALSO_IMPLEMENTED })),
    chains: dirs.map((dir) => build.known.chain(dir)),
    notes: [
      ...(conditions.length > 0 ? [messages.allAreActive(conditions)] : []),
      ...inactive.map(({ place, conditions }) => messages.selectsForOthers(place, conditions)),
      ...uncountedSelections(definition, build),
    ],
  });
}

/** @param inactive the key under which there is a selection already, of which no condition is active */
function decide(
  candidates: Located<Implementation>[],
  dirs: string[],
  inactive: string | null,
  election: Election,
): string[] {
  const { build } = election;
  // To select one would be to select it for all platforms.
  const exclude = excludePlatforms(candidates, build);
  if (exclude.length > 0) return exclude;
  const { root, packages } = build.graph;
  // What a library selects does not count where it is used.
  if (dirs.every((dir) => dir === root) && publishesChoice(packages.get(root)!)) {
    return chooseInside(candidates, dirs, build);
  }
  const selectors = candidates.map((found) => selectorOf(found, build));
  // A package's name says nothing between two implementations of that package.
  const decisive = selectors.filter(
    (found) => selectors.indexOf(found) === selectors.lastIndexOf(found),
  );
  if (decisive.length === 0) {
    if (dirs.length > 1 && dirs.every((dir) => isCopy(dir, dirs[0], build.graph))) {
      const label = packageLabel(build.graph, dirs[0]);
      return [messages.listOneCopy(label, packages.get(dirs[0])!.name, build.rootManifest)];
    }
    return chooseInside(candidates, dirs, build);
  }
  return inactive === null
    ? [messages.choose(decisiveKey(election.definition, build), decisive, build.rootManifest)]
    : [messages.addDefaultChoice(inactive, decisive[0])];
}

/** Between implementations of one package, that package has to decide. */
function chooseInside(
  candidates: readonly Located<Implementation>[],
  dirs: readonly string[],
  { graph }: Build,
): string[] {
  if (conditionsOf(candidates).length > 0) {
    return dirs.map((dir) => messages.chooseInsideByConditions(packageLabel(graph, dir)));
  }
  return candidates.every(({ file }) => file === candidates[0].file)
    ? [messages.chooseInFile()]
    : dirs.map((dir) => messages.chooseInside(packageLabel(graph, dir)));
}

/** Rule 2 leaves those with conditions or those without, never both. */
function conditionsOf(candidates: readonly Located<Implementation>[]): string[] {
  return [...new Set(candidates.flatMap(({ item }) => item.conditions))].sort(byText);
}

/** Conditions that nobody leaves out: bundlers have one of them, and to check without is to check another build. */
const OF_BUNDLERS: readonly string[] = ["development", "production"];

/** Conditions that not all have would decide, were they not all active. For a platform they are what it has. */
function leaveOutConditions(
  candidates: readonly Located<Implementation>[],
  { platforms }: Build,
): string[] {
  const apart = conditionsOf(candidates).filter(
    (name) =>
      !OF_BUNDLERS.includes(name) &&
      !platforms?.all.includes(name) &&
      candidates.some(({ item }) => !item.conditions.includes(name)),
  );
  return apart.length === 0 ? [] : [messages.leaveOutConditions(apart)];
}

/** For a facade, the root chooses by what it depends on. */
function keepOne(
  candidates: readonly Located<Implementation>[],
  { build, definition }: Election,
): string[] {
  const { root, packages } = build.graph;
  if (!packages.get(definition.package)?.manifest.facade) return [];
  const dirs = new Set(candidates.map((found) => found.package));
  const listed = packages
    .get(root)
    ?.dependencies.filter(({ dir }) => dir !== null && dirs.has(dir));
  const names = [...new Set(listed?.map(({ name }) => name))];
  if (dirs.size < 2 || names.length === 0) return [];
  return [
    dirs.has(root)
      ? messages.removeDependencies(names, build.rootManifest)
      : messages.removeAllButOne(names, build.rootManifest),
  ];
}
