import type { Edits } from "./edits.ts";
import { type Fate, importFates } from "./import-fates.ts";
import type { LinkImport } from "./link-imports.ts";
import { type ImportDeclaration, isTypeOnly, type Module } from "./module.ts";
import type { Sites } from "./site.ts";

/**
 * Rewrites the imports of a file: link imports take the place of the macros', and interfaces that
 * nothing refers to any more disappear. What types refer to stays, as a type import.
 */
export function writeImports(
  edits: Edits,
  module: Module,
  sites: Sites,
  linkImports: readonly LinkImport[],
): void {
  let pending = linkImports.map(declarationOf);
  for (const { declaration, isMacro, fates } of importFates(module, sites)) {
    if (isMacro) {
      replaceDeclaration(edits, declaration, fates, pending);
      pending = [];
    } else reduceDeclaration(edits, declaration, fates);
  }
}

function declarationOf({ specifier, names }: LinkImport): string {
  const [{ imported, local }] = names;
  const clause = imported === "*" ? `* as ${local}` : `{ ${names.map(specifierOf).join(", ")} }`;
  return `import ${clause} from ${JSON.stringify(specifier)};`;
}

function specifierOf({ imported, local }: LinkImport["names"][number]): string {
  return imported === local ? local : `${imported} as ${local}`;
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
