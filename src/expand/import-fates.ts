import { MACRO_MODULE } from "../naming.ts";
import { type ImportDeclaration, isTypeOnly, type Module, type Specifier } from "./module.ts";
import type { Sites } from "./site.ts";
import type { Node } from "./syntax.ts";

/** What becomes of an import specifier: as it is, for types alone, or gone. */
export type Fate = "keep" | "type" | "drop";

/** What becomes of an import declaration. */
export interface ImportFate {
  declaration: ImportDeclaration;
  /** Whether it imports the macros: link imports take the place of the first that does. */
  isMacro: boolean;
  /** Of each specifier, in order. */
  fates: Fate[];
}

/**
 * What becomes of the imports of a file, in order: those of the macros, and those of interfaces that
 * nothing refers to any more. All others are left out, and stay.
 */
export function importFates(module: Module, sites: Sites): ImportFate[] {
  const consumed = new Set<Node>(
    [...sites.uses, ...sites.implements].map((site) => site.interface.identifier),
  );
  const found: ImportFate[] = [];
  for (const declaration of module.program.body) {
    if (declaration.type !== "ImportDeclaration" || declaration.importKind === "type") continue;
    const isMacro = declaration.source.value === MACRO_MODULE;
    const fates = declaration.specifiers.map((specifier) =>
      fateOf(module, specifier, isTypeOnly(declaration, specifier), isMacro, consumed),
    );
    if (isMacro || fates.some((fate) => fate !== "keep")) {
      found.push({ declaration, isMacro, fates });
    }
  }
  return found;
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
