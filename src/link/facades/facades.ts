import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Build } from "../build.ts";
import { publishesChoice } from "../library.ts";
import type { LinkedInterface } from "../linkage.ts";
import type { References } from "../references.ts";
import { checkCallers } from "./check-callers.ts";
import { checkFacade } from "./check-facade.ts";
import { checkImplementation } from "./check-facade-impl.ts";
import { checkLibrary, facadesByImplementation } from "./check-library.ts";
import { blame } from "./facade-blame.ts";
import { type FacadeProblem, isUndecided, prepareFacades } from "./facade-problem.ts";

/** What is wrong with packages as facades, as implementations of facades, and as their users. */
export interface FacadeDiagnostics {
  /** CI3001 to CI3005. */
  diagnostics: Diagnostic[];
  /** Those that stand among the `errors` of interfaces, always as errors, and what stands for them. */
  behindErrors: ReadonlySet<Diagnostic>;
  /** CI3005 of the root, which is among those only if its package.json says that it is a library. */
  ofLibrary: Diagnostic[];
}

const NONE: FacadeDiagnostics = { diagnostics: [], behindErrors: new Set(), ofLibrary: [] };

/**
 * Checks the facades among the packages (DESIGN 4.2). A mistake in a package of the workspace is an
 * error; one in an installed package is a warning, unless the program is linked to it, or would be.
 *
 * Where an interface is not linked for such a mistake, that is what its `errors` say from here on:
 * the cause, and not what follows from it.
 */
export function checkFacades(
  build: Build,
  references: References,
  interfaces: readonly LinkedInterface[],
): FacadeDiagnostics {
  const { packages } = build.known;
  const isConcerned = packages.some(
    ({ manifest }) => manifest.facade || manifest.facadeImpl.length > 0,
  );
  if (!isConcerned) return NONE;
  const facades = prepareFacades(build, references);
  const found = packages.flatMap((item): FacadeProblem[] => {
    if (isUndecided(item)) return [];
    return item.manifest.facade ? checkFacade(item, facades) : checkImplementation(item, facades);
  });
  const linkedTo = blame(interfaces, found, build);
  const problems = found.filter(({ causes }) => causes.length === 0);
  const implemented = facadesByImplementation(facades);
  // What a facade brings along may be the default that it does not name as it should.
  const unsure = new Set(
    found.map(({ culprit }) => culprit).filter(({ manifest }) => manifest.facade),
  );
  const ofLibraries = packages
    .filter((item) => !unsure.has(item) && !facades.ofManifest.has(item.dir))
    .map((item) => ({ item, found: checkLibrary(item, implemented, facades) }));
  const root = ofLibraries.find(({ item }) => item.dir === build.graph.root);
  const errors = [...references.diagnostics, ...interfaces.flatMap((linked) => linked.errors)];
  const said = new Set(errors.flatMap(({ notes }) => notes));
  return {
    diagnostics: [
      ...problems.map((problem) =>
        problem.culprit.source || linkedTo.has(problem)
          ? problem.diagnostic
          : asWarning(problem.diagnostic),
      ),
      ...checkCallers(interfaces, said, build),
      ...ofLibraries.filter((other) => other !== root).flatMap(({ found }) => found.map(asWarning)),
      ...(root && publishesChoice(root.item) ? root.found : []),
    ],
    behindErrors: new Set(found.flatMap(({ diagnostic, causes }) => [diagnostic, ...causes])),
    ofLibrary: root?.found ?? [],
  };
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: "warning" };
}
