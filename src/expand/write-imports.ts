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
      replaceDeclaration(edits, statement, fates, pending);
      pending = [];
    } else if (fates.some((fate) => fate !== "keep")) {
      reduceDeclaration(edits, statement, fates);
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
  // No default import is an interface, and one cannot stand beside names in an `import type`.
  if (!isMacro && specifier.type === "ImportDefaultSpecifier") return "keep";
  const occurrences = module.occurrences(specifier.local.name);
  if (!isMacro && !occurrences.some(({ node }) => consumed.has(node))) return "keep";
  if (!isMacro && occurrences.some(({ node, type }) => !type && !consumed.has(node))) return "keep";
  return occurrences.some(({ type }) => type) ? "type" : "drop";
}

/** Puts link imports in the place of a declaration of which at most types stay. */
function replaceDeclaration(
  edits: Edits,
  declaration: ImportDeclaration,
  fates: readonly Fate[],
  linkImports: readonly string[],
): void {
  const text = linkImports.join("\n");
  if (fates.some((fate) => fate !== "drop")) {
    reduceDeclaration(edits, declaration, fates);
    if (text !== "") edits.prepend(declaration.start, `${text}\n`);
  } else if (text !== "") edits.gap(declaration.start, declaration.end, text);
  else edits.removeStatement(declaration);
}

/** Removes the specifiers that drop. When only types stay, so does nothing of the module at run time. */
function reduceDeclaration(
  edits: Edits,
  declaration: ImportDeclaration,
  fates: readonly Fate[],
): void {
  const kept = declaration.specifiers.filter((_, index) => fates[index] !== "drop");
  if (kept.length === 0) {
    edits.removeStatement(declaration);
    return;
  }
  const becomesType = declaration.specifiers.every(
    (specifier, index) => fates[index] !== "keep" || isTypeOnly(declaration, specifier),
  );
  let end = declaration.start;
  let before = becomesType ? "import type " : "import ";
  let inBraces = false;
  for (const specifier of kept) {
    const named = specifier.type === "ImportSpecifier";
    if (named && !inBraces) before += "{ ";
    inBraces = named;
    const isType =
      fates[declaration.specifiers.indexOf(specifier)] === "type" ||
      isTypeOnly(declaration, specifier);
    if (named && isType && !becomesType) before += "type ";
    const start = named ? specifier.imported.start : specifier.start;
    edits.gap(end, start, before);
    end = specifier.end;
    before = ", ";
  }
  edits.gap(end, declaration.source.start, inBraces ? " } from " : " from ");
}
