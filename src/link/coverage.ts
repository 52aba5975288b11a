import { byText } from "../by-text.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Label } from "../diagnostics/diagnostic.ts";
import * as messages from "../messages.ts";
import type {
  Call,
  Definition,
  Implementation,
  Member,
  SuppliedMember,
} from "../scan/symbol-table.ts";
import type { Build } from "./build.ts";
import { pathOf } from "./identity.ts";
import type { Located } from "./linkage.ts";
import { otherVersions } from "./other-version.ts";
import { reportMisspelt, suppliedMembers, takeMisspelt } from "./report/misspelt.ts";
import { nearMisses } from "./report/near.ts";
import { showPlaces } from "./report/places.ts";
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
  build: Build,
): Diagnostic[] {
  const used = usedMembers(definition, implementation, calls);
  const ofDefinition = [
    ...unknownCalled(definition, used, build),
    ...extra(definition, definition.item.defaults),
  ];
  if (!implementation) return ofDefinition;
  const misspelt = takeMisspelt(definition, implementation, used);
  return [
    ...ofDefinition,
    ...misspelt.map((found) => reportMisspelt(definition, implementation, found)),
    ...missing(definition, implementation, used),
    ...extra(definition, implementation.item.members),
  ];
}

/**
 * The members that an implementation leaves out: those that are declared and have no default, or
 * where they cannot be seen, those that are used.
 */
export function missingMembers(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
  calls: readonly Located<Call>[],
): string[] {
  return absentMembers(definition, implementation, usedMembers(definition, implementation, calls));
}

function absentMembers(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
  used: Map<string, Located<Call>[]>,
): string[] {
  const { members } = definition.item;
  const required = members
    ? members.filter((member) => !member.optional || used.has(member.name)).map(nameOf)
    : [...used.keys()].sort(byText);
  const supplied = suppliedMembers(definition, implementation);
  return required.filter((member) => !supplied.has(member));
}

/** CI2003, one for all members that an implementation leaves out. */
function missing(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
  used: Map<string, Located<Call>[]>,
): Diagnostic[] {
  const { members } = definition.item;
  const absent = absentMembers(definition, implementation, used);
  if (absent.length === 0) return [];
  const message = messages.missingMembers(pathOf(definition), absent, valuesAmong(members ?? []));
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

/** CI2004, one for each member that is called and not declared. */
function unknownCalled(
  definition: Located<Definition>,
  used: Map<string, Located<Call>[]>,
  build: Build,
): Diagnostic[] {
  const declared = declaredNames(definition);
  if (!declared) return [];
  return [...used]
    .filter(([member]) => !declared.has(member))
    .map(([member, calls]) => {
      const near = nearMisses(member, declared);
      const message = messages.unknownMemberCalled(pathOf(definition), member, near);
      const shown = showPlaces(calls, message.label, messages.ALSO_CALLED);
      const ofClass =
        OF_CLASSES.includes(member) &&
        calls.every(({ item }) => item.within?.of === "implementation");
      if (ofClass) message.help.unshift(messages.insteadOfThis(member));
      const callers = calls.map(({ package: dir }) => dir);
      const versions = otherVersions(callers, definition.package, build);
      if (versions.help.length > 0) message.help.splice(0, Infinity, ...versions.help);
      return diagnose(message, null, {
        labels: [...shown.labels, { span: definition.item.span, text: messages.DEFINED }],
        notes: [
          ...shown.notes,
          ...versions.notes,
          ...(ofClass ? [messages.notOfTheClass(member)] : []),
        ],
      });
    });
}

/** What `this` has in every static method of JavaScript. */
const OF_CLASSES = ["length", "name", "prototype"];

/** CI2010, one for each member that is supplied and not declared. */
function extra(definition: Located<Definition>, supplied: readonly SuppliedMember[]): Diagnostic[] {
  const declared = declaredNames(definition);
  if (!declared) return [];
  return supplied
    .filter(({ name }) => !declared.has(name))
    .map(({ name, span }) => {
      const near = nearMisses(name, declared);
      return diagnose(messages.extraMember(pathOf(definition), name, near), span, {
        labels: [{ span: definition.item.span, text: messages.DEFINED }],
      });
    });
}

/** The members that the interface declares; `null` where they cannot be seen. */
function declaredNames({ item }: Located<Definition>): Set<string> | null {
  return item.members && new Set(item.members.map(nameOf));
}

/** The members that people may have to write as a value: nothing says that they are functions. */
export function valuesAmong(members: readonly Member[]): string[] {
  return members.filter(({ kind }) => kind === "value").map(nameOf);
}

function nameOf({ name }: { name: string }): string {
  return name;
}
