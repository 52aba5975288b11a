import { byText } from "../by-text.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import * as messages from "../messages.ts";
import type { Definition, Implementation } from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import { type Objection, objectionsToCandidates } from "./candidates.ts";
import { manifestPath, packageLabel } from "./chains.ts";
import { isCopy } from "./copies.ts";
import { type Explicit, explicitSelection, selectedAmong, selectsDefaultOf } from "./explicit.ts";
import { facadeDefault, isOfDefault } from "./facades/facade-default.ts";
import type { Located, RejectedImplementation, Rule } from "./linkage.ts";
import type { References } from "./references.ts";
import { reportSelectionNotFound } from "./report/explicit.ts";
import { reportNone } from "./report/none.ts";
import { reportSeveral } from "./report/several.ts";
import { isCalled, usedMembers } from "./used.ts";

/** One interface while its implementation is selected. */
export interface Election {
  build: Build;
  definition: Located<Definition>;
  references: References;
  /** Filled by the rules, each with the implementations it drops. */
  rejected: RejectedImplementation[];
}

/** What the rules of DESIGN 4.1 decided. */
export interface Selected {
  implementation: Located<Implementation> | null;
  rule: Rule;
  /** One line for people. */
  reason: string;
  rejected: RejectedImplementation[];
  /** CI2001, CI2002, CI2008 or CI2009 when nothing could be selected. */
  errors: Diagnostic[];
}

/** Selects the implementation of one interface by the rules of DESIGN 4.1, in their order. */
export function select(
  build: Build,
  references: References,
  definition: Located<Definition>,
): Selected {
  const { implementations, elsewhere } = references.of(definition);
  const election: Election = { build, definition, references, rejected: [...elsewhere] };
  const active = withActiveConditions(
    election,
    keep(election, implementations, objectionsToCandidates(definition, build)),
  );

  const explicit = explicitSelection(definition, references, build);
  const chosen = explicit ? namedBy(explicit, election, active) : active;
  if (explicit && chosen.length === 0 && !selectsDefaultOf(explicit.selected, definition, build)) {
    return failed(election, reportSelectionNotFound(explicit, election));
  }
  const left = withoutCopies(election, conditionalFirst(election, chosen));
  if (left.length > 1) return several(election, left);
  const selection = explicit && messages.byExplicitSelection(explicit.place);
  if (left.length === 1) {
    return selection
      ? elected(election, left[0], "explicit", selection)
      : elected(election, left[0], "only", reasonOfOnly(left[0], election));
  }

  const defaults = conditionalFirst(election, facadeDefaults(election));
  if (defaults.length > 1) return several(election, defaults);
  if (defaults.length === 1) {
    const reason = messages.byFacadeDefault(manifestPath(definition.package));
    return selection
      ? elected(election, defaults[0], "explicit", selection)
      : elected(election, defaults[0], "default", reason);
  }

  if (defaultsSuffice(election)) {
    return elected(election, null, "weak", selection ?? messages.byDefaults());
  }
  const report = explicit ? reportSelectionNotFound(explicit, election) : reportNone(election);
  return failed(election, report);
}

/** Rule 2, first half: all conditions must be active. */
function withActiveConditions(
  election: Election,
  implementations: Located<Implementation>[],
): Located<Implementation>[] {
  const { conditions } = election.build;
  return keep(election, implementations, ({ item }) => {
    const inactive = item.conditions.filter((condition) => !conditions.has(condition));
    return inactive.length === 0 ? null : ["conditions", messages.inactiveConditions(inactive)];
  });
}

/**
 * Rule 2, second half: one with conditions beats one without. It comes after rule 3, so that the
 * root may still select one without.
 */
function conditionalFirst(
  election: Election,
  implementations: Located<Implementation>[],
): Located<Implementation>[] {
  const first = implementations.find(({ item }) => item.conditions.length > 0);
  if (first === undefined) return implementations;
  const label = packageLabel(election.build.graph, first.package);
  const reason = messages.beatenByConditions(first.item.conditions, label);
  return keep(election, implementations, ({ item }) =>
    item.conditions.length === 0 ? ["unconditional", reason] : null,
  );
}

