import type { CallExpression } from "oxc-parser";
import {
  aroundMember,
  computedMember,
  malformedCall,
  memberWithin,
  optionalUse,
  optionsNotLiteral,
} from "../messages.ts";
import { readNamespace, readOptions } from "./options.ts";
import type { Reader } from "./reader.ts";
import { describe, findReference, isNamespaceImport, readReference } from "./reference.ts";
import {
  type Access,
  literalName,
  openingOf,
  replacementOf,
  rewritten,
  shortened,
} from "./replacement.ts";
import type { Caller, Range, Reference, UseForm } from "./site.ts";
import { isIdentifier, keyName, type Node, unwrap, wrapped } from "./syntax.ts";

/** Reads a `call_interface` into the sites. */
export function readCall(reader: Reader, call: CallExpression): void {
  const args = readArguments(reader, "call_interface", call);
  if (!args) return;
  const [first, ...rest] = args.list;
  const target = unwrap(first);
  if (target.type === "CallExpression") {
    if (rest.length > 0) {
      const problem = "the call form takes one call; its arguments go inside";
      reader.report(malformedCall("call_interface", problem), rest[0]);
      return;
    }
    const member = readMember(reader, "call_interface", args, target.callee);
    if (member)
      add(reader, call, args, member, { kind: "call", inner: target, callee: target.callee });
    return;
  }
  const member = readMember(reader, "call_interface", args, first);
  if (member) add(reader, call, args, member, { kind: "path", callee: first, rest });
}

/** Reads a `use_interface` into the sites. */
export function readUse(reader: Reader, call: CallExpression): void {
  const args = readArguments(reader, "use_interface", call);
  if (!args) return;
  if (args.list.length > 1) {
    const problem = "it takes one interface or one member";
    reader.report(malformedCall("use_interface", problem), args.list[1]);
    return;
  }
  const [first] = args.list;
  const target = unwrap(first);
  const isMember =
    target.type === "ChainExpression" ||
    (target.type === "MemberExpression" && !isNamespaceImport(reader, target.object));
  if (isMember) {
    const member = readMember(reader, "use_interface", args, first);
    if (member) add(reader, call, args, member, { kind: "value", callee: first });
    return;
  }
  const instead = memberAlone(reader, target, args.namespace);
  if (instead !== null) {
    reader.report(aroundMember(describe(target), instead), target);
    return;
  }
  const reference = readReference(reader, first);
  if (reference) readWhole(reader, call, args, reference);
}

interface Arguments {
  /** Without the options. */
  list: Node[];
  namespace: string | null;
}

interface MemberReference {
  reference: Reference;
  name: string;
  range: Range;
}

function readArguments(reader: Reader, macro: string, call: CallExpression): Arguments | null {
  const list = [...call.arguments] as Node[];
  if (call.optional) {
    const instead = `${reader.macroName(macro)}(${shortened(reader, list)})`;
    reader.report(optionalUse(macro, list.length > 0 ? instead : null), call);
    return null;
  }
  let namespace: string | null = null;
  if (list.length > 0 && unwrap(list[0]).type === "ObjectExpression") {
    const problems = reader.sites.problems.length;
    namespace = readNamespace(reader, readOptions(reader, macro, list.shift(), ["namespace"]));
    if (reader.sites.problems.length > problems) return null;
  }
  if (list.length === 0) {
    const problem = "it takes an interface's member";
    reader.report(malformedCall(macro, problem), call);
    return null;
  }
  if (isVariable(reader, list[0]) && list.length > 1 && isMemberUse(list[1])) {
    reader.report(optionsNotLiteral(macro, "an object literal"), list[0]);
    return null;
  }
  if (list[0].type === "SpreadElement") {
    reader.report(malformedCall(macro, "its first argument cannot be spread"), list[0]);
    return null;
  }
  return { list, namespace };
}

/** Whether an argument is a name that is no import, and so may well hold options. */
function isVariable(reader: Reader, node: Node): boolean {
  const target = unwrap(node);
  return target.type === "Identifier" && reader.module.binding(target)?.kind !== "import";
}

/** Whether an argument looks like the member that stands behind options. */
function isMemberUse(node: Node): boolean {
  const { type } = unwrap(node);
  return type === "CallExpression" || type === "MemberExpression";
}

/** Reads `HelloIf.hello`, which is the first argument of a macro or what that calls. */
function readMember(
  reader: Reader,
  macro: string,
  args: Arguments,
  node: Node,
): MemberReference | null {
  const { namespace } = args;
  const [whole] = args.list;
  const target = unwrap(node);
  if (target.type === "ChainExpression") {
    reportOptional(reader, macro, args, target);
    return null;
  }
  if (target.type !== "MemberExpression" || isNamespaceImport(reader, target.object)) {
    const found = target.type === "Identifier" ? "`" + target.name + "`" : describe(target);
    const instead = rewritten(reader, whole, namespace);
    const problem = "expected a member, such as `HelloIf.hello`, found " + found;
    reader.report(
      instead === null ? malformedCall(macro, problem) : memberWithin(macro, found, instead),
      target,
    );
    return null;
  }
  const { property } = target;
  if (target.computed || property.type !== "Identifier") {
    const instead = target.computed ? uncomputed(reader, target, namespace) : null;
    const problem = target.computed ? "a member cannot be computed" : "a member cannot be private";
    reader.report(
      instead === null ? malformedCall(macro, problem) : computedMember(macro, instead),
      property,
    );
    return null;
  }
  const reference = findReference(reader, target.object);
  if (!reference) {
    const instead = rewritten(reader, whole, namespace);
    if (instead === null) readReference(reader, target.object);
    else reader.report(aroundMember(describe(unwrap(target.object)), instead), target.object);
    return null;
  }
  const range = { start: property.start, end: property.end };
  return { reference, name: property.name, range };
}

