import { type Node, wrapped } from "../expand/syntax.ts";

/**
 * Whether a reference is evaluated with its module, rather than when a function is called or an
 * object constructed. A function that is called where it stands counts as evaluated; one that is
 * called from elsewhere in the file does not.
 */
export function isEvaluated(reference: Node): boolean {
  let child = reference;
  for (let node = reference.parent; node; child = node, node = node.parent) {
    switch (node.type) {
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        if (node.generator || !isCalledInPlace(node)) return false;
        break;
      case "FunctionDeclaration":
      case "ExportSpecifier":
        return false;
      case "PropertyDefinition":
      case "AccessorProperty":
        // An instance field is initialized by the constructor.
        if (child === node.value && !node.static) return false;
    }
  }
  return true;
}

/** Whether a reference is what a class extends, or part of it: `extends mixin(Base)`. */
export function isHeritage(reference: Node): boolean {
  let child = reference;
  for (let node = reference.parent; node; child = node, node = node.parent) {
    if (node.type === "ClassDeclaration" || node.type === "ClassExpression") {
      return node.superClass === child;
    }
    if (node.type === "BlockStatement" || node.type === "Program") return false;
  }
  return false;
}

/** Whether a reference is called, or constructed, where it stands. */
export function isCalled(reference: Node): boolean {
  const callee = wrapped(reference);
  const { parent } = callee;
  switch (parent?.type) {
    case "CallExpression":
    case "NewExpression":
      return parent.callee === callee;
    case "TaggedTemplateExpression":
      return parent.tag === callee;
    default:
      return false;
  }
}

function isCalledInPlace(node: Node): boolean {
  const callee = wrapped(node);
  return callee.parent?.type === "CallExpression" && isCalled(node);
}
