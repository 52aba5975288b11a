import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Module } from "./module.ts";
import { ImplementSite } from "./site.ts";
import { childOf, isProgram } from "./syntax.ts";

/** Whether a class that implements an interface is needed for anything else, and so stays. */
export function isUsedElsewhere(module: Module, declaredClass: Node, site: ImplementSite): bool {
  const declaration = statementOf(declaredClass);
  if (declaration.type != Type.ClassDecl) return true;
  const binding = module.binding(childOf(declaration, Slot.Ident));
  if (!binding) return true;
  const occurrences = module.occurrences(binding);
  for (let i = 0; i < occurrences.length; i++) {
    const occurrence = occurrences[i];
    if (!occurrence.type && statementOf(occurrence.node) != site.statement) return true;
  }
  return false;
}

/** The item of the module that a node is in: of a declaration, with its `export`. */
export function statementOf(node: Node): Node {
  let item = node;
  let parent = item.parent;
  while (parent && !isProgram(parent)) {
    item = parent;
    parent = item.parent;
  }
  return item;
}
