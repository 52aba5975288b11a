import type { ImportDeclarationSpecifier } from "oxc-parser";
import { isTypeOnly, type Module } from "../expand/module.ts";
import type { Sites } from "../expand/site.ts";
import type { Node } from "../expand/syntax.ts";
import { MACRO_MODULE } from "../naming.ts";
import { specifierOf } from "./link-imports.ts";

/**
 * The specifiers of the modules that a file imports or re-exports values from, once macros and types are
 * gone: in the order in which they are evaluated.
 *
 * @param consumed identifiers that macros take away
 * @param file decides what happens to imports that nothing uses
 */
export function importsOf(
  module: Module,
  sites: Sites,
  consumed: ReadonlySet<Node>,
  file: string,
): string[] {
  return module.program.body.flatMap((statement) => importedBy(statement));

  function importedBy(statement: Node): string[] {
    switch (statement.type) {
      case "ImportDeclaration": {
        const { source, specifiers, importKind } = statement;
        if (importKind === "type") return [];
        if (source.value === MACRO_MODULE) return sites.uses.map(specifierOf);
        const isLeft =
          specifiers.length === 0 ||
          specifiers.some((each) => !isTypeOnly(statement, each) && survives(each));
        return isLeft ? [source.value] : [];
      }
      case "ExportAllDeclaration":
        return statement.exportKind === "type" ? [] : [statement.source.value];
      case "ExportNamedDeclaration": {
        const { source, specifiers, exportKind } = statement;
        if (!source || exportKind === "type") return [];
        const onlyTypes =
          specifiers.length > 0 && specifiers.every((each) => each.exportKind === "type");
        return onlyTypes ? [] : [source.value];
      }
      default:
        return [];
    }
  }

  /** Whether an import is there once macros and types are gone. */
  function survives({ local }: ImportDeclarationSpecifier): boolean {
    const occurrences = module.occurrences(local.name);
    if (occurrences.some(({ node, type }) => !type && !consumed.has(node))) return true;
    // An interface that only macros mention vanishes. Otherwise TypeScript drops what no value
    // uses; JavaScript does not, and what a component's script does not use its template may.
    return occurrences.length === 0 && /\.(?:[cm]?jsx?|vue|svelte)$/.test(file);
  }
}