/** What `use_interface` takes instead of an expression around a member; `null` if that is none. */
function memberAlone(reader: Reader, target: Node, namespace: string | null): string | null {
  const callee = target.type === "CallExpression" ? unwrap(target.callee) : target;
  const isCalled = callee !== target && callee.type === "MemberExpression" && !callee.computed;
  if (!isCalled || !findReference(reader, callee.object)) {
    return rewritten(reader, target, namespace);
  }
  return openingOf(reader, "use_interface", namespace) + reader.text(callee) + ")";
}

/** What names the same member as `HelloIf["hello"]`. */
function uncomputed(reader: Reader, access: Access, namespace: string | null): string | null {
  const object = unwrap(access.object as Node);
  if (!findReference(reader, object)) return null;
  const name = literalName(access.property);
  if (name === null || isIdentifier(name)) return replacementOf(reader, access, namespace).text;
  const local = name.replace(/[^\w$]|^(?=\d)/g, "_") || "_";
  const use = openingOf(reader, "use_interface", namespace) + reader.text(object) + ")";
  return `const { ${reader.text(access.property)}: ${local} } = ${use}`;
}

/** Reports `?.` in the first argument of a macro: of the member, or of what is read from its result. */
function reportOptional(
  reader: Reader,
  macro: string,
  { list: [whole, ...rest], namespace }: Arguments,
  chain: Extract<Node, { type: "ChainExpression" }>,
): void {
  const inner = unwrap(chain.expression);
  const access = inner.type === "CallExpression" ? unwrap(inner.callee) : inner;
  const isMember = access.type === "MemberExpression" && findReference(reader, access.object);
  let instead = rewritten(reader, whole, namespace);
  if (isMember && access === inner && unwrap(whole) === chain && instead !== null) {
    const path = `${reader.text(unwrap(access.object))}.${reader.text(access.property)}`;
    const list = rest.length > 0 ? `${path}, ${shortened(reader, rest)}` : path;
    instead = `${openingOf(reader, macro, namespace)}${list})`;
  }
  const message =
    isMember || instead === null
      ? optionalUse(macro, instead)
      : memberWithin(macro, describe(chain), instead);
  reader.report(message, chain);
}

function add(
  reader: Reader,
  call: CallExpression,
  args: Arguments,
  member: MemberReference,
  form: UseForm,
): void {
  reader.sites.uses.push({
    node: call,
    interface: member.reference,
    namespace: args.namespace,
    form,
    members: [{ name: member.name, range: member.range }],
    start: call.start,
    end: call.end,
  });
}

/** `use_interface(HelloIf)`: its members by name when it is destructured, else all as one object. */
function readWhole(
  reader: Reader,
  call: CallExpression,
  args: Arguments,
  reference: Reference,
): void {
  const site = {
    node: call,
    interface: reference,
    namespace: args.namespace,
    start: call.start,
    end: call.end,
  };
  const declarator = wrapped(call).parent as Node;
  if (declarator.type === "VariableDeclarator" && declarator.id.type === "ObjectPattern") {
    const callers = readCallers(reader, declarator.id);
    if (!callers) return;
    const declaration = declarator.parent as Extract<Node, { type: "VariableDeclaration" }>;
    const outer = declaration.parent as Node;
    const reexported =
      declaration.kind === "const" &&
      outer.type === "ExportNamedDeclaration" &&
      outer.parent?.type === "Program" &&
      !reader.isInInstance(outer);
    reader.sites.uses.push({
      ...site,
      form: { kind: "callers", declarator, declaration, callers, reexported },
      members: callers.map(({ member, range }) => ({ name: member, range })),
    });
    return;
  }
  reader.sites.uses.push({ ...site, form: { kind: "object" }, members: null });
}

function readCallers(
  reader: Reader,
  pattern: Extract<Node, { type: "ObjectPattern" }>,
): Caller[] | null {
  const callers: Caller[] = [];
  const reject = (problem: string, at: Range): null => {
    reader.report(malformedCall("use_interface", problem), at);
    return null;
  };
  if (pattern.properties.length === 0) return reject("the pattern takes no member", pattern);
  for (const property of pattern.properties) {
    if (property.type === "RestElement")
      return reject("members cannot be collected by rest", property);
    const member = keyName(property.key, property.computed);
    if (member === null) return reject("a member cannot be computed", property.key);
    const { value } = property;
    if (value.type === "AssignmentPattern") {
      return reject("a linked member is always there, so a default has no meaning", value);
    }
    if (value.type !== "Identifier") return reject("members cannot be destructured further", value);
    const range = { start: property.key.start, end: property.key.end };
    callers.push({ member, local: value.name, node: property, range });
  }
  return callers;
}
