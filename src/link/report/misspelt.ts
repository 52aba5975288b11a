import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../messages.ts";
import type { Call, Definition, Implementation } from "../../scan/symbol-table.ts";
import { pathOf } from "../identity.ts";
import type { Located } from "../linkage.ts";
import { nearMisses } from "./near.ts";
import { showPlaces } from "./places.ts";

/** A member that is called and not supplied, but is like some that are. */
export interface Misspelt {
  member: string;
  near: string[];
  calls: Located<Call>[];
}

/** The names of what an implementation and the defaults supply. */
export function suppliedMembers(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
): Set<string> {
  const supplied = [...implementation.item.members, ...definition.item.defaults];
  return new Set(supplied.map(({ name }) => name));
}

/**
 * Takes from `used` the members that are probably misspelt where they are called. Only where the
 * interface declares no members that can be seen: else there is no doubt about what is meant.
 */
export function takeMisspelt(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
  used: Map<string, Located<Call>[]>,
): Misspelt[] {
  if (definition.item.members) return [];
  const supplied = suppliedMembers(definition, implementation);
  const misspelt: Misspelt[] = [];
  for (const [member, calls] of used) {
    const near = supplied.has(member) ? [] : nearMisses(member, supplied);
    if (near.length === 0) continue;
    misspelt.push({ member, near, calls });
    used.delete(member);
  }
  return misspelt;
}

/** CI2004 for a member that may as well be missing: both the calls and the implementation are shown. */
export function reportMisspelt(
  definition: Located<Definition>,
  implementation: Located<Implementation>,
  { member, near, calls }: Misspelt,
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
