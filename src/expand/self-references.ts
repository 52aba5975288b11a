import type { Function as FunctionNode } from "oxc-parser";
import { type IdentifierNode, isReference } from "./identifier.ts";
import type { Module } from "./module.ts";
import { declarePattern } from "./scope.ts";
import { type Node, walk } from "./syntax.ts";

/** Where a named function expression names itself: as a declaration it has another name. */
export function selfReferences(module: Module, fn: FunctionNode): IdentifierNode[] {
  const { id } = fn;
  const found: IdentifierNode[] = [];
  if (!id || hasParameter(fn, id.name)) return found;
  walk(fn, (node) => {
    const isNamed = node.type === "Identifier" || node.type === "JSXIdentifier";
    if (!isNamed || node === id || node.name !== id.name || !isReference(node)) return true;
    if (module.scopes.resolve(id.name, node) === fn) found.push(node);
    return true;
  });
  return found;
}

/** Whether a parameter hides the function's own name. */
function hasParameter({ params }: FunctionNode, name: string): boolean {
  const names = new Set<string>();
  for (const parameter of params) declarePattern(parameter as Node, names);
  return names.has(name);
}

/** Whether an identifier is the value of `{ name }`, which says its name twice. */
export function isShorthand(node: Node): boolean {
  return node.parent?.type === "Property" && node.parent.shorthand;
}
