import { posix } from "node:path";
import type { createColors } from "picocolors";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import type { Implementation } from "../scan/symbol-table.ts";
import { pathOf } from "./identity.ts";
import type { Linkage, LinkedInterface, Located, Rejection, Rule } from "./linkage.ts";
import { nearMisses } from "./near.ts";

/** A file of a package, and how the root comes to that package. */
export interface Whereabouts {
  /** Such as `log@1.0.0`. */
  package: string;
  /** Absolute path. */
  file: string;
  /** The shortest dependency chain from the root. */
  chain: string[];
}

/** Everything about why one interface is linked as it is. Plain data, also for `--json`. */
export interface Why {
  /** Such as `Mall/HelloIf`. */
  interface: string;
  definition: Whereabouts;
  /** `null` when the definition's defaults are linked, or nothing is. */
  selected: (Whereabouts & { conditions: string[] }) | null;
  rule: Rule;
  /** Why that one was selected, one line. */
  reason: string;
  /** What each member is linked to, by name. */
  members: { name: string; file: string; default: boolean }[];
  /** Who was not selected, and why. */
  rejected: (Whereabouts & { cause: Rejection; reason: string })[];
  /** Who calls which members; `*` stands for the interface as an object. By file. */
  callers: (Whereabouts & { members: { name: string; calls: number }[] })[];
  errors: Diagnostic[];
}

/**
 * Explains the interfaces of a name: `HelloIf` in every namespace and package, `Mall/HelloIf`, or
 * `hello-if#HelloIf` for that of one package. Empty when there is none.
 */
export function explainLink(name: string, graph: PackageGraph, linkage: Linkage): Why[] {
  return linkage.interfaces
    .filter((linked) => namesOf(linked, graph).includes(name))
    .map((linked) => whyLinked(linked, linkage));
}

/** Interfaces whose name is like one that {@link explainLink} does not find, best first. */
export function similarInterfaces(name: string, graph: PackageGraph, linkage: Linkage): string[] {
  return nearMisses(
    name,
    linkage.interfaces.flatMap((linked) => namesOf(linked, graph)),
  );
}

function namesOf({ definition }: LinkedInterface, graph: PackageGraph): string[] {
  const path = pathOf(definition);
  const owner = graph.packages.get(definition.package)?.name ?? "";
  return [definition.item.name, path, `${owner}#${path}`];
}

function whyLinked(linked: LinkedInterface, linkage: Linkage): Why {
  const { definition, implementation, rule, reason, members, errors } = linked;
  const locate = (place: Located<unknown>): Whereabouts => {
    const chain = linkage.chain(place.package);
    // It ends with the package, also where that is one that the root does not reach.
    return { package: chain.at(-1)!, file: place.file, chain };
  };
  return {
    interface: pathOf(definition),
    definition: locate(definition),
    selected: implementation && { ...locate(implementation), ...conditionsOf(implementation) },
    rule,
    reason,
    members: members.map(({ name, file, weak }) => ({ name, file, default: weak })),
    rejected: linked.rejected.map(({ implementation: other, cause, reason: because }) => ({
      ...locate(other),
      cause,
      reason: because,
    })),
    callers: callersOf(linked).map(({ place, members: called }) => ({
      ...locate(place),
      members: [...called].map(([name, calls]) => ({ name, calls })),
    })),
    errors,
  };
}

function conditionsOf({ item }: Located<Implementation>): { conditions: string[] } {
  return { conditions: item.conditions };
}

/** The calls of each file, counted by member, without those of its own defaults and the like. */
function callersOf({
  calls,
}: LinkedInterface): { place: Located<unknown>; members: Map<string, number> }[] {
  const byFile = new Map<string, { place: Located<unknown>; members: Map<string, number> }>();
  for (const call of calls) {
    if (call.item.within) continue;
    const caller = byFile.get(call.file) ?? { place: call, members: new Map() };
    byFile.set(call.file, caller);
    const member = call.item.member ?? "*";
    caller.members.set(member, (caller.members.get(member) ?? 0) + 1);
  }
  return [...byFile.values()];
}

/**
 * An explanation as text for people. Its errors are not in it: they are rendered like all others.
 *
 * @param colors of picocolors
 * @param cwd the directory that paths are shown relative to
 */
export function renderWhy(why: Why, colors: ReturnType<typeof createColors>, cwd: string): string {
  const path = (file: string): string => colors.dim(posix.relative(cwd, file));
  const place = ({ package: name, file }: Whereabouts): string =>
    `${colors.bold(name)} ${path(file)}`;
  // Of the root itself it would say nothing.
  const chain = ({ chain: names }: Whereabouts): string[] =>
    names.length > 1 ? [`    ${names.join(" → ")}`] : [];
  const lines = [`${colors.bold(why.interface)} of ${place(why.definition)}`, ""];

  if (why.selected) lines.push(`${colors.green("linked to")} ${place(why.selected)}`);
  else if (why.rule === "weak") lines.push(`${colors.green("linked to")} its defaults`);
  else lines.push(colors.red("not linked"));
  if (why.rule !== "none") lines.push(`    because: ${why.reason}`);
  if (why.selected) lines.push(...chain(why.selected));

  for (const { name, file, default: weak } of why.members) {
    lines.push(`    ${name} → ${weak ? "default " : ""}${path(file)}`);
  }
  for (const other of why.rejected) {
    lines.push("", `${colors.yellow("not selected")} ${place(other)}`);
    lines.push(`    because: ${other.reason}`, ...chain(other));
  }
  if (why.callers.length === 0) lines.push("", "called by nobody");
  for (const caller of why.callers) {
    const members = caller.members.map(({ name, calls }) =>
      calls > 1 ? `${name} ×${calls}` : name,
    );
    lines.push("", `called by ${place(caller)}`, `    ${members.join(", ")}`, ...chain(caller));
  }
  return lines.join("\n");
}
