import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { isReference } from "./identifier.ts";
import { Module } from "./module.ts";

/** The identifier that declares the name that an identifier refers to, wherever that is; `null` for none. */
export function localDeclaration(module: Module, identifier: Node): Node | null {
  let node = module.tree.named(identifier.atom);
  while (node) {
    if (node.ctxt == identifier.ctxt && declares(node)) return node;
    node = node.sameName;
  }
  return null;
}

function declares(identifier: Node): bool {
  const parent = identifier.parent;
  if (!parent || parent.type == Type.OnlyTypes || parent.type == Type.Opaque) return false;
  return identifier.slot == Slot.Ident && !isReference(identifier);
}

/** The initializer of a variable, if the block or function that it is visible in has its declaration directly. */
export function localInit(identifier: Node): Node | null {
  const pattern = identifier.parent;
  const declarator = pattern ? pattern.parent : null;
  if (!declarator || declarator.type != Type.VarDeclarator) return null;
  const declaration = declarator.parent;
  const scope = declaration ? declaration.parent : null;
  if (!declaration || !scope) return null;
  return isScope(scope, declaration) ? declarator.child(Slot.Init) : null;
}

function isScope(scope: Node, declaration: Node): bool {
  switch (scope.type) {
    case Type.FunctionBody:
    case Type.TsModuleBlock:
      return true;
    case Type.BlockStmt: {
      const owner = scope.parent;
      // `var` declares for the function around the block.
      return declaration.number(Slot.Kind) != 1 && owner != null && owner.type != Type.StaticBlock;
    }
    default:
      return false;
  }
}
