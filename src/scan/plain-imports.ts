import { interfacesOf, keyOf } from "../expand/bare-uses.ts";
import type { Module } from "../expand/module.ts";
import type { Sites } from "../expand/site.ts";
import { MACRO_MODULE } from "../naming.ts";
import type { PlainImport } from "./module-graph.ts";

/** The imported values of a module that none of its macros names. */
export function plainImports(module: Module, sites: Sites): PlainImport[] {
  const known = new Set(interfacesOf(sites).map(keyOf));
  const found: PlainImport[] = [];
  for (const [local, binding] of module.bindings) {
    if (binding.kind !== "import" || binding.typeOnly || binding.source === MACRO_MODULE) continue;
    const { imported, source } = binding;
    if (imported !== "*") {
      if (!known.has(local)) found.push({ local, property: null, name: imported, source });
      continue;
    }
    for (const property of membersOf(module, local)) {
      if (known.has(keyOf({ local, property }))) continue;
      found.push({ local, property, name: property, source });
    }
  }
  return found;
}

/** The names that a module reads from a namespace import. */
function membersOf(module: Module, local: string): Set<string> {
  const names = new Set<string>();
  for (const { node } of module.occurrences(local)) {
    const access = node.parent;
    if (access?.type === "MemberExpression" && access.property.type === "Identifier") {
      names.add(access.property.name);
    } else if (access?.type === "JSXMemberExpression") names.add(access.property.name);
  }
  return names;
}
