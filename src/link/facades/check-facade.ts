import { byText } from "../../by-text.ts";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import { interfacePath } from "../../naming.ts";
import type { Package } from "../../scan/package-graph.ts";
import type { Implementation } from "../../scan/symbol-table.ts";
import { chainsTo, manifestPath } from "../chains.ts";
import type { Located } from "../linkage.ts";
import { type DefaultProblem, defaultProblem } from "./check-default.ts";
import { type LeftOut, leftOutOf } from "./facade-coverage.ts";
import { type FacadeDefault, facadeDefault, isOfDefault } from "./facade-default.ts";
import {
  type FacadeProblem,
  type Facades,
  implementationsIn,
  labelAt,
  pathIn,
} from "./facade-problem.ts";

/** CI3001 and CI3002 for one facade. */
export function checkFacade(facade: Package, facades: Facades): FacadeProblem[] {
  const found = facadeDefault(facade);
  const problem = found && defaultProblem(facade, found, facades);
  // A default that is named wrongly would be an implementation outside of the default.
  const strays = problem?.isMissingFile ? [] : strayImplementations(facade, found);
  return [
    ...(strays.length > 0 ? [ownImplementations(strays, facade, found, facades)] : []),
    ...(problem ? [unusableDefault(problem, facade, found, facades)] : []),
  ];
}

function strayImplementations(
  facade: Package,
  found: FacadeDefault | null,
): Located<Implementation>[] {
  return implementationsIn(facade).filter((item) => !isOfDefault(item, found));
}

/** CI3001, one for all implementations of a facade outside of its default. */
function ownImplementations(
  strays: readonly Located<Implementation>[],
  facade: Package,
  found: FacadeDefault | null,
  facades: Facades,
): FacadeProblem {
  const paths = strays.map(({ item }) =>
    interfacePath(item.interface.namespace, item.interface.name),
  );
  const owners = ownersOf(strays, facade, facades);
  const help = [
    messages.moveOutOfFacade(
      owners.map(({ name }) => name),
      owners.filter(({ manifest }) => manifest.facade).map(({ name }) => name),
    ),
  ];
  const isOwn = owners.every((owner) => owner === facade);
  const whole = found || !isOwn ? null : wholeImplementation(strays, facade, facades);
  if (found?.file) help.push(messages.orMoveIntoDefault(found.selected));
  if (whole) help.push(messages.orMakeDefault(whole, manifestPath(facade.dir)));
  const message = messages.facadeImplements(facade.name, [...new Set(paths)], help);
  const [first, ...others] = strays.map(({ item }) => item.span);
  const diagnostic = diagnose(message, first, {
    labels: [
      ...others.map((span) => ({ span, text: messages.ALSO_IMPLEMENTED })),
      ...labelAt(facade.manifest.spans.facade, messages.FACADE),
    ],
    chains: chainsTo(facade.dir, facades.build),
  });
  // They count for nothing where they are, so what they implement is left out.
  const leftOut = facades
    .definitionsOf(facade.dir)
    .filter((definition) =>
      facades.implementationsOf(definition).some(({ package: dir }) => dir === facade.dir),
    )
    .map((definition): LeftOut => ({ definition, implementations: [], members: [] }));
  // It may be the default, under a key that is misspelt.
  const causes = found ? [] : (facades.ofManifest.get(facade.dir) ?? []);
  return { ...problemIn(facade, diagnostic, leftOut), causes };
}

/** The packages whose interfaces are implemented: mostly, but not always, the facade. */
function ownersOf(
  strays: readonly Located<Implementation>[],
  facade: Package,
  { build, implementationsOf }: Facades,
): Package[] {
  const items = new Set(strays.map(({ item }) => item));
  const names = new Set(strays.map(({ item }) => item.interface.name));
  const dirs = [...names]
    .flatMap((name) => build.definitions.named(name))
    .filter((definition) => implementationsOf(definition).some(({ item }) => items.has(item)))
    .map((definition) => definition.package);
  if (dirs.length === 0) return [facade];
  return [...new Set(dirs)].sort(byText).map((dir) => build.graph.packages.get(dir)!);
}

/** The one file that implements all of a facade, if there is one: it could be its default. */
function wholeImplementation(
  strays: readonly Located<Implementation>[],
  facade: Package,
  { definitionsOf, implementationsOf }: Facades,
): string | null {
  const [path, ...others] = new Set(strays.map(({ item }) => pathIn(facade, item.span.file)));
  if (others.length > 0) return null;
  const leftOut = leftOutOf(definitionsOf(facade.dir), (definition) =>
    implementationsOf(definition).filter(({ package: dir }) => dir === facade.dir),
  );
  return leftOut.length === 0 ? path : null;
}

/** CI3002, for whatever keeps the default of a facade from being linked. */
function unusableDefault(
  { text, label, labels = [], notes = [], help, leftOut, isConditional }: DefaultProblem,
  facade: Package,
  found: FacadeDefault,
  { build }: Facades,
): FacadeProblem {
  const message = messages.defaultNotUsable(facade.name, text, label, help);
  const span = facade.manifest.spans.defaultFacadeImpl ?? null;
  const diagnostic = diagnose(message, span, {
    labels,
    notes,
    chains: chainsTo(facade.dir, build),
  });
  // Where it is linked, it does what it should.
  const linked = isConditional ? null : found.file === null ? found.dir : facade.dir;
  return { ...problemIn(facade, diagnostic, leftOut), implementation: linked };
}

function problemIn(facade: Package, diagnostic: Diagnostic, leftOut: LeftOut[]): FacadeProblem {
  return {
    diagnostic,
    culprit: facade,
    facade: facade.dir,
    implementation: null,
    leftOut,
    causes: [],
    // What else could be chosen is worth knowing where the mistake is somebody else's.
    follow: facade.source ? ["CI2001", "CI2003", "CI2008"] : ["CI2001", "CI2003"],
  };
}
