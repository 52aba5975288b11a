import { MACRO_MODULE } from "../../src/naming.ts";
import { Atoms } from "../ast/atoms.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { childOf } from "./syntax.ts";

/**
 * Whether a node reaches the macros otherwise than by an import declaration: `import()`, `require()`
 * and re-exports.
 *
 * @param unresolved the SyntaxContext of names that nothing in the file declares
 */
export function isModuleReference(node: Node, unresolved: u32, atoms: Atoms): bool {
  switch (node.type) {
    case Type.ExportAll:
    case Type.NamedExport:
      return !node.flag(Slot.TypeOnly) && isMacroLiteral(node.child(Slot.Source));
    case Type.TsExternalModuleRef:
      return isMacroLiteral(node.child(Slot.Source));
    case Type.CallExpr: {
      const argument = node.child(Slot.Args);
      if (!argument || !isMacroLiteral(argument.child(Slot.Expr))) return false;
      const callee = childOf(node, Slot.Callee);
      if (callee.type == Type.Import) return true;
      if (callee.type != Type.Ident || callee.ctxt != unresolved) return false;
      return atoms.text(callee.atom) == "require";
    }
    default:
      return false;
  }
}

/** Whether a literal, or a template that begins so, names the macro module. */
function isMacroLiteral(node: Node | null): bool {
  if (!node) return false;
  if (node.type == Type.Str) return node.text(Slot.Value) == MACRO_MODULE;
  if (node.type != Type.Tpl) return false;
  return childOf(node, Slot.Quasis).text(Slot.Cooked) == MACRO_MODULE;
}
