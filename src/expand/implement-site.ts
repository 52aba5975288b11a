import type { CallExpression, Class } from "oxc-parser";
import { implementMisplaced, malformedCall, repeatedImplementation } from "../messages.ts";
import { interfacePath } from "../naming.ts";
import { describeImplementation, readClassMembers, readObjectMembers } from "./members.ts";
import { readConditions, readNamespace, readOptions } from "./options.ts";
import type { Reader } from "./reader.ts";
import { readOwnName, readReceivers } from "./receiver.ts";
import { readReference } from "./reference.ts";
import type { ImplementSite, SuppliedSite } from "./site.ts";
import { type Node, unwrap, wrapped } from "./syntax.ts";

/** Reads an `impl_interface` into the sites. */
export function readImplement(reader: Reader, call: CallExpression): void {
  const statement = wrapped(call).parent as Node;
  if (statement.type !== "ExpressionStatement" || statement.parent?.type !== "Program") {
    const where = isTopLevel(statement) ? "part of another statement" : "not at the top level";
    reader.report(implementMisplaced(where), call.callee);
    return;
  }
  if (reader.isInInstance(call)) {
    reader.report(implementMisplaced("in the script of a component's instance"), call.callee);
    return;
  }
  const problem = countArguments(call);
  if (problem !== null) {
    reader.report(malformedCall("impl_interface", problem), call);
    return;
  }
  const reference = readReference(reader, call.arguments[0]);
  const options = readOptions(reader, "impl_interface", call.arguments[2], [
    "namespace",
    "conditions",
  ]);
  const namespace = readNamespace(reader, options);
  const conditions = readConditions(reader, options);
  const source = readMembers(reader, call.arguments[1]);
  if (!reference || !source) return;
  const site: ImplementSite = {
    statement,
    interface: reference,
    namespace,
    conditions,
    ...source,
    start: statement.start,
    end: statement.end,
  };
  reportRepeated(reader, site);
  reader.sites.implements.push(site);
  readReceivers(reader, { reference, namespace }, site.members, declaredMembers(site.members));
}

function countArguments(call: CallExpression): string | null {
  const { length } = call.arguments;
  if (call.arguments.some((argument) => argument.type === "SpreadElement")) {
    return "its arguments cannot be spread";
  }
  if (length < 2) return "it takes the interface and its implementation";
  if (length > 3) return "it takes the interface, its implementation and options";
  return null;
}

function isTopLevel(statement: Node): boolean {
  for (let node: Node | null | undefined = statement; node; node = node.parent) {
    if (node.type === "Program") return true;
    if (/Function|BlockStatement|TSModuleBlock|ClassBody/.test(node.type)) return false;
  }
  return true;
}

/** The members of the second argument: an object literal, a class, or a class declared here. */
function readMembers(
  reader: Reader,
  argument: Node,
): { members: SuppliedSite[]; declaredClass: Class | null } | null {
  const node = unwrap(argument);
  if (node.type === "ObjectExpression") {
    return { members: readObjectMembers(reader, node), declaredClass: null };
  }
  if (node.type === "ClassExpression") {
    return { members: readStatics(reader, node), declaredClass: null };
  }
  const binding = reader.module.binding(node);
  if (binding?.kind === "class") {
    const declaredClass = binding.declaration;
    if (!reader.sites.implements.some((site) => site.declaredClass === declaredClass)) {
      return { members: readStatics(reader, declaredClass), declaredClass };
    }
    const problem = "a class implements one interface, and this one already does";
    reader.report(malformedCall("impl_interface", problem), node);
    return null;
  }
  const problem =
    "its second argument must be an object literal or a class, found " +
    describeImplementation(node);
  reader.report(malformedCall("impl_interface", problem), node);
  return null;
}

function readStatics(reader: Reader, node: Class): SuppliedSite[] {
  const members = readClassMembers(reader, node);
  readOwnName(reader, node, members);
  return members;
}

/** Two implementations of one interface in one file would export the same symbols. */
function reportRepeated(reader: Reader, site: ImplementSite): void {
  const path = interfacePath(site.namespace, site.interface.name);
  const earlier = reader.sites.implements
    .filter((other) => interfacePath(other.namespace, other.interface.name) === path)
    .flatMap(({ members }) => members);
  for (const member of site.members) {
    const first = earlier.find(({ name }) => name === member.name);
    if (!first) continue;
    const related = [{ range: first.key, text: "first here" }];
    reader.report(repeatedImplementation(path), member.key, related);
  }
}

/** Members that become a declaration of their own; a reference only gets another export name. */
function declaredMembers(members: readonly SuppliedSite[]): Set<string> {
  return new Set(members.filter(({ kind }) => kind !== "reference").map(({ name }) => name));
}
