import { unsupportedMember } from "../../src/messages/macros.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { sourceText } from "../host/source.ts";
import { statementOf } from "./declared-class.ts";
import { Reader } from "./reader.ts";
import { around, childOf } from "./syntax.ts";

// A host that may read decorators has replaced them by calls before it runs plugins, unless it is
// told to run these first. Then only the source tells of them, and the traces that are left.

/** Whether a node begins with a decorator. */
export function beginsDecorated(node: Node): bool {
  return sourceText(node.lo, node.lo + 1) == "@";
}

/** Whether the host has made a node: it has no place in the file. */
export function isMade(node: Node): bool {
  const span = node.field(Slot.Span);
  return span != 0 && load<u16>(span + 1) == 0;
}

/** Reports the decorators of a class: each if they are in the tree, else one. */
export function reportDecorators(reader: Reader, node: Node): void {
  const message = unsupportedMember("a decorator");
  let decorator = node.child(Slot.Decorators);
  while (decorator) {
    reader.report(message, decorator);
    decorator = decorator.sibling;
  }
  if (node.child(Slot.Decorators)) return;
  let at: u32 = 0;
  if (beginsDecorated(node)) at = node.lo;
  else if (isMade(node) || isReassigned(reader, node)) {
    at = lastBefore("@", endBefore(reader, node), childOf(around(node), Slot.Ident).lo);
  }
  if (at != 0) reader.reportAt(message, at, at + 1);
}

/** Reports `accessor x`, of which the host has made `#___private_x_1`, a getter and a setter. */
export function reportAccessor(reader: Reader, element: Node): void {
  const keyword = element.flag(Slot.IsStatic) ? "static" : "accessor";
  const at = lastBefore(keyword, endBefore(reader, element), element.lo);
  reader.reportAt(unsupportedMember("an accessor"), at, element.hi);
}

/**
 * The class that a decorated one was, where it is an argument: another name stands there for a
 * declaration, and a sequence for an expression.
 */
export function decoratedClass(reader: Reader, argument: Node): Node | null {
  if (argument.type == Type.SeqExpr && beginsDecorated(argument)) {
    let node: Node | null = argument;
    while (node && node.type != Type.Class) node = node.following(argument);
    return node;
  }
  if (argument.type != Type.Ident) return null;
  const tree = reader.module.tree;
  const written = tree.atoms.known(reader.text(argument));
  if (written == 0 || written == argument.atom) return null;
  let identifier = tree.named(written);
  while (identifier) {
    const parent = identifier.parent;
    if (parent && parent.child(Slot.Class)) return childOf(parent, Slot.Class);
    identifier = identifier.sameName;
  }
  return null;
}

/** Whether the host assigns to the name of a class: what its decorators return. */
function isReassigned(reader: Reader, node: Node): bool {
  const id = around(node).child(Slot.Ident);
  let other = id ? reader.module.tree.named(id.atom) : null;
  while (other && id) {
    const parent = other.parent;
    if (other.lo == 0 && other.ctxt == id.ctxt && parent && parent.type == Type.BindingIdent) {
      return true;
    }
    other = other.sameName;
  }
  return false;
}

/** Where the statement ends that stands before that of a node; 1 if it is the first. */
function endBefore(reader: Reader, node: Node): u32 {
  let end: u32 = 1;
  let item = reader.module.root.child(Slot.Body);
  while (item) {
    if (item.hi <= node.lo) end = max(end, item.hi);
    item = item.sibling;
  }
  return end;
}

/** Where a word last stands in a piece of the file; its end if it does not. */
function lastBefore(word: string, lo: u32, hi: u32): u32 {
  const text = sourceText(lo, hi);
  const index = text.lastIndexOf(word);
  return index < 0 ? hi : lo + String.UTF8.byteLength(text.substring(0, index));
}
