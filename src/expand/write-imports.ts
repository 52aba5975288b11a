import { MACRO_MODULE } from "../naming.ts";
import type { Edits } from "./edits.ts";
import { type ImportDeclaration, isTypeOnly, type Module, type Specifier } from "./module.ts";
import type { Sites } from "./site.ts";
import type { Node } from "./syntax.ts";

/** What becomes of an import specifier. */
type Fate = "keep" | "type" | "drop";

/**
 * Rewrites the imports of a file: link imports take the place of the macros', and interfaces that
 * nothing refers to any more disappear. What types refer to stays, as a type import.
 */
export function writeImports(
  code: string,
  edits: Edits,
  module: Module,
  sites: Sites,
  linkImports: readonly string[],
): void {
  const consumed = new Set<Node>(
    [...sites.uses, ...sites.implements].map((site) => site.interface.identifier),
  );
  let pending = linkImports;
  for (const statement of module.program.body) {
    if (statement.type !== "ImportDeclaration" || statement.importKind === "type") continue;
    const isMacro = statement.source.value === MACRO_MODULE;
    const fates = statement.specifiers.map((specifier) =>
      fateOf(module, specifier, isTypeOnly(statement, specifier), isMacro, consumed),
    );
    if (isMacro) {
      replaceDeclaration(code, edits, statement, fates, pending);
      pending = [];
    } else if (fates.some((fate) => fate !== "keep")) {
      reduceDeclaration(code, edits, statement, fates);
    }
  }
}

function fateOf(
  module: Module,
  specifier: Specifier,
  typeOnly: boolean,
  isMacro: boolean,
  consumed: ReadonlySet<Node>,
): Fate {
  if (typeOnly) return isMacro ? "type" : "keep";
  const occurrences = module.occurrences(specifier.local.name);
  if (!isMacro && !occurrences.some(({ node }) => consumed.has(node))) return "keep";
  if (!isMacro && occurrences.some(({ node, type }) => !type && !consumed.has(node))) return "keep";
  return occurrences.some(({ type }) => type) ? "type" : "drop";
}

/** Link imports, and an `import type` of what types still refer to, in place of a declaration. */
function replaceDeclaration(
  code: string,
  edits: Edits,
  declaration: ImportDeclaration,
  fates: readonly Fate[],
  linkImports: readonly string[],
): void {
  const lines = [...linkImports];
  const types = typeImport(code, declaration, fates);
  if (types !== null) lines.push(types);
  if (lines.length === 0) edits.removeStatement(declaration);
  else edits.gap(declaration.start, declaration.end, lines.join("\n"));
}

function reduceDeclaration(
  code: string,
  edits: Edits,
  declaration: ImportDeclaration,
  fates: readonly Fate[],
): void {
  if (fates.every((fate) => fate === "drop")) {
    edits.removeStatement(declaration);
    return;
  }
  const kept = fates.some(
    (fate, index) => fate === "keep" && !isTypeOnly(declaration, declaration.specifiers[index]),
  );
  if (!kept) {
    edits.gap(declaration.start, declaration.end, typeImport(code, declaration, fates) ?? "");
    return;
  }
  const clauses: string[] = [];
  const named: string[] = [];
  declaration.specifiers.forEach((specifier, index) => {
    if (fates[index] === "drop") return;
    const text = code.slice(specifier.start, specifier.end);
    if (specifier.type !== "ImportSpecifier") clauses.push(text);
    else named.push(fates[index] === "type" ? `type ${text}` : text);
  });
  if (named.length > 0) clauses.push(`{ ${named.join(", ")} }`);
  edits.gap(declaration.start, declaration.source.start, `import ${clauses.join(", ")} from `);
}

/** The declaration with what only types refer to; `null` when there is nothing of it. */
function typeImport(
  code: string,
  declaration: ImportDeclaration,
  fates: readonly Fate[],
): string | null {
  const source = code.slice(declaration.source.start, declaration.source.end);
  const names: string[] = [];
  for (const [index, specifier] of declaration.specifiers.entries()) {
    if (fates[index] === "drop") continue;
    const text = code.slice(specifier.start, specifier.end);
    if (specifier.type === "ImportNamespaceSpecifier") return `import type ${text} from ${source};`;
    if (specifier.type !== "ImportSpecifier") continue;
    const { imported, local } = specifier;
    const plain = code.slice(imported.start, local.end);
    names.push(plain);
  }
  return names.length === 0 ? null : `import type { ${names.join(", ")} } from ${source};`;
}
