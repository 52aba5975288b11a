import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Module } from "./module.ts";

/**
 * Where a named function or class expression names itself. Inside, its name has a SyntaxContext of
 * its own.
 */
export function selfReferences(module: Module, expression: Node): Node[] {
  const found: Node[] = [];
  const id = expression.child(Slot.Ident);
  let node = id ? module.tree.named(id.atom) : null;
  while (node && id && node.end <= expression.end) {
    if (node.start > id.start && node.ctxt == id.ctxt) found.push(node);
    node = node.sameName;
  }
  return found;
}

/** Whether an identifier is the value of `{ name }`, which says its name twice. */
export function isShorthand(identifier: Node): bool {
  const parent = identifier.parent;
  return parent != null && parent.type == Type.ObjectLit;
}
