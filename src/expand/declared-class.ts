import type { Class } from "oxc-parser";
import type { Module } from "./module.ts";
import type { ImplementSite } from "./site.ts";
import type { Node } from "./syntax.ts";

/** Whether a class that implements an interface is needed for anything else, and so stays. */
export function isUsedElsewhere(
  module: Module,
  declaredClass: Class,
  { statement }: ImplementSite,
): boolean {
  if (statementOf(declaredClass) !== declaredClass || !declaredClass.id) return true;
  return module
    .occurrences(declaredClass.id.name)
    .some(({ node, type }) => !type && !isInside(node, statement));
}

/** The top-level statement of a declaration: with its `export`, when it has one. */
export function statementOf(declaration: Node): Node {
  const parent = declaration.parent as Node;
  return parent.type === "Program" ? declaration : parent;
}

function isInside(from: Node, statement: Node): boolean {
  for (let node: Node | null | undefined = from; node; node = node.parent) {
    if (node === statement) return true;
  }
  return false;
}
