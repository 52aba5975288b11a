import { symbolExported } from "../messages.ts";
import { mangle, mangleWeak } from "../naming.ts";
import type { Reader } from "./reader.ts";
import { declarePattern } from "./scope.ts";
import type { SuppliedSite } from "./site.ts";
import { keyName, type Node } from "./syntax.ts";

/** Reports members whose symbol the file exports already: no module can export a name twice. */
export function reportTakenSymbols(reader: Reader): void {
  const { defines, implements: implementations } = reader.sites;
  if (defines.length === 0 && implementations.length === 0) return;
  const exported = exportedNames(reader.module.program.body);
  const check = (member: SuppliedSite, symbol: string): void => {
    const first = exported.get(symbol);
    if (!first) return;
    const related = [{ range: first, text: "exported here" }];
    reader.report(symbolExported(member.name, symbol), member.key, related);
  };
  for (const { namespace, name, defaults } of defines) {
    for (const member of defaults) check(member, mangleWeak(namespace, name, member.name));
  }
  for (const { namespace, interface: reference, members } of implementations) {
    for (const member of members) check(member, mangle(namespace, reference.name, member.name));
  }
}

/** The names that statements export, with the statement or specifier that does. */
function exportedNames(statements: readonly Node[]): Map<string, Node> {
  const exported = new Map<string, Node>();
  for (const statement of statements) {
    if (statement.type === "ExportAllDeclaration" && statement.exported) {
      const name = keyName(statement.exported as Node, false);
      if (name !== null) exported.set(name, statement);
    }
    if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") continue;
    for (const specifier of statement.specifiers) {
      const name = keyName(specifier.exported as Node, false);
      if (name !== null && specifier.exportKind !== "type") exported.set(name, specifier);
    }
    for (const name of declaredNames(statement.declaration)) exported.set(name, statement);
  }
  return exported;
}

function declaredNames(declaration: Node | null): Set<string> {
  const names = new Set<string>();
  if (declaration?.type === "VariableDeclaration") {
    for (const { id } of declaration.declarations) declarePattern(id, names);
  } else if (
    declaration?.type === "FunctionDeclaration" ||
    declaration?.type === "ClassDeclaration" ||
    declaration?.type === "TSEnumDeclaration"
  ) {
    if (declaration.id) names.add(declaration.id.name);
  }
  return names;
}
