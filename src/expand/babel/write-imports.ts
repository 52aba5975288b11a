import type { ImportDeclaration, ImportSpecifier, Statement } from "@babel/types";
import { type Fate, importFates } from "../import-fates.ts";
import type { LinkImport } from "../link-imports.ts";
import type { Sites } from "../site.ts";
import { placed, type Target } from "./target.ts";

/**
 * Rewrites the imports of a file: link imports take the place of the macros', and interfaces that
 * nothing refers to any more disappear. What types refer to stays, as a type import.
 */
export function writeImports(
  target: Target,
  sites: Sites,
  linkImports: readonly LinkImport[],
): void {
  const { view, body, comments, module, stripsTypes } = target;
  let pending = linkImports;
  for (const { declaration, isMacro, fates: found } of importFates(module, sites)) {
    const fates = stripsTypes ? found.map((fate) => (fate === "type" ? "drop" : fate)) : found;
    const node = view.babel<ImportDeclaration>(declaration);
    const statements: Statement[] = [];
    if (isMacro) {
      statements.push(...pending.map((linkImport) => linkDeclaration(target, linkImport, node)));
      pending = [];
    }
    if (reduce(node, fates)) statements.push(node);
    if (statements[0] !== node) comments.moveAll(node, statements);
    body.replace(node, statements);
  }
}

function linkDeclaration(
  { t }: Target,
  { specifier, names }: LinkImport,
  at: ImportDeclaration,
): ImportDeclaration {
  const specifiers = names.map(({ imported, local }) =>
    imported === "*"
      ? t.importNamespaceSpecifier(t.identifier(local))
      : t.importSpecifier(t.identifier(local), t.identifier(imported)),
  );
  return placed(t.importDeclaration(specifiers, t.stringLiteral(specifier)), at);
}

/**
 * Removes the specifiers that drop. When only types stay, so does nothing of the module at run time.
 *
 * @returns whether anything stays
 */
function reduce(declaration: ImportDeclaration, fates: readonly Fate[]): boolean {
  const kept = declaration.specifiers.filter((specifier, index) => {
    if (fates[index] === "type" && isNamed(specifier)) specifier.importKind = "type";
    return fates[index] !== "drop";
  });
  const isType = declaration.specifiers.every(
    (specifier, index) =>
      fates[index] !== "keep" || (isNamed(specifier) && specifier.importKind === "type"),
  );
  declaration.specifiers = kept;
  if (kept.length === 0) return false;
  if (isType) {
    declaration.importKind = "type";
    for (const specifier of kept) if (isNamed(specifier)) specifier.importKind = "value";
  }
  return true;
}

function isNamed(specifier: ImportDeclaration["specifiers"][number]): specifier is ImportSpecifier {
  return specifier.type === "ImportSpecifier";
}