/**
 * Before rule 4: of copies of one version, which npm and pnpm install where versions or peers differ, the one that
 * the root lists. Not the nearest: a dependency could bring along what calls itself another package.
 */
function withoutCopies(
  election: Election,
  implementations: Located<Implementation>[],
): Located<Implementation>[] {
  const { listed, graph } = election.build;
  const chosen = implementations.filter(({ package: dir }) => listed.has(dir));
  if (chosen.length === 0 || chosen.length === implementations.length) return implementations;
  return keep(election, implementations, ({ package: dir }) => {
    const isOther = !listed.has(dir) && chosen.some((other) => isCopy(dir, other.package, graph));
    return isOther ? ["copy", messages.anotherCopy(packageLabel(graph, dir))] : null;
  });
}

/** Rule 3: what the root selects explicitly. */
function namedBy(
  { selected }: Explicit,
  election: Election,
  implementations: Located<Implementation>[],
): Located<Implementation>[] {
  const named = new Set(selectedAmong(selected, implementations, election.build));
  return keep(election, implementations, (found) =>
    named.has(found) ? null : ["unselected", messages.anotherSelected(selected)],
  );
}

/** Rule 5: the default that the facade itself names. */
function facadeDefaults(election: Election): Located<Implementation>[] {
  const { build, definition, references, rejected } = election;
  const owner = build.graph.packages.get(definition.package);
  const named = owner ? facadeDefault(owner) : null;
  if (named === null) return [];
  const found = references
    .of(definition)
    .implementations.filter((implementation) => isOfDefault(implementation, named));
  const dropped = rejected.filter(({ implementation }) => !found.includes(implementation));
  rejected.splice(0, rejected.length, ...dropped);
  return withActiveConditions(election, found);
}

/**
 * Rule 6: whether the definition's own defaults are enough. For an interface that nobody calls they
 * always would be; it counts as linked only if it could be called, so that `check` reports others.
 */
function defaultsSuffice({ definition, references }: Election): boolean {
  const { members, defaults } = definition.item;
  const { calls } = references.of(definition);
  const supplied = new Set(defaults.map(nameOf));
  const declared = members && new Set(members.map(nameOf));
  if (!isCalled(calls)) return declared ? [...declared].every(isSupplied) : supplied.size > 0;
  const used = [...usedMembers(definition, null, calls).keys()];
  // A call of what is not declared is an error of its own, CI2004.
  return used.filter((name) => declared?.has(name) ?? true).every(isSupplied);

  function isSupplied(name: string): boolean {
    return supplied.has(name);
  }
}

function nameOf({ name }: { name: string }): string {
  return name;
}

/** Keeps the implementations that `objection` has nothing against, and records the others. */
function keep(
  { rejected }: Election,
  implementations: Located<Implementation>[],
  objection: (implementation: Located<Implementation>) => Objection | null,
): Located<Implementation>[] {
  return implementations.filter((implementation) => {
    const found = objection(implementation);
    if (found) rejected.push({ implementation, cause: found[0], reason: found[1] });
    return found === null;
  });
}

/** Rule 4, exactly one left, and every other way to end with one. */
function elected(
  { rejected }: Election,
  implementation: Located<Implementation> | null,
  rule: Rule,
  reason: string,
): Selected {
  return { implementation, rule, reason, rejected, errors: [] };
}

function reasonOfOnly({ item }: Located<Implementation>, { build, rejected }: Election): string {
  if (item.conditions.length === 0) return messages.byBeingTheOnly();
  const beaten = rejected
    .filter(({ cause }) => cause === "unconditional")
    .map(({ implementation }) => packageLabel(build.graph, implementation.package));
  return messages.byConditions(item.conditions, [...new Set(beaten)].sort(byText));
}

/** Rule 4, more than one left. */
function several(election: Election, left: Located<Implementation>[]): Selected {
  const error = reportSeveral(left, election);
  keep(election, left, () => ["several", messages.oneOfSeveral()]);
  return failed(election, error);
}

function failed({ rejected }: Election, error: Diagnostic): Selected {
  const reason = messages.byNothing();
  return { implementation: null, rule: "none", reason, rejected, errors: [error] };
}
