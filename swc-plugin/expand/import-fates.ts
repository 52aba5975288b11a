import { MACRO_MODULE } from "../../src/naming.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Module } from "./module.ts";
import { childOf } from "./syntax.ts";

/** What becomes of an import specifier: as it is, for types alone, or gone. */
export enum Fate {
  Keep,
  Type,
  Drop,
}

/** What becomes of an import declaration. */
export class ImportFate {
  /** Of each specifier, in order. */
  fates: Fate[] = [];

  constructor(
    public declaration: Node,
    /** Whether it imports the macros: link imports take the place of the first that does. */
    public isMacro: bool,
  ) {}
}

/**
 * What becomes of the imports of a file, in order: those of the macros, and those of interfaces that
 * nothing refers to any more. All others are left out, and stay.
 */
export function importFates(module: Module): ImportFate[] {
  const found: ImportFate[] = [];
  let declaration = module.root.child(Slot.Body);
  while (declaration) {
    if (declaration.type == Type.ImportDecl && !declaration.flag(Slot.TypeOnly)) {
      const fate = fateOf(module, declaration);
      if (fate) found.push(fate);
    }
    declaration = declaration.sibling;
  }
  return found;
}

function fateOf(module: Module, declaration: Node): ImportFate | null {
  const isMacro = childOf(declaration, Slot.Source).text(Slot.Value) == MACRO_MODULE;
  const found = new ImportFate(declaration, isMacro);
  let changes = isMacro;
  let specifier = declaration.child(Slot.Specifiers);
  while (specifier) {
    const fate = fateOfSpecifier(module, specifier, isMacro);
    if (fate != Fate.Keep) changes = true;
    found.fates.push(fate);
    specifier = specifier.sibling;
  }
  return changes ? found : null;
}

function fateOfSpecifier(module: Module, specifier: Node, isMacro: bool): Fate {
  if (specifier.flag(Slot.TypeOnly)) return isMacro ? Fate.Type : Fate.Keep;
  // No default import is an interface, and one cannot stand beside names in an `import type`.
  if (!isMacro && specifier.type == Type.ImportDefaultSpecifier) return Fate.Keep;
  const binding = module.binding(childOf(specifier, Slot.Local));
  if (!binding) return Fate.Keep;
  const occurrences = module.occurrences(binding);
  let isConsumed = false;
  let isOfTypes = false;
  for (let i = 0; i < occurrences.length; i++) {
    const occurrence = occurrences[i];
    if (occurrence.node.isConsumed) isConsumed = true;
    else if (occurrence.type) isOfTypes = true;
    else if (!isMacro) return Fate.Keep;
  }
  if (!isMacro && !isConsumed) return Fate.Keep;
  return isOfTypes ? Fate.Type : Fate.Drop;
}
