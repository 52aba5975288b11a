import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import * as messages from "../messages.ts";
import type { Definition, Implementation } from "../scan/symbol-table.ts";
import { packageLabel } from "./chains.ts";
import { excludeOutput } from "./exclude-output.ts";
import { inactiveSelections, selectionKeys, selectorOf } from "./explicit.ts";
import { pathOf } from "./identity.ts";
import type { Located } from "./linkage.ts";
import { byPosition } from "./order.ts";
import type { Election } from "./select.ts";

/** CI2002 with every implementation that is left and how it came in. */
export function reportSeveral(left: Located<Implementation>[], election: Election): Diagnostic {
  const { build, definition } = election;
  const [first, ...others] = [...left].sort(byPosition);
  const dirs = [...new Set([first, ...others].map((found) => found.package))];
  const selectors = [first, ...others].map((found) => selectorOf(found, build));
  // A package's name says nothing between two implementations of that package.
  const decisive = selectors.filter(
    (found) => selectors.indexOf(found) === selectors.lastIndexOf(found),
  );
  const inactive = inactiveSelections(definition, build);
  const message = messages.severalImplementations(
    pathOf(definition),
    String(left.length),
    decisive.length === 0
      ? left.every(({ file }) => file === first.file)
        ? [messages.chooseInFile()]
        : dirs.map((dir) => messages.chooseInside(packageLabel(build.graph, dir)))
      : inactive.length > 0
        ? [messages.addDefaultChoice(inactive[0].key, decisive[0])]
        : [messages.choose(selectionKey(election), decisive, build.rootManifest)],
  );
  message.help.unshift(...excludeOutput([first, ...others]));
  return diagnose(message, first.item.span, {
    labels: others.map(({ item }) => ({ span: item.span, text: messages.ALSO_IMPLEMENTED })),
    chains: dirs.map((dir) => build.known.chain(dir)),
    notes: inactive.map(({ place, conditions }) => messages.selectsForOthers(place, conditions)),
  });
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
