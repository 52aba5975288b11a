import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Definition } from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import { checkDefault, checkOwnImplementations } from "./check-facade.ts";
import { checkImplementation } from "./check-facade-impl.ts";
import { checkLibrary, facadesByImplementation } from "./check-library.ts";
import { missingMembers } from "./coverage.ts";
import { type FacadeProblem, isUndecided, prepareFacades } from "./facade-problem.ts";
import { publishesChoice } from "./library.ts";
import type { LinkedInterface, Located } from "./linkage.ts";
import type { References } from "./references.ts";

/** What is wrong with packages as facades, as implementations of facades, and as their users. */
export interface FacadeDiagnostics {
  /** CI3001 to CI3005. */
  diagnostics: Diagnostic[];
  /** Those that stand among the `errors` of interfaces: always as errors. */
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
  const problems = packages.flatMap((item): FacadeProblem[] => {
    if (isUndecided(item)) return [];
    return item.manifest.facade
      ? [...checkOwnImplementations(item, facades), ...checkDefault(item, facades)]
      : checkImplementation(item, facades);
  });
  const linkedTo = blame(interfaces, problems, build);
  const implemented = facadesByImplementation(facades);
  const ofLibraries = packages.map((item) => ({
    item,
    found: checkLibrary(item, implemented, facades),
  }));
  const root = ofLibraries.find(({ item }) => item.dir === build.graph.root);
  return {
    diagnostics: [
      ...problems.map((problem) =>
        problem.culprit.source || linkedTo.has(problem)
          ? problem.diagnostic
          : asWarning(problem.diagnostic),
      ),
      ...ofLibraries.filter((other) => other !== root).flatMap(({ found }) => found.map(asWarning)),
      ...(root && publishesChoice(root.item) ? root.found : []),
    ],
    behindErrors: new Set(problems.map(({ diagnostic }) => diagnostic)),
    ofLibrary: root?.found ?? [],
  };
}

/**
 * Puts problems in the place of the errors that follow from them.
 *
 * @returns the problems of what the program is linked to, or would be
 */
function blame(
  interfaces: readonly LinkedInterface[],
  problems: readonly FacadeProblem[],
  build: Build,
): Set<FacadeProblem> {
  const linkedTo = new Set<FacadeProblem>();
  const facades = new Set(problems.map(({ facade }) => facade));
  for (const linked of interfaces) {
    const { definition, implementation, called } = linked;
    if (!facades.has(definition.package)) continue;
    const ofFacade = problems.filter(({ facade }) => facade === definition.package);
    const used = ofFacade.filter((problem) => problem.implementation === implementation?.package);
    const causes = new Set<FacadeProblem>();
    linked.errors = linked.errors.flatMap((error) => {
      const behind =
        error.code === "CI2001"
          ? ofFacade.filter((problem) => isBehindHole(problem, definition, build))
          : error.code === "CI2003"
            ? used.filter((problem) => namesAllMissing(problem, linked))
            : [];
      for (const problem of behind) {
        causes.add(problem);
        if (!problem.culprit.source) explain(problem.diagnostic, error, called);
      }
      return behind.length > 0 ? behind.map(({ diagnostic }) => diagnostic) : [error];
    });
    if (called) for (const problem of [...causes, ...used]) linkedTo.add(problem);
  }
  return linkedTo;
}

/** Whether an interface has no implementation because of a problem. */
function isBehindHole(
  { leftOut, implementation, culprit }: FacadeProblem,
  definition: Located<Definition>,
  { listed, graph }: Build,
): boolean {
  const isLeftOut = leftOut.some((found) => found.definition === definition);
  // Of implementations, only what the root has chosen could have filled the hole; and a default.
  const chosen =
    implementation === culprit.dir ? listed.has(culprit.dir) || culprit.dir === graph.root : true;
  return isLeftOut && chosen;
}

/** Whether a problem says all that an error about missing members says. */
function namesAllMissing({ leftOut }: FacadeProblem, linked: LinkedInterface): boolean {
  const { definition, implementation, calls } = linked;
  if (!implementation) return false;
  const found = leftOut.find((other) => other.definition === definition);
  const said = new Set(found?.members.map(({ name }) => name));
  return missingMembers(definition, implementation, calls).every((name) => said.has(name));
}

/** Who did not make the mistake learns where it matters, and what else can be done about it. */
function explain(diagnostic: Diagnostic, error: Diagnostic, called: boolean): void {
  if (called) diagnostic.labels.push(...error.labels.slice(0, 1));
  for (const help of error.help) if (!diagnostic.help.includes(help)) diagnostic.help.push(help);
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: "warning" };
}
