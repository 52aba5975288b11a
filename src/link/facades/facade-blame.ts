import { append } from "../../append.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Build } from "../build.ts";
import { missingMembers } from "../coverage.ts";
import type { LinkedInterface } from "../linkage.ts";
import { SHOWN } from "../report/places.ts";
import type { LeftOut } from "./facade-coverage.ts";
import { facadeDefault } from "./facade-default.ts";
import type { FacadeProblem } from "./facade-problem.ts";

/**
 * Puts problems in the place of the errors that follow from them.
 *
 * @returns the problems of what the program is linked to, or would be
 */
export function blame(
  interfaces: readonly LinkedInterface[],
  problems: readonly FacadeProblem[],
  build: Build,
): Set<FacadeProblem> {
  const linkedTo = new Set<FacadeProblem>();
  const byFacade = new Map<string, FacadeProblem[]>();
  for (const problem of problems) {
    append(byFacade, problem.facade, problem);
  }
  const following = new Map<FacadeProblem, Consequence[]>();
  for (const linked of interfaces) {
    const { definition, implementation, called } = linked;
    // What implements a copy of the facade implements the facade.
    const copies = build.definitions.copies(definition);
    const ofFacade = copies.flatMap(({ package: dir }) => byFacade.get(dir) ?? []);
    if (ofFacade.length === 0) continue;
    const used = ofFacade.filter((problem) => problem.implementation === implementation?.package);
    if (called) for (const problem of used) linkedTo.add(problem);
    linked.errors = linked.errors.flatMap((error) => {
      const behind = ofFacade.filter((problem) => isBehind(problem, error, linked, build));
      for (const problem of behind) {
        if (called) linkedTo.add(problem);
        append(following, problem, { error, called });
      }
      if (behind.length === 0) return [error];
      return behind.flatMap(({ diagnostic, causes }) =>
        causes.length > 0 ? causes : [diagnostic],
      );
    });
  }
  for (const [problem, consequences] of following) {
    if (!problem.culprit.source) explain(problem.diagnostic, consequences.slice(0, SHOWN));
  }
  return linkedTo;
}

/** An error that follows from a problem, of an interface that somebody calls or nobody does. */
interface Consequence {
  error: Diagnostic;
  called: boolean;
}

/** Whether an error of an interface follows from a problem. */
function isBehind(
  problem: FacadeProblem,
  { code }: Diagnostic,
  linked: LinkedInterface,
  { definitions, listed, graph }: Build,
): boolean {
  const { culprit, leftOut } = problem;
  if (!(problem.follow as readonly string[]).includes(code)) return false;
  if (code === "CI2002") return true;
  const copies = definitions.copies(linked.definition);
  const found = leftOut.find(({ definition }) => copies.includes(definition));
  if (!found) return false;
  if (code === "CI2003") return namesAllMissing(problem, found, linked);
  const facade = graph.packages.get(problem.facade);
  if (culprit === facade) return true;
  // Of implementations, only what the root has chosen could have filled the hole, or a default.
  const { dir } = culprit;
  return listed.has(dir) || dir === graph.root || (!!facade && facadeDefault(facade)?.dir === dir);
}

/** Whether a problem says all that an error about missing members says. */
function namesAllMissing(
  problem: FacadeProblem,
  found: LeftOut,
  { definition, implementation, calls }: LinkedInterface,
): boolean {
  if (implementation?.package !== problem.implementation) return false;
  const said = new Set(found.members.map(({ name }) => name));
  return missingMembers(definition, implementation, calls).every((name) => said.has(name));
}

/** Who did not make the mistake learns where it matters, and what else can be done about it. */
function explain({ labels, help }: Diagnostic, consequences: readonly Consequence[]): void {
  for (const { error, called } of consequences) {
    if (called) labels.push(...error.labels.slice(0, 1));
    for (const other of error.help) if (!help.includes(other)) help.push(other);
  }
}
