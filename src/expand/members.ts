import type { Class } from "oxc-parser";
import { duplicateMember, unsupportedMember } from "../messages.ts";
import type { Reader } from "./reader.ts";
import { describe } from "./reference.ts";
import type { Range, SuppliedKind, SuppliedSite } from "./site.ts";
import { keyName, type Node, unwrap } from "./syntax.ts";

type ObjectLiteral = Extract<Node, { type: "ObjectExpression" }>;

/** Reads the members of an object literal: an implementation, or the `defaults` of a definition. */
export function readObjectMembers(reader: Reader, object: ObjectLiteral): SuppliedSite[] {
  const members = new Members(reader);
  for (const property of object.properties) {
    if (property.type === "SpreadElement") {
      reader.report(unsupportedMember("a spread"), property);
      continue;
    }
    const unsupported = unsupportedProperty(property);
    if (unsupported) {
      reader.report(unsupportedMember(unsupported), property.key);
    } else {
      members.add(property, property.key, property.value, property.method);
    }
  }
  return members.list;
}

/** Names what keeps a property from being a member; `null` when nothing does. */
function unsupportedProperty({
  key,
  computed,
  kind,
  method,
  shorthand,
}: Exclude<ObjectLiteral["properties"][number], { type: "SpreadElement" }>): string | null {
  if (computed) return "a computed key";
  if (kind !== "init") return kind === "get" ? "a getter" : "a setter";
  // `__proto__: value` sets the prototype (ECMA-262, B.3.1) and makes no member.
  if (keyName(key, computed) === "__proto__" && !method && !shorthand) return "`__proto__: ...`";
  return null;
}

/** Reads the static members of a class; reports everything else in it. */
export function readClassMembers(reader: Reader, node: Class): SuppliedSite[] {
  const members = new Members(reader);
  if (node.superClass) reader.report(unsupportedMember("a superclass"), node.superClass);
  for (const decorator of node.decorators) {
    reader.report(unsupportedMember("a decorator"), decorator);
  }
  for (const element of node.body.body) {
    const unsupported = unsupportedElement(element);
    if (unsupported) {
      reader.report(unsupportedMember(unsupported), element);
      continue;
    }
    if (element.type !== "MethodDefinition" && element.type !== "PropertyDefinition") continue;
    // Overload signatures and `declare` fields are types.
    if (element.type === "MethodDefinition" && !element.value.body) continue;
    if (element.type === "PropertyDefinition" && element.declare) continue;
    if (!element.value) continue;
    members.add(element, element.key, element.value, element.type === "MethodDefinition");
  }
  return members.list;
}

/** Names what keeps a class element from being a member; `null` when nothing does. */
function unsupportedElement(element: Class["body"]["body"][number]): string | null {
  switch (element.type) {
    case "StaticBlock":
      return "a static block";
    case "AccessorProperty":
    case "TSAbstractAccessorProperty":
      return "an accessor";
    case "TSAbstractMethodDefinition":
    case "TSAbstractPropertyDefinition":
      return "an abstract member";
    case "TSIndexSignature":
      return null;
  }
  if (element.type === "MethodDefinition") {
    if (element.kind === "constructor") return "a constructor";
    if (element.kind === "get") return "a getter";
    if (element.kind === "set") return "a setter";
  }
  if (element.key.type === "PrivateIdentifier") return "a private member";
  if (!element.static) return "an instance member";
  if (element.decorators.length > 0) return "a decorator";
  if (element.computed) return "a computed key";
  if (element.type === "PropertyDefinition" && !element.value && !element.declare) {
    return "a field without a value";
  }
  return null;
}

class Members {
  readonly list: SuppliedSite[] = [];
  readonly #reader: Reader;
  readonly #byName = new Map<string, SuppliedSite>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  add(node: Node, key: Node, value: Node, method: boolean): void {
    const name = keyName(key, false);
    if (name === null) {
      this.#reader.report(unsupportedMember("this number as a key"), key);
      return;
    }
    const inner = unwrap(value);
    const site: SuppliedSite = {
      name,
      kind: method ? "method" : kindOf(this.#reader, inner),
      container: rangeOf(node.parent as Node),
      node,
      key,
      value: inner,
      written: value,
      start: node.start,
      end: node.end,
    };
    // Only well-formed text may name an export (ECMA-262, 16.2.2), as the interface as an object does.
    if (/\p{Cs}/u.test(name)) {
      this.#reader.report(unsupportedMember("a name with half of a surrogate pair"), site.key);
      return;
    }
    const first = this.#byName.get(name);
    if (first) {
      const related = [{ range: first.key, text: "first here" }];
      this.#reader.report(duplicateMember(name), site.key, related);
      return;
    }
    this.#byName.set(name, site);
    this.list.push(site);
  }
}

function kindOf(reader: Reader, value: Node): SuppliedKind {
  if (value.type === "FunctionExpression") return "function";
  if (value.type === "ArrowFunctionExpression") return "arrow";
  if (value.type !== "Identifier") return "value";
  // A global cannot be exported by name; a constant holding it can.
  return reader.module.scopes.resolve(value.name, value) ? "reference" : "value";
}

/** What stands where an object literal or a class is expected, for the message. */
export function describeImplementation(node: Node): string {
  return node.type === "Identifier" ? "`" + node.name + "`" : describe(node);
}

function rangeOf({ start, end }: Node): Range {
  return { start, end };
}
