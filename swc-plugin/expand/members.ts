import { duplicateMember, unsupportedMember } from "../../src/messages/macros.ts";
import { unknownEncoding } from "../../src/messages/swc.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import {
  beginsDecorated,
  isMade,
  reportAccessor,
  reportDecorators,
  writtenKey,
} from "./lowered.ts";
import { MemberList } from "./member-list.ts";
import { Reader } from "./reader.ts";
import { SuppliedKind, SuppliedSite } from "./site.ts";
import { childOf, describe, isSpread, keyName, unwrap } from "./syntax.ts";

/** Reads the members of an object literal: an implementation, or the `defaults` of a definition. */
export function readObjectMembers(reader: Reader, object: Node): SuppliedSite[] {
  const list = new MemberList();
  let property = object.child(Slot.Props);
  while (property) {
    const key = childOf(property, Slot.Key);
    const unsupported = unsupportedProperty(reader, property, key);
    if (property.type == Type.Opaque) reader.report(unknownEncoding(), property);
    else if (unsupported !== null) {
      const at = isSpread(property) ? property : childOf(key, Slot.Expr);
      reader.report(unsupportedMember(unsupported), at);
    } else add(reader, list, property, key);
    property = property.sibling;
  }
  return list.members;
}

/** Names what keeps a property from being a member; `null` when nothing does. */
function unsupportedProperty(reader: Reader, property: Node, key: Node): string | null {
  const type = property.type;
  if (isSpread(property)) return "a spread";
  if (key.type == Type.ComputedPropName) return "a computed key";
  if (type == Type.GetterProp) return "a getter";
  if (type == Type.SetterProp) return "a setter";
  if (type != Type.KeyValueProp) return null;
  // `__proto__: value` sets the prototype (ECMA-262, B.3.1) and makes no member.
  return keyName(reader.module.tree.atoms, key) == "__proto__" ? "`__proto__: ...`" : null;
}

/** Reads the static members of a class; reports everything else in it. */
export function readClassMembers(reader: Reader, node: Node): SuppliedSite[] {
  const list = new MemberList();
  const superClass = node.child(Slot.SuperClass);
  if (superClass) reader.report(unsupportedMember("a superclass"), superClass);
  reportDecorators(reader, node);
  let element = node.child(Slot.Body);
  while (element) {
    readElement(reader, list, element);
    element = element.sibling;
  }
  return list.members;
}

function readElement(reader: Reader, list: MemberList, element: Node): void {
  const type = element.type;
  // Index signatures, and semicolons.
  if (type == Type.OnlyTypes || type == Type.EmptyStmt) return;
  if (type == Type.Opaque) {
    reader.report(unknownEncoding(), element);
    return;
  }
  if (isMade(element)) {
    if (type == Type.PrivateProp) reportAccessor(reader, element);
    return;
  }
  const key = writtenKey(reader, childOf(element, Slot.Key));
  const unsupported = unsupportedElement(element, key);
  if (unsupported !== null) {
    reader.report(unsupportedMember(unsupported), element);
    return;
  }
  if (type == Type.ClassMethod) {
    const fn = childOf(element, Slot.Function);
    if (!fn.child(Slot.Body)) {
      // Overload signatures are types, as are `declare` fields.
      if (fn.type != Type.Function) reader.report(unknownEncoding(), element);
      return;
    }
  }
  if (element.flag(Slot.Declare)) return;
  add(reader, list, element, key);
}

/** Names what keeps a class element from being a member; `null` when nothing does. */
function unsupportedElement(element: Node, key: Node): string | null {
  const type = element.type;
  if (type == Type.StaticBlock) return "a static block";
  if (type == Type.AutoAccessor) return "an accessor";
  if (type == Type.Constructor) return "a constructor";
  if (element.flag(Slot.IsAbstract)) return "an abstract member";
  const kind = element.number(Slot.Kind);
  if (kind == GETTER) return "a getter";
  if (kind == SETTER) return "a setter";
  if (type == Type.PrivateMethod || type == Type.PrivateProp) return "a private member";
  if (!element.flag(Slot.IsStatic)) return "an instance member";
  if (beginsDecorated(element)) return "a decorator";
  if (key.type == Type.ComputedPropName) return "a computed key";
  if (type != Type.ClassProp || element.flag(Slot.Declare)) return null;
  return element.child(Slot.Value) ? null : "a field without a value";
}

// Of swc_ecma_ast's MethodKind.
const GETTER: u32 = 2;
const SETTER: u32 = 3;

function add(reader: Reader, list: MemberList, node: Node, key: Node): void {
  const name = keyName(reader.module.tree.atoms, key);
  if (name === null) {
    const isNumber = key.type == Type.Number || key.type == Type.BigInt;
    reader.report(isNumber ? unsupportedMember("this number as a key") : unknownEncoding(), key);
    return;
  }
  if (hasHalfPair(name)) {
    reader.report(unsupportedMember("a name with half of a surrogate pair"), key);
    return;
  }
  const first = list.named(name);
  if (first) {
    reader.reportRelated(duplicateMember(name), key, first.key, "first here");
    return;
  }
  const fn = node.child(Slot.Function);
  // `{ name }` is its own key and value.
  const written = fn ? fn : childOf(node, Slot.Value);
  const value = unwrap(written);
  list.add(new SuppliedSite(name, kindOf(reader, value), node, key, value, written));
}

function kindOf(reader: Reader, value: Node): SuppliedKind {
  if (value.type == Type.Function) return SuppliedKind.Method;
  if (value.type == Type.FnExpr) return SuppliedKind.Function;
  if (value.type == Type.ArrowExpr) return SuppliedKind.Arrow;
  // A global cannot be exported by name; a constant holding it can.
  const isDeclared = value.type == Type.Ident && value.ctxt != reader.module.unresolved;
  return isDeclared ? SuppliedKind.Reference : SuppliedKind.Value;
}

/** Only well-formed text may name an export (ECMA-262, 16.2.2), as the interface as an object does. */
function hasHalfPair(name: string): bool {
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i) & 0xfc00;
    if (unit == 0xdc00) return true;
    if (unit == 0xd800 && (name.charCodeAt(++i) & 0xfc00) != 0xdc00) return true;
  }
  return false;
}

/** What stands where an object literal or a class is expected, for the message. */
export function describeImplementation(reader: Reader, node: Node): string {
  return node.type == Type.Ident ? "`" + reader.name(node) + "`" : describe(node);
}
