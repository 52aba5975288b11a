import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";

/**
 * Whether an identifier of a binding refers to it, rather than declaring it. What merely has the same
 * name has another SyntaxContext, but for the names of exports.
 */
export function isReference(identifier: Node): bool {
  const parent = identifier.parent;
  if (!parent) return false;
  switch (parent.type) {
    case Type.BindingIdent:
      return declaredBy(parent) == null;
    case Type.ImportNamedSpecifier:
    case Type.ImportDefaultSpecifier:
    case Type.ImportStarAsSpecifier:
    case Type.ExportNamespaceSpecifier:
    case Type.ExportDefaultSpecifier:
      return false;
    case Type.ExportNamedSpecifier:
      return identifier.slot == Slot.Orig;
    case Type.TsEnumMember:
      return identifier.slot == Slot.Init;
    case Type.OnlyTypes:
    case Type.Opaque:
      return true;
    default:
      // The names of functions, classes, enums and namespaces, and labels.
      return identifier.slot != Slot.Ident && identifier.slot != Slot.Label;
  }
}

/** Whether an identifier stands in a type or in an `export type`. */
export function inType(identifier: Node): bool {
  const parent = identifier.parent;
  if (!parent) return false;
  if (parent.type == Type.OnlyTypes || parent.type == Type.TsQualifiedName) return true;
  if (parent.type != Type.ExportNamedSpecifier) return false;
  if (parent.flag(Slot.TypeOnly)) return true;
  const declaration = parent.parent;
  return declaration ? declaration.flag(Slot.TypeOnly) : false;
}

/**
 * What declares the name of a pattern: a `VarDeclarator`, or what has a parameter; `null` for one
 * that is assigned to.
 */
function declaredBy(name: Node): Node | null {
  let pattern = name;
  let parent = name.parent;
  while (parent) {
    switch (parent.type) {
      case Type.ObjectPat:
      case Type.ArrayPat:
      case Type.RestPat:
      case Type.AssignPat:
      case Type.KeyValuePatProp:
      case Type.AssignPatProp:
        break;
      case Type.VarDeclarator:
      case Type.CatchClause:
      case Type.Param:
      case Type.ArrowExpr:
      case Type.SetterProp:
      case Type.TsParamProp:
        return parent;
      default:
        return null;
    }
    pattern = parent;
    parent = pattern.parent;
  }
  return null;
}

/** The identifiers that a `VarDeclarator` declares. */
export function declaredIn(declarator: Node): Node[] {
  const identifiers: Node[] = [];
  const pattern = declarator.child(Slot.Name);
  let node = pattern;
  while (node && pattern) {
    if (node.type == Type.BindingIdent && declaredBy(node) == declarator) {
      const identifier = node.child(Slot.Ident);
      if (identifier) identifiers.push(identifier);
    }
    node = node.following(pattern);
  }
  return identifiers;
}
