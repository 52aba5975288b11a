import {
  aroundMember,
  computedMember,
  malformedCall,
  memberWithin,
  optionalUse,
  optionsNotLiteral,
} from "../../src/messages/macros.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { BindingKind } from "./module.ts";
import { readNamespace, readOptions } from "./options.ts";
import { readCallers } from "./read-callers.ts";
import { Reader } from "./reader.ts";
import { findReference, isNamespaceImport, readReference } from "./reference.ts";
import { openingOf, replacementOf, rewritten, shortened } from "./replacement.ts";
import { Reference, UseForm, UseSite } from "./site.ts";
import {
  around,
  childOf,
  describe,
  expressionsOf,
  isAccess,
  isCall,
  isComputed,
  isIdentifier,
  isOptional,
  isProgram,
  isSpread,
  isWordUnit,
  literalName,
  propertyOf,
  unwrap,
} from "./syntax.ts";

/** Reads a `call_interface` into the sites. */
export function readCall(reader: Reader, call: Node): void {
  const args = readArguments(reader, "call_interface", call);
  if (!args) return;
  const target = unwrap(args.whole);
  const isCallForm = isCall(target);
  if (isCallForm && args.rest.length > 0) {
    const problem = "the call form takes one call; its arguments go inside";
    reader.report(malformedCall("call_interface", problem), args.rest[0]);
    return;
  }
  const callee = isCallForm ? childOf(target, Slot.Callee) : args.whole;
  const site = readMember(reader, args, callee, isCallForm ? UseForm.Call : UseForm.Path);
  if (!site) return;
  if (isCallForm) site.inner = target;
  site.rest = args.rest.length;
}

/** Reads a `use_interface` into the sites. */
export function readUse(reader: Reader, call: Node): void {
  const args = readArguments(reader, "use_interface", call);
  if (!args) return;
  if (args.rest.length > 0) {
    const problem = "it takes one interface or one member";
    reader.report(malformedCall("use_interface", problem), args.rest[0]);
    return;
  }
  const target = unwrap(args.whole);
  const isMember =
    target.type == Type.OptChainExpr ||
    (isAccess(target) && !isNamespaceImport(reader, childOf(target, Slot.Obj)));
  if (isMember) {
    readMember(reader, args, args.whole, UseForm.Value);
    return;
  }
  const instead = memberAlone(reader, target, args.namespace);
  if (instead !== null) {
    reader.report(aroundMember(describe(target), instead), target);
    return;
  }
  const reference = readReference(reader, args.whole);
  if (reference) readWhole(reader, args, reference);
}

/** The arguments of a macro without its options. */
class Arguments {
  constructor(
    public macro: string,
    public call: Node,
    public namespace: string | null,
    /** The first. */
    public whole: Node,
    public rest: Node[],
  ) {}
}

function readArguments(reader: Reader, macro: string, call: Node): Arguments | null {
  const list = expressionsOf(call, Slot.Args);
  if (isOptional(call)) {
    const instead = reader.macroName(macro) + "(" + shortened(list) + ")";
    reader.report(optionalUse(macro, list.length > 0 ? instead : null), call);
    return null;
  }
  let namespace: string | null = null;
  if (list.length > 0 && unwrap(list[0]).type == Type.ObjectLit) {
    const problems = reader.sites.problems.length;
    namespace = readNamespace(reader, readOptions(reader, macro, list.shift(), ["namespace"]));
    if (reader.sites.problems.length > problems) return null;
  }
  if (list.length == 0) {
    reader.report(malformedCall(macro, "it takes an interface's member"), call);
    return null;
  }
  const whole = list.shift();
  if (isVariable(reader, whole) && list.length > 0 && isMemberUse(list[0])) {
    reader.report(optionsNotLiteral(macro, "an object literal"), whole);
    return null;
  }
  if (isSpread(whole)) {
    reader.report(malformedCall(macro, "its first argument cannot be spread"), whole);
    return null;
  }
  return new Arguments(macro, call, namespace, whole, list);
}

/** Whether an argument is a name that is no import, and so may well hold options. */
function isVariable(reader: Reader, node: Node): bool {
  const target = unwrap(node);
  if (target.type != Type.Ident) return false;
  const binding = reader.module.binding(target);
  return !binding || binding.kind != BindingKind.Import;
}

/** Whether an argument looks like the member that stands behind options. */
function isMemberUse(node: Node): bool {
  const target = unwrap(node);
  return isCall(target) || isAccess(target);
}

