import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Label } from "../diagnostics/diagnostic.ts";
import * as messages from "../messages.ts";
import type { Call, Definition, Implementation, SuppliedMember } from "../scan/symbol-table.ts";
import { pathOf } from "./identity.ts";
import type { Located } from "./linkage.ts";
import { nearMisses } from "./near.ts";
import { byText } from "./order.ts";
import { showPlaces } from "./places.ts";
import { usedMembers } from "./used.ts";

/**
 * Whether declared, supplied and called members agree: CI2003, CI2004 and CI2010. Where the members
 * of the interface cannot be seen, only those that are called can be missing; one that is like a
 * supplied one is probably misspelt where it is called.
 *
 * @param implementation the selected one; `null` where the defaults stand alone, or nothing does
 */
export function checkCoverage(
  definition: Located<Definition>,
  implementation: Located<Implementation> | null,
  calls: readonly Located<Call>[],
): Diagnostic[] {
  const used = usedMembers(definition, implementation, calls);
  const misspelt = implementation ? misspeltMembers(definition, implementation, used) : new Map();
  return [
    ...unknownCalled(definition, used),
    ...[...misspelt].map(([member, near]) =>
      reportMisspelt(definition, implementation!, member, near, used.get(member)!),
    ),
    ...(implementation
      ? missing(
          definition,
          implementation,
          new Map([...used].filter(([member]) => !misspelt.has(member))),
        )
      : []),
    ...extra(definition, definition.item.defaults),
    ...(implementation ? extra(definition, implementation.item.members) : []),
  ];
}

/** CI2003, one for all members that an implementation leaves out. */
function missing(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
  used: Map<string, Located<Call>[]>,
): Diagnostic[] {
  const { members } = definition.item;
  const required = members
    ? members.filter((member) => !member.optional || used.has(member.name)).map(nameOf)
    : [...used.keys()].sort(byText);
  const supplied = suppliedMembers(definition, implementation);
  const absent = required.filter((member) => !supplied.has(member));
  if (absent.length === 0) return [];
  const message = messages.missingMembers(pathOf(definition), absent);
  const labels = absent.flatMap((member): Label[] => {
    const declaration = members?.find((found) => found.name === member);
    if (declaration) return [{ span: declaration.span, text: messages.declared(member) }];
    return used
      .get(member)!
      .slice(0, 1)
      .map(({ item }) => ({ span: item.span, text: messages.called(member) }));
  });
  return [diagnose(message, implementation.item.span, { labels })];
}

function suppliedMembers(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
): Set<string> {
  return new Set([...implementation.item.members, ...definition.item.defaults].map(nameOf));
}

/** Of an interface whose members cannot be seen: members called that are like a supplied one. */
function misspeltMembers(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
  used: Map<string, Located<Call>[]>,
): Map<string, string[]> {
  const misspelt = new Map<string, string[]>();
  if (definition.item.members) return misspelt;
  const supplied = suppliedMembers(definition, implementation);
  for (const member of used.keys()) {
    const near = supplied.has(member) ? [] : nearMisses(member, supplied);
    if (near.length > 0) misspelt.set(member, near);
  }
  return misspelt;
}

/** CI2004 for a member that nobody declares, so that it may as well be missing. */
function reportMisspelt(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
  member: string,
  near: string[],
  calls: readonly Located<Call>[],
): Diagnostic {
  const path = pathOf(definition);
  const message = messages.unknownMemberCalled(path, member, near);
  message.help.push(messages.orImplement(member));
  const shown = showPlaces(calls, message.label, messages.ALSO_CALLED);
  return diagnose(message, null, {
    labels: [
      ...shown.labels,
      { span: implementation.item.span, text: messages.IMPLEMENTED },
      { span: definition.item.span, text: messages.DEFINED },
    ],
    notes: [...shown.notes, messages.membersUnseen(path)],
  });
}

/** CI2004, one for each member that is called and not declared. */
function unknownCalled(
  definition: Located<Definition>,
  used: Map<string, Located<Call>[]>,
): Diagnostic[] {
  const declared = definition.item.members?.map(nameOf);
  if (!declared) return [];
  return [...used]
    .filter(([member]) => !declared.includes(member))
    .map(([member, calls]) => {
      const near = nearMisses(member, declared);
      const message = messages.unknownMemberCalled(pathOf(definition), member, near);
      const shown = showPlaces(calls, message.label, messages.ALSO_CALLED);
      const ofClass =
        OF_CLASSES.includes(member) &&
        calls.every(({ item }) => item.within?.of === "implementation");
      if (ofClass) message.help.unshift(messages.insteadOfThis(member));
      return diagnose(message, null, {
        labels: [...shown.labels, { span: definition.item.span, text: messages.DEFINED }],
        notes: [...shown.notes, ...(ofClass ? [messages.notOfTheClass(member)] : [])],
      });
    });
}

/** What `this` has in every static method of JavaScript. */
const OF_CLASSES = ["length", "name", "prototype"];

/** CI2010, one for each member that is supplied and not declared. */
function extra(definition: Located<Definition>, supplied: readonly SuppliedMember[]): Diagnostic[] {
  const declared = definition.item.members?.map(nameOf);
  if (!declared) return [];
  return supplied
    .filter(({ name }) => !declared.includes(name))
    .map(({ name, span }) => {
      const near = nearMisses(name, declared);
      return diagnose(messages.extraMember(pathOf(definition), name, near), span, {
        labels: [{ span: definition.item.span, text: messages.DEFINED }],
      });
    });
}

function nameOf({ name }: { name: string }): string {
  return name;
}
