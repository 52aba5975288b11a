import { Atoms } from "../ast/atoms.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { digitsOf } from "./digits.ts";

// What is read is told as for the other backends, whose trees are those of ESTree: there a chain of
// `?.` is one node around plain accesses and calls, and here each part is a node of its own.

/**
 * Looks through what only TypeScript sees, and through parentheses. A part of a longer chain is the
 * access or call in it; a whole chain stays one.
 */
export function unwrap(node: Node): Node {
  let inner = node;
  for (let next: Node | null = node; next; ) {
    inner = next;
    next = null;
    if (isWrapper(inner)) next = inner.child(Slot.Expr);
    else if (isPartOfChain(inner)) next = inner.child(Slot.Base);
  }
  return inner;
}

/** The outermost wrapper around a node: the inverse of {@link unwrap}. */
export function wrapped(node: Node): Node {
  let outer = node;
  for (let parent = outer.parent; parent; parent = outer.parent) {
    if (!isWrapper(parent) && !isPartOfChain(parent)) break;
    outer = parent;
  }
  return outer;
}

/** What a node with all its wrappers stands in. */
export function around(node: Node): Node {
  const outer = wrapped(node);
  const parent = outer.parent;
  return parent ? parent : outer;
}

function isWrapper(node: Node): bool {
  const type = node.type;
  return type == Type.ParenExpr || (type >= Type.TsAsExpr && type <= Type.TsInstantiation);
}

/** Whether a node is `a?.b` in `a?.b.c`. */
function isPartOfChain(node: Node): bool {
  if (node.type != Type.OptChainExpr) return false;
  let inner = node;
  let parent = node.parent;
  while (parent && parent.type == Type.TsNonNullExpr) {
    inner = parent;
    parent = parent.parent;
  }
  if (!parent || (inner.slot != Slot.Obj && inner.slot != Slot.Callee)) return false;
  const outer = parent.parent;
  return outer != null && outer.type == Type.OptChainExpr;
}

/** Whether an access or a call has `?.` before it. */
export function isOptional(node: Node): bool {
  const parent = node.parent;
  return parent != null && parent.type == Type.OptChainExpr && parent.flag(Slot.Optional);
}

/** Whether a node is a call, as a part of a chain or by itself; not one of `import`. */
export function isCall(node: Node): bool {
  if (node.type == Type.OptCall) return true;
  return node.type == Type.CallExpr && childOf(node, Slot.Callee).type != Type.Import;
}

/** Whether a node is `a.b` or `a[b]`, as a part of a chain or by itself. */
export function isAccess(node: Node): bool {
  return node.type == Type.MemberExpr || node.type == Type.SuperPropExpr;
}

/** Whether a node is a literal other than a template. */
export function isLiteral(node: Node): bool {
  return node.type >= Type.Str && node.type <= Type.Regex;
}

export function isProgram(node: Node): bool {
  return node.type == Type.Module || node.type == Type.Script;
}

/** What is in a field that is never empty. */
export function childOf(node: Node, slot: Slot): Node {
  const child = node.child(slot);
  return child ? child : node;
}

/** What an access names: of `a[b]` the expression. */
export function propertyOf(access: Node): Node {
  const property = childOf(access, Slot.Prop);
  return property.type == Type.ComputedPropName ? childOf(property, Slot.Expr) : property;
}

/** Whether an access is `a[b]`. */
export function isComputed(access: Node): bool {
  return childOf(access, Slot.Prop).type == Type.ComputedPropName;
}

/** The arguments of a call, or the elements of an array: expressions, and for a spread its `ExprOrSpread`. */
export function expressionsOf(node: Node, slot: Slot): Node[] {
  const list: Node[] = [];
  let item = node.child(slot);
  while (item) {
    list.push(expressionOf(item));
    item = item.sibling;
  }
  return list;
}

function expressionOf(item: Node): Node {
  return item.type == Type.ExprOrSpread && !isSpread(item) ? childOf(item, Slot.Expr) : item;
}

/** Whether a node is `...a`: of an object a `SpreadElement`, elsewhere an `ExprOrSpread`. */
export function isSpread(node: Node): bool {
  if (node.type == Type.SpreadElement) return true;
  const dots = node.type == Type.ExprOrSpread ? node.field(Slot.Dots) : 0;
  return dots != 0 && load<u8>(dots) != EMPTY_ARRAY;
}

const EMPTY_ARRAY: u8 = 0x80;

/**
 * The name of a key, an export or an import; `null` for a computed or private one, and for most numbers.
 */
export function keyName(atoms: Atoms, key: Node): string | null {
  switch (key.type) {
    case Type.Ident:
    case Type.IdentName:
      return atoms.text(key.atom);
    case Type.BindingIdent:
      return keyName(atoms, childOf(key, Slot.Ident));
    case Type.Str:
      return key.text(Slot.Value);
    case Type.Number:
      return indexName(key);
    default:
      return null;
  }
}

/** The name of a number that is named by its decimal digits, however it is written, in every backend. */
function indexName(key: Node): string | null {
  const at = key.field(Slot.Value);
  if (load<u8>(at) != FLOAT) return null;
  const value = reinterpret<f64>(bswap<u64>(load<u64>(at + 1)));
  const index = <u32>value;
  return value == <f64>index ? digitsOf(index, 10) : null;
}

/** What begins a 64-bit float (RFC 8949, section 3.3). */
const FLOAT: u8 = 0xfb;

/** The text of a string literal. */
export function literalName(node: Node): string | null {
  return node.type == Type.Str ? node.text(Slot.Value) : null;
}

/**
 * Whether a name can be written behind a dot. Of names beyond ASCII that is not known here; they are
 * quoted in messages.
 */
export function isIdentifier(name: string): bool {
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (!isWordUnit(unit) || (i == 0 && isDigitUnit(unit))) return false;
  }
  return name.length > 0;
}

/** Whether a code unit is a letter, a digit, `_` or `$`. */
export function isWordUnit(unit: i32): bool {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || isDigitUnit(unit) || unit == 0x24 || unit == 0x5f;
}

function isDigitUnit(unit: i32): bool {
  return unit >= 0x30 && unit <= 0x39;
}

/** Names a node for people. */
export function describe(node: Node): string {
  if (isCall(node)) return "a call";
  if (isAccess(node)) return "a member access";
  if (isLiteral(node)) return "a literal";
  if (isSpread(node)) return "a spread";
  switch (node.type) {
    case Type.ObjectLit:
      return "an object literal";
    case Type.ArrowExpr:
    case Type.FnExpr:
      return "a function";
    case Type.OptChainExpr:
      return "an optional access";
    case Type.ThisExpr:
      return "`this`";
    default:
      return "an expression";
  }
}
