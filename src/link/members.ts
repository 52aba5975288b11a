import { byText } from "../by-text.ts";
import { mangle, mangleWeak } from "../naming.ts";
import type { Definition, Implementation } from "../scan/symbol-table.ts";
import type { LinkedMember, Located } from "./linkage.ts";
import { sortInPlace } from "./order.ts";

/**
 * Links each member to the export that provides it: the implementation's, or else the definition's
 * weak default. What the interface is known not to declare is left out.
 */
export function linkMembers(
  definition: Located<Definition>,
  implementation: Located<Implementation> | null,
): LinkedMember[] {
  const { name: interfaceName, namespace, members, defaults } = definition.item;
  const declared = members && new Set(members.map(({ name }) => name));
  const linked = new Map<string, LinkedMember>();
  for (const { name } of defaults) {
    const symbol = mangleWeak(namespace, interfaceName, name);
    linked.set(name, { name, file: definition.file, symbol, weak: true });
  }
  for (const { name } of implementation?.item.members ?? []) {
    const symbol = mangle(namespace, interfaceName, name);
    linked.set(name, { name, file: implementation!.file, symbol, weak: false });
  }
  const found = [...linked.values()].filter(({ name }) => !declared || declared.has(name));
  return sortInPlace(found, (a, b) => byText(a.name, b.name));
}
