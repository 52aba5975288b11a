import type { Module } from "../expand/module.ts";
import type { Range, Sites, UseSite } from "../expand/site.ts";
import { keyName, type Node } from "../expand/syntax.ts";
import { MACRO_MODULE } from "../naming.ts";
import { isCalled, isEvaluated, isHeritage } from "./evaluation.ts";
import { importedFrom, specifierOf } from "./link-imports.ts";
import type { EvaluationUse } from "./module-graph.ts";

/**
 * What evaluating a module needs of others, in source order: imported values and linked members.
 *
 * @param consumed identifiers that macros take away
 * @param deferred what runs later than the module
 */
export function evaluationUses(
  module: Module,
  sites: Sites,
  consumed: ReadonlySet<Node>,
  deferred: readonly Range[],
  file: string,
): EvaluationUse[] {
  const isDeferred = ({ node }: Use): boolean =>
    deferred.some(({ start, end }) => start <= node.start && node.end <= end);
  return [...importUses(module, consumed, sites), ...sites.uses.flatMap(linkUses)]
    .filter((use) => !isDeferred(use))
    .sort((a, b) => a.node.start - b.node.start)
    .map(({ name, source, node, called }) => ({
      name,
      source,
      heritage: isHeritage(node),
      called,
      span: { file, start: node.start, end: node.end },
    }));
}

interface Use {
  name: string;
  source: string;
  node: Node;
  called: boolean;
}

/** Imported values that evaluating the module needs. */
function importUses(module: Module, consumed: ReadonlySet<Node>, sites: Sites): Use[] {
  // `impl_interface(If, { hello: imported })` becomes `export { imported as ... }`.
  const exported = new Set<Node>();
  for (const { members } of [...sites.implements, ...sites.defines.map(defaultsOf)]) {
    for (const member of members) if (member.kind === "reference") exported.add(member.value);
  }
  const uses: Use[] = [];
  for (const [local, binding] of module.bindings) {
    if (binding.kind !== "import" || binding.typeOnly || binding.source === MACRO_MODULE) continue;
    for (const { node, type } of module.occurrences(local)) {
      if (type || consumed.has(node) || exported.has(node) || !isEvaluated(node)) continue;
      const name = importedFrom(binding.source, binding.imported);
      uses.push(accessOf(node, name, binding.source));
    }
  }
  return uses;
}

function defaultsOf({
  defaults,
}: Sites["defines"][number]): Pick<Sites["implements"][number], "members"> {
  return { members: defaults };
}

/** Of a namespace import, the export that is read: `api.Base` is `Base`. */
function accessOf(node: Node, name: string, source: string): Use {
  const parent = node.parent;
  if (name === "*" && parent?.type === "MemberExpression" && parent.object === node) {
    const property = keyName(parent.property, parent.computed);
    if (property !== null) {
      return { name: property, source, node: parent, called: isCalled(parent) };
    }
  }
  return { name, source, node, called: isCalled(node) };
}

/** Linked members that evaluating the module needs. */
function linkUses(use: UseSite): Use[] {
  const node = use.form.kind === "self" ? use.node : use.interface.identifier;
  if (use.members === null || !isEvaluated(node)) return [];
  // Exported callers become a re-export, which needs nothing yet.
  if (use.form.kind === "callers") {
    if (use.form.declaration.parent?.type === "ExportNamedDeclaration") return [];
  }
  const { kind } = use.form;
  const called = kind === "call" || kind === "path" || isCalled(use.node);
  return use.members.map(({ name }) => ({ name, source: specifierOf(use), node, called }));
}
