import type { PackageGraph } from "../scan/package-graph.ts";
import type { Implementation } from "../scan/symbol-table.ts";
import { link } from "./link.ts";
import type { LinkedInterface, Located } from "./linkage.ts";
import { linkMembers } from "./members.ts";
import { linkModule } from "./module.ts";
import type { Platforms } from "./platforms.ts";

/** A link or object module that is no redirect. */
export interface PossibleModule {
  /** The interface as it is linked where the module is asked for. */
  linked: LinkedInterface;
  object: boolean;
}

/**
 * Every generated module that a build of these packages could ask for, whatever its conditions: for
 * bundlers that must see all files before they begin. Where a module depends on who calls, the one with
 * the most callers comes first.
 *
 * @param platforms those that there are builds for, as far as they differ in what is defined
 */
export function* possibleModules(
  graph: PackageGraph,
  platforms: readonly Platforms[],
): Generator<PossibleModule> {
  const options = { conditions: [], production: false };
  yield* modulesOf(link(graph, options).interfaces);
  for (const each of platforms) {
    yield* modulesOf(link(graph, { ...options, platforms: each }).interfaces);
  }
}

function* modulesOf(interfaces: readonly LinkedInterface[]): Generator<PossibleModule> {
  for (const found of interfaces) {
    if (found.calls.length === 0) continue;
    const isObject = found.calls.some(({ item }) => item.member === null);
    for (const implementation of candidates(found)) {
      const members = linkMembers(found.definition, implementation);
      const linked = { ...found, implementation, members };
      if (linkModule(linked).kind === "virtual") yield { linked, object: false };
      if (isObject) yield { linked, object: true };
    }
  }
}

/** Whatever could be selected; `null` for the defaults alone. */
function candidates(found: LinkedInterface): Set<Located<Implementation> | null> {
  const rejected = found.rejected.map(({ implementation }) => implementation);
  return new Set([found.implementation, ...rejected, null]);
}
