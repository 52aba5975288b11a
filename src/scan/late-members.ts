import type { Binding, Module } from "../expand/module.ts";
import type { ImplementSite, SuppliedSite } from "../expand/site.ts";
import type { Node } from "../expand/syntax.ts";
import type { LateMember } from "./module-graph.ts";

/**
 * The members of a file's implementations that cannot be called before the file has run: functions
 * are there by then, but what they use of the file may not be. Only what a member itself mentions
 * counts, not what the functions do that it calls.
 *
 * @param consumed identifiers that macros take away
 */
export function lateMembers(
  module: Module,
  sites: readonly ImplementSite[],
  consumed: ReadonlySet<Node>,
): LateMember[] {
  const late = [...module.bindings].filter(([, binding]) => isLate(binding)).map(([name]) => name);
  return sites.flatMap(({ interface: { name }, namespace, members }) =>
    members.flatMap((member): LateMember[] => {
      const binding = neededBy(member);
      if (binding === null) return [];
      return [{ interface: { namespace, name }, member: member.name, binding }];
    }),
  );

  function neededBy({ name, kind, value }: SuppliedSite): string | null {
    if (kind === "value") return name;
    if (kind !== "reference") return usedIn(value);
    const binding = module.binding(value);
    if (binding === null || binding.kind === "import") return null;
    if (isLate(binding)) return value.type === "Identifier" ? value.name : name;
    return binding.kind === "other" ? usedIn(binding.node) : null;
  }

  function usedIn(body: Node): string | null {
    const isUse = ({ node, type }: ReturnType<Module["occurrences"]>[number]): boolean =>
      !type && !consumed.has(node) && body.start <= node.start && node.end <= body.end;
    return late.find((name) => module.occurrences(name).some(isUse)) ?? null;
  }
}

/** Whether a binding is there only once its module has run. Functions are there before. */
function isLate(binding: Binding): boolean {
  if (binding.kind === "import") return false;
  return binding.kind !== "other" || binding.node.type !== "FunctionDeclaration";
}
