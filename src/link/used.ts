import { append } from "../append.ts";
import type { Call, Definition, Implementation } from "../scan/symbol-table.ts";
import type { Located } from "./linkage.ts";

/** Whether anybody but its own defaults and implementations calls an interface. */
export function isCalled(calls: readonly Located<Call>[]): boolean {
  return calls.some(({ item }) => item.within === undefined);
}

/**
 * The members that a build uses, each with its calls, if `implementation` is linked. A default's or
 * an implementation's own uses (`this.member`) count where that body is linked, and only if somebody
 * calls the interface at all: merely depending on a definition demands nothing.
 */
export function usedMembers(
  definition: Located<Definition>,
  implementation: Located<Implementation> | null,
  calls: readonly Located<Call>[],
): Map<string, Located<Call>[]> {
  const used = new Map<string, Located<Call>[]>();
  if (!isCalled(calls)) return used;
  const overridden = new Set(implementation?.item.members.map(({ name }) => name));
  for (const call of calls) {
    if (!counts(call)) continue;
    const { member } = call.item;
    for (const name of member === null ? everyMember(definition, implementation) : [member]) {
      append(used, name, call);
    }
  }
  return used;

  function counts({ file, item: { within } }: Located<Call>): boolean {
    if (!within) return true;
    if (within.of === "implementation") return file === implementation?.file;
    return file === definition.file && !overridden.has(within.member);
  }
}

/** What `use_interface(HelloIf)` holds: the declared members, or those that can be seen. */
function everyMember(
  { item }: Located<Definition>,
  implementation: Located<Implementation> | null,
): Iterable<string> {
  const visible = item.members ?? [...item.defaults, ...(implementation?.item.members ?? [])];
  return new Set(visible.map(({ name }) => name));
}
