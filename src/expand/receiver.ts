import type { Class, Function as FunctionNode } from "oxc-parser";
import { ownName, receiver, unsupportedMember } from "../messages.ts";
import { mangle } from "../naming.ts";
import { isReference } from "./identifier.ts";
import type { Reader } from "./reader.ts";
import type { Reference, SuppliedSite } from "./site.ts";
import { isPlainFunction, isType, type Node, walk, wrapped } from "./syntax.ts";

/**
 * Reads every `this` of the members: `this.member` is Rust's `Self::member`. A member that the
 * statement declares itself is meant directly; any other goes through the linker. What is left of
 * `this`, and `super`, is reported: an interface has no receiver.
 *
 * @param declares the members that have a declaration of their own after expansion
 */
export function readReceivers(
  reader: Reader,
  self: { reference: Reference; namespace: string | null },
  members: readonly SuppliedSite[],
  declares: ReadonlySet<string>,
): void {
  for (const member of members) {
    const root = member.value;
    if (isPlainFunction(root)) readThisParameter(reader, root);
    const visit = (node: Node): boolean => {
      if (node !== root && hasOwnReceiver(node)) {
        walkOuterParts(node, (part) => walk(part, visit));
        return false;
      }
      if (isType(node)) return false;
      if (node.type === "Super") reader.report(receiver("`super`"), node);
      if (node.type === "ThisExpression") readThis(reader, self, node, declares);
      if (isThisTag(node)) reader.report(receiver("`this`"), node);
      if (root.type === "ArrowFunctionExpression" && isArguments(reader, node)) {
        reader.report(unsupportedMember("`arguments` in an arrow function"), node);
      }
      return true;
    };
    walk(root, visit);
  }
}

/**
 * Reports where a class names itself and that name means nothing after expansion: anywhere in an
 * expression, which is gone, and in the values of a declaration, which are evaluated before it.
 */
export function readOwnName(
  reader: Reader,
  declaration: Class,
  members: readonly SuppliedSite[],
): void {
  const name = declaration.id?.name;
  const isExpression = declaration.type === "ClassExpression";
  const owner = isExpression ? declaration : reader.module.program;
  for (const { kind, value } of members) {
    if (!isExpression && kind !== "value") continue;
    walk(value, (node) => {
      if (isType(node)) return false;
      const named = node.type === "Identifier" && node.name === name && isReference(node);
      if (named && reader.module.scopes.resolve(node.name, node) === owner) {
        const access = wrapped(node).parent as Node;
        const isMember = access.type === "MemberExpression" && !access.computed;
        reader.report(ownName(name, isMember ? reader.text(access.property) : ""), node);
      }
      return true;
    });
  }
}

function readThis(
  reader: Reader,
  self: { reference: Reference; namespace: string | null },
  node: Node,
  declares: ReadonlySet<string>,
): void {
  const access = wrapped(node).parent as Node;
  if (access.type !== "MemberExpression" || access.property === wrapped(node)) {
    reader.report(receiver("`this`"), node);
    return;
  }
  if (access.computed || access.optional || access.property.type !== "Identifier") {
    reader.report(receiver("a computed or optional access to `this`"), access);
    return;
  }
  if (isWritten(access)) {
    reader.report(receiver("an assignment to a member of `this`"), access);
    return;
  }
  const name = access.property.name;
  const at = { node: access, start: access.start, end: access.end };
  if (declares.has(name)) {
    reader.addOwn({ symbol: mangle(self.namespace, self.reference.name, name), ...at });
    return;
  }
  const range = { start: access.property.start, end: access.property.end };
  reader.sites.uses.push({
    interface: self.reference,
    namespace: self.namespace,
    form: { kind: "self" },
    members: [{ name, range }],
    ...at,
  });
}

/** `function (this: T)` is a receiver too. */
function readThisParameter(reader: Reader, root: Node): void {
  const first = (root as FunctionNode).params[0] as Node | undefined;
  if (first?.type === "Identifier" && first.name === "this") {
    reader.report(receiver("a `this` parameter"), first);
  }
}

/** Whether a node is the `this` of `<this.Panel>`; a tag is reported where it opens. */
function isThisTag(node: Node): boolean {
  if (node.type !== "JSXIdentifier" || node.name !== "this") return false;
  let tag: Node = node;
  let parent = tag.parent as Node;
  while (parent.type === "JSXMemberExpression" && parent.object === tag) {
    tag = parent;
    parent = tag.parent as Node;
  }
  return parent.type === "JSXOpeningElement";
}

/** Whether `this` means something else inside a node: functions, and the bodies of classes. */
function hasOwnReceiver(node: Node): boolean {
  return isPlainFunction(node) || node.type === "ClassBody";
}

/** Computed keys and decorators in a class body belong to the code around the class. */
function walkOuterParts(node: Node, visit: (part: Node) => void): void {
  if (node.type !== "ClassBody") return;
  for (const element of node.body) {
    if ("computed" in element && element.computed && element.key) visit(element.key);
    if ("decorators" in element) for (const decorator of element.decorators ?? []) visit(decorator);
  }
}

function isArguments(reader: Reader, node: Node): boolean {
  if (node.type !== "Identifier" || node.name !== "arguments") return false;
  const parent = node.parent as Node;
  if (parent.type === "MemberExpression" && parent.property === node && !parent.computed) {
    return false;
  }
  // In shorthand, key and value are two nodes in one place; the value is the reference.
  if (parent.type === "Property" && parent.key === node && !parent.computed) return false;
  return reader.module.scopes.resolve("arguments", node) === null;
}

/** Whether an access is the target of an assignment, an update, `delete` or a pattern. */
export function isWritten(access: Node): boolean {
  const node = wrapped(access);
  const parent = node.parent as Node;
  switch (parent.type) {
    case "AssignmentExpression":
    case "AssignmentPattern":
    case "ForInStatement":
    case "ForOfStatement":
      return parent.left === node;
    case "UpdateExpression":
    case "RestElement":
    case "ArrayPattern":
      return true;
    case "UnaryExpression":
      return parent.operator === "delete";
    case "Property":
      return parent.value === node && parent.parent?.type === "ObjectPattern";
    default:
      return false;
  }
}
