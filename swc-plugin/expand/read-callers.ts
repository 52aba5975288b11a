import { malformedCall } from "../../src/messages/macros.ts";
import { unknownEncoding } from "../../src/messages/swc.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Reader } from "./reader.ts";
import { Caller } from "./site.ts";
import { childOf, keyName } from "./syntax.ts";

/** Reads the names of `const { hello, greet: g } = use_interface(HelloIf)`; `null` if one was reported. */
export function readCallers(reader: Reader, pattern: Node): Caller[] | null {
  const callers: Caller[] = [];
  let property = pattern.child(Slot.Props);
  if (!property) return reject(reader, "the pattern takes no member", pattern);
  while (property) {
    if (property.type == Type.RestPat) {
      return reject(reader, "members cannot be collected by rest", property);
    }
    const key = childOf(property, Slot.Key);
    const member = keyName(reader.module.tree.atoms, key);
    if (member === null) {
      return reject(reader, "a member cannot be computed", childOf(key, Slot.Expr));
    }
    const isShort = property.type == Type.AssignPatProp;
    const value = property.child(Slot.Value);
    if (value && (isShort || value.type == Type.AssignPat)) {
      const problem = "a linked member is always there, so a default has no meaning";
      return reject(reader, problem, isShort ? property : value);
    }
    const name = value ? value : key;
    if (name.type != Type.BindingIdent) {
      return reject(reader, "members cannot be destructured further", name);
    }
    const local = childOf(name, Slot.Ident);
    if (local.atom == 0) reader.report(unknownEncoding(), property);
    callers.push(new Caller(member, local, property));
    property = property.sibling;
  }
  return callers;
}

function reject(reader: Reader, problem: string, at: Node): Caller[] | null {
  reader.report(malformedCall("use_interface", problem), at);
  return null;
}
