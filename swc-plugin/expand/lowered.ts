import { unsupportedMember } from "../../src/messages/macros.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { sourceText } from "../host/source.ts";
import { Reader } from "./reader.ts";
import { around, childOf, isLiteral, isWordUnit } from "./syntax.ts";

// Unless it is told to run plugins first, a host that may read decorators has lowered classes before:
// decorators to calls, accessors to a private field, and in the versions of 2022-03 and 2023-11 every key
// that is not a name to a variable. Then only the source tells of them, and the traces that are left.

/** Whether a node begins with a decorator. */
export function beginsDecorated(node: Node): bool {
  return sourceText(node.lo, node.hi).startsWith("@");
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
  const at = decoratorAt(reader, node);
  if (at == 0) return;
  const text = sourceText(at, node.hi);
  let length = 1;
  while (length < text.length && isWordUnit(text.charCodeAt(length))) length++;
  reader.reportAt(message, at, at + length);
}

/** Where a decorator of a class stands that the host has lowered; 0 if it has none. */
function decoratorAt(reader: Reader, node: Node): u32 {
  const id = childOf(around(node), Slot.Ident);
  if (!isMade(node)) {
    if (beginsDecorated(node)) return node.lo;
    if (!assignmentTo(reader, id)) return 0;
  }
  return lastBefore("@", endBefore(reader, id), id.lo);
}

/** A key as it was written: `"a-b"` may have become `[_computedKey]`, with `_computedKey = "a-b"` before. */
export function writtenKey(reader: Reader, key: Node): Node {
  if (key.type != Type.ComputedPropName) return key;
  const variable = assignmentTo(reader, childOf(key, Slot.Expr));
  if (!variable) return key;
  const assigned = childOf(around(around(variable)), Slot.Right);
  // In the version of 2023-11 it is `_to_property_key("a-b")`.
  const value = isMade(assigned) ? childOf(childOf(assigned, Slot.Args), Slot.Expr) : assigned;
  return isLiteral(value) ? value : key;
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
  if (argument.type == Type.SeqExpr && isMade(argument)) {
    let node: Node | null = argument;
    while (node && node.type != Type.Class) node = node.following(argument);
    return node;
  }
  if (argument.type != Type.Ident) return null;
  const tree = reader.module.tree;
  const written = tree.atom(reader.text(argument));
  if (written == 0 || written == argument.atom) return null;
  let identifier = tree.named(written);
  while (identifier) {
    const named = around(identifier).child(Slot.Class);
    if (named) return named;
    identifier = identifier.sameName;
  }
  return null;
}

/**
 * What the host has moved out of classes, into statements of its own: decorators, and keys that are not
 * literals.
 */
export function movedExpressions(reader: Reader): Node[] {
  const known = reader.moved;
  if (known) return known;
  const moved: Node[] = [];
  let item = reader.module.root.child(Slot.Body);
  while (item) {
    if (item.type == Type.ExprStmt && isMade(item)) addMoved(moved, childOf(item, Slot.Expr));
    item = item.sibling;
  }
  reader.moved = moved;
  return moved;
}

function addMoved(moved: Node[], expression: Node): void {
  let part: Node | null = expression;
  if (expression.type == Type.SeqExpr) part = expression.child(Slot.Exprs);
  while (part) {
    const value = part.child(Slot.Right);
    if (!value || !isLiteral(value)) moved.push(part);
    part = part.sibling;
  }
}

/** Where the host assigns to a name: to that of a class what its decorators return. */
function assignmentTo(reader: Reader, id: Node): Node | null {
  let other = reader.module.tree.named(id.atom);
  while (other) {
    const isTarget =
      around(other).type == Type.BindingIdent && around(around(other)).type == Type.AssignExpr;
    if (isTarget && other.lo == 0 && other.ctxt == id.ctxt) return other;
    other = other.sameName;
  }
  return null;
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
