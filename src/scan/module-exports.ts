import type { ModuleExportName } from "oxc-parser";
import { append } from "../append.ts";
import type { Module } from "../expand/module.ts";
import { declarePattern } from "../expand/scope.ts";
import type { UseSite } from "../expand/site.ts";
import type { Node } from "../expand/syntax.ts";
import { isHoisted } from "./late-bindings.ts";
import { importedFrom, specifierOf } from "./link-imports.ts";
import type { ModuleExport } from "./module-graph.ts";

/**
 * The values that a module exports and re-exports, in source order.
 *
 * @param consumed identifiers that macros take away
 */
export function exportsOf(
  module: Module,
  uses: readonly UseSite[],
  consumed: ReadonlySet<Node>,
): ModuleExport[] {
  const callers = exportedCallers(uses);
  const declaredHere = (name: string, node: Node | undefined): ModuleExport => ({
    name,
    imported: name,
    source: null,
    ...(node && isHoisted(module, node, consumed) ? { hoisted: true } : {}),
  });
  return module.program.body.flatMap((statement) =>
    exportedBy(statement, module, callers, declaredHere),
  );
}

/** What a module exports of its own top level, or imports and exports again by its own name for it. */
export function exportedBindings(module: Module): { exported: string; local: string }[] {
  return module.program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || statement.source) return [];
    const { declaration, specifiers } = statement;
    const names = declaration ? declaredNames(declaration as Node) : [];
    return [
      ...names.map((name) => ({ exported: name, local: name })),
      ...specifiers.map(({ exported, local }) => ({
        exported: nameOf(exported),
        local: nameOf(local),
      })),
    ];
  });
}

/** `export const { hello } = use_interface(If)` becomes re-exports. By declaration. */
function exportedCallers(uses: readonly UseSite[]): Map<Node, ModuleExport[]> {
  const found = new Map<Node, ModuleExport[]>();
  for (const use of uses) {
    if (use.form.kind !== "callers") continue;
    const source = specifierOf(use);
    for (const { local, member } of use.form.callers) {
      append(found, use.form.declaration, { name: local, imported: member, source });
    }
  }
  return found;
}

function exportedBy(
  statement: Node,
  module: Module,
  callers: ReadonlyMap<Node, ModuleExport[]>,
  declaredHere: (name: string, node: Node | undefined) => ModuleExport,
): ModuleExport[] {
  const declaredBy = (local: string): Node | undefined => {
    const binding = module.bindings.get(local);
    return binding?.kind === "other" ? binding.node : undefined;
  };
  if (statement.type === "ExportDefaultDeclaration") {
    const { declaration } = statement;
    if (declaration.type === "TSDeclareFunction") return [];
    const node = declaration.type === "Identifier" ? undefined : (declaration as Node);
    return [declaredHere("default", node)];
  }
  if (statement.type === "ExportAllDeclaration" && statement.exportKind !== "type") {
    const { exported, source } = statement;
    return [{ name: exported ? nameOf(exported) : "*", imported: "*", source: source.value }];
  }
  if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return [];
  const { source, declaration, specifiers } = statement;
  const called = declaration && callers.get(declaration);
  if (called) return called;
  const names = declaration ? declaredNames(declaration as Node) : [];
  const found = names.map((name) => declaredHere(name, declaredBy(name)));
  for (const { local, exported, exportKind } of specifiers) {
    if (exportKind === "type") continue;
    const name = nameOf(exported);
    const binding = source ? null : module.bindings.get(nameOf(local));
    if (source) found.push(reexported(name, nameOf(local), source.value));
    else if (binding?.kind !== "import") found.push(declaredHere(name, declaredBy(nameOf(local))));
    else if (!binding.typeOnly) found.push(reexported(name, binding.imported, binding.source));
  }
  return found;
}

function reexported(name: string, imported: string, source: string): ModuleExport {
  return { name, imported: importedFrom(source, imported), source };
}

function declaredNames(declaration: Node): string[] {
  if (declaration.type === "VariableDeclaration") {
    const names = new Set<string>();
    for (const { id } of declaration.declarations) declarePattern(id, names);
    return [...names];
  }
  return "id" in declaration && declaration.id?.type === "Identifier" ? [declaration.id.name] : [];
}

function nameOf(name: ModuleExportName): string {
  return name.type === "Literal" ? name.value : name.name;
}
