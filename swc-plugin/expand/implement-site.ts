import {
  implementMisplaced,
  malformedCall,
  repeatedImplementation,
} from "../../src/messages/macros.ts";
import { interfacePath } from "../../src/naming.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { decoratedClass } from "./lowered.ts";
import { describeImplementation, readClassMembers, readObjectMembers } from "./members.ts";
import { BindingKind } from "./module.ts";
import { checkConditions, readNamespace, readOptions } from "./options.ts";
import { Reader } from "./reader.ts";
import { readOwnName, readReceivers } from "./receiver.ts";
import { readReference } from "./reference.ts";
import { ImplementSite, SuppliedSite } from "./site.ts";
import { around, childOf, expressionsOf, isProgram, isSpread, unwrap } from "./syntax.ts";

/** Reads an `impl_interface` into the sites. */
export function readImplement(reader: Reader, call: Node): void {
  const statement = around(call);
  if (statement.type != Type.ExprStmt || !isProgram(around(statement))) {
    const where = isTopLevel(statement) ? "part of another statement" : "not at the top level";
    reader.report(implementMisplaced(where), childOf(call, Slot.Callee));
    return;
  }
  const args = expressionsOf(call, Slot.Args);
  const problem = countArguments(args);
  if (problem !== null) {
    reader.report(malformedCall("impl_interface", problem), call);
    return;
  }
  const reference = readReference(reader, args[0]);
  const third = args.length > 2 ? args[2] : null;
  const options = readOptions(reader, "impl_interface", third, ["namespace", "conditions"]);
  const namespace = readNamespace(reader, options);
  checkConditions(reader, options[1]);
  const source = readSource(reader, unwrap(args[1]));
  if (!reference || !source) return;
  const members = source.members;
  const declaredClass = source.declaredClass;
  if (declaredClass) declaredClass.isConsumed = true;
  const site = new ImplementSite(statement, reference, namespace, members, declaredClass);
  reportRepeated(reader, site);
  reader.sites.implementations.push(site);
  readReceivers(reader, reference, namespace, members, true);
}

function countArguments(args: Node[]): string | null {
  for (let i = 0; i < args.length; i++) {
    if (isSpread(args[i])) return "its arguments cannot be spread";
  }
  if (args.length < 2) return "it takes the interface and its implementation";
  if (args.length > 3) return "it takes the interface, its implementation and options";
  return null;
}

function isTopLevel(statement: Node): bool {
  let node = statement;
  for (let parent = node.parent; parent; parent = node.parent) {
    switch (node.type) {
      case Type.Function:
      case Type.FunctionBody:
      case Type.ArrowExpr:
      case Type.BlockStmt:
      case Type.TsModuleBlock:
        return false;
      default:
    }
    if (parent.type == Type.Class && node.slot == Slot.Body) return false;
    if (parent.type == Type.SetterProp && node.slot != Slot.Key) return false;
    node = parent;
  }
  return true;
}

/** The second argument: an object literal, a class, or a class declared here. */
class Source {
  constructor(
    public members: SuppliedSite[],
    public declaredClass: Node | null,
  ) {}
}

function readSource(reader: Reader, node: Node): Source | null {
  if (node.type == Type.ObjectLit) return new Source(readObjectMembers(reader, node), null);
  const decorated = decoratedClass(reader, node);
  const expression = decorated ? decorated : node.child(Slot.Class);
  if (expression) return new Source(readStatics(reader, expression, true), null);
  const binding = reader.module.binding(node);
  let problem: string;
  if (binding && binding.kind == BindingKind.Class) {
    const declaredClass = binding.node;
    if (!declaredClass.isConsumed) {
      return new Source(readStatics(reader, declaredClass, false), declaredClass);
    }
    problem = "a class implements one interface, and this one already does";
  } else {
    const found = describeImplementation(reader, node);
    problem = "its second argument must be an object literal or a class, found " + found;
  }
  reader.report(malformedCall("impl_interface", problem), node);
  return null;
}

function readStatics(reader: Reader, node: Node, isExpression: bool): SuppliedSite[] {
  const members = readClassMembers(reader, node);
  readOwnName(reader, node, members, isExpression);
  return members;
}

/** Two implementations of one interface in one file would export the same symbols. */
function reportRepeated(reader: Reader, site: ImplementSite): void {
  const path = interfacePath(site.namespace, site.reference.name);
  const implemented = reader.implemented(path);
  for (let i = 0; i < site.members.length; i++) {
    const member = site.members[i];
    const first = implemented.named(member.name);
    if (!first) implemented.add(member);
    else reader.reportRelated(repeatedImplementation(path), member.key, first.key, "first here");
  }
}