/** Reads `HelloIf.hello`, which is the first argument of a macro or what that calls. */
function readMember(reader: Reader, args: Arguments, node: Node, form: UseForm): UseSite | null {
  const macro = args.macro;
  const target = unwrap(node);
  if (target.type == Type.OptChainExpr) {
    reportOptional(reader, args, target);
    return null;
  }
  const object = childOf(target, Slot.Obj);
  if (!isAccess(target) || isNamespaceImport(reader, object)) {
    const found = target.type == Type.Ident ? "`" + reader.name(target) + "`" : describe(target);
    const instead = rewritten(reader, args.whole, args.namespace);
    const problem = "expected a member, such as `HelloIf.hello`, found " + found;
    reader.report(
      instead === null ? malformedCall(macro, problem) : memberWithin(macro, found, instead),
      target,
    );
    return null;
  }
  const property = propertyOf(target);
  const computed = isComputed(target);
  if (computed || property.type != Type.IdentName) {
    const instead = computed ? uncomputed(reader, target, args.namespace) : null;
    const problem = computed ? "a member cannot be computed" : "a member cannot be private";
    reader.report(
      instead === null ? malformedCall(macro, problem) : computedMember(macro, instead),
      property,
    );
    return null;
  }
  const reference = findReference(reader, object);
  if (!reference) {
    const instead = rewritten(reader, args.whole, args.namespace);
    if (instead === null) readReference(reader, object);
    else reader.report(aroundMember(describe(unwrap(object)), instead), object);
    return null;
  }
  const site = new UseSite(args.call, reference, args.namespace, form);
  site.member = reader.name(property);
  site.callee = node;
  reader.sites.uses.push(site);
  return site;
}

/** What `use_interface` takes instead of an expression around a member; `null` if that is none. */
function memberAlone(reader: Reader, target: Node, namespace: string | null): string | null {
  if (isCall(target)) {
    const callee = unwrap(childOf(target, Slot.Callee));
    const isMember = isAccess(callee) && !isComputed(callee);
    if (isMember && findReference(reader, childOf(callee, Slot.Obj))) {
      return openingOf(reader, "use_interface", namespace) + reader.text(callee) + ")";
    }
  }
  return rewritten(reader, target, namespace);
}

/** What names the same member as `HelloIf["hello"]`. */
function uncomputed(reader: Reader, access: Node, namespace: string | null): string | null {
  const object = unwrap(childOf(access, Slot.Obj));
  if (!findReference(reader, object)) return null;
  const property = propertyOf(access);
  const name = literalName(property);
  if (name === null || isIdentifier(name)) return replacementOf(reader, access, namespace).text;
  const use = openingOf(reader, "use_interface", namespace) + reader.text(object) + ")";
  return "const { " + reader.text(property) + ": " + localFor(name) + " } = " + use;
}

/** An identifier like a name that is none. */
function localFor(name: string): string {
  let local = "";
  let run = 0;
  for (let i = 0; i < name.length; i++) {
    if (isWordUnit(name.charCodeAt(i))) continue;
    local += name.substring(run, i) + "_";
    run = i + 1;
  }
  local += name.substring(run);
  return isIdentifier(local) ? local : "_" + local;
}

/** Reports `?.` in the first argument of a macro: of the member, or of what is read from its result. */
function reportOptional(reader: Reader, args: Arguments, chain: Node): void {
  const macro = args.macro;
  const inner = unwrap(childOf(chain, Slot.Base));
  const access = isCall(inner) ? unwrap(childOf(inner, Slot.Callee)) : inner;
  const object = unwrap(childOf(access, Slot.Obj));
  const isMember = isAccess(access) && findReference(reader, object) != null;
  let instead = rewritten(reader, args.whole, args.namespace);
  if (isMember && access == inner && unwrap(args.whole) == chain && instead !== null) {
    const rest = args.rest.length > 0 ? ", " + shortened(args.rest) : "";
    const path = reader.text(object) + "." + reader.text(propertyOf(access));
    instead = openingOf(reader, macro, args.namespace) + path + rest + ")";
  }
  const message =
    isMember || instead === null
      ? optionalUse(macro, instead)
      : memberWithin(macro, describe(chain), instead);
  reader.reportAt(message, chain.lo, endOf(chain));
}

/** Where a chain ends: with the `!` behind it, which is a part of it. */
function endOf(chain: Node): u32 {
  let node = chain;
  let parent = chain.parent;
  while (parent && parent.type == Type.TsNonNullExpr) {
    node = parent;
    parent = node.parent;
  }
  return node.hi;
}

/** `use_interface(HelloIf)`: its members by name when it is destructured, else all as one object. */
function readWhole(reader: Reader, args: Arguments, reference: Reference): void {
  const declarator = around(args.call);
  const pattern = declarator.child(Slot.Name);
  if (declarator.type != Type.VarDeclarator || !pattern || pattern.type != Type.ObjectPat) {
    reader.sites.uses.push(new UseSite(args.call, reference, args.namespace, UseForm.Object));
    return;
  }
  const callers = readCallers(reader, pattern);
  if (!callers) return;
  const site = new UseSite(args.call, reference, args.namespace, UseForm.Callers);
  const declaration = around(declarator);
  const outer = around(declaration);
  site.callers = callers;
  site.declarator = declarator;
  site.declaration = declaration;
  site.reexported =
    declaration.number(Slot.Kind) == CONST &&
    outer.type == Type.ExportDecl &&
    isProgram(around(outer));
  reader.sites.uses.push(site);
}

/** `const` among the kinds of a `VarDecl`. */
const CONST = 3;
