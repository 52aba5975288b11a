import type { Binding, Module } from "../expand/module.ts";
import type { ImplementSite, SuppliedSite } from "../expand/site.ts";
import type { Node } from "../expand/syntax.ts";
import { demangle } from "../naming.ts";
import { isLate, lateBinding } from "./late-bindings.ts";
import { exportedBindings } from "./module-exports.ts";
import type { LateMember } from "./module-graph.ts";

/**
 * The members of a file's implementations that cannot be called before the file has run: functions
 * are there by then, but what they use of the file may not be. Only what a member itself mentions
 * counts, not what the functions do that it calls. In a file that is published, members are the exports
 * that have the names of symbols.
 *
 * @param consumed identifiers that macros take away
 */
export function lateMembers(
  module: Module,
  sites: readonly ImplementSite[],
  consumed: ReadonlySet<Node>,
): LateMember[] {
  const usedIn = (body: Node): string | null => lateBinding(module, body, consumed);
  const written = sites.flatMap(({ interface: { name }, namespace, members }) =>
    members.flatMap((member) => lateMember(namespace, name, member.name, neededBy(member))),
  );
  const published = exportedBindings(module).flatMap(({ exported, local }) => {
    const parts = demangle(exported);
    const binding = module.bindings.get(local);
    if (!parts || parts.weak || !binding) return [];
    return lateMember(
      parts.namespace,
      parts.interfaceName,
      parts.member,
      neededByBinding(binding, local),
    );
  });
  return [...written, ...published];

  function neededBy({ name, kind, value }: SuppliedSite): string | null {
    if (kind === "value") return name;
    if (kind !== "reference") return usedIn(value);
    const binding = module.binding(value);
    return binding && neededByBinding(binding, value.type === "Identifier" ? value.name : name);
  }

  function neededByBinding(binding: Binding, name: string): string | null {
    if (isLate(binding)) return name;
    return binding.kind === "other" ? usedIn(binding.node) : null;
  }
}

function lateMember(
  namespace: string | null,
  name: string,
  member: string,
  binding: string | null,
): LateMember[] {
  return binding === null ? [] : [{ interface: { namespace, name }, member, binding }];
}
