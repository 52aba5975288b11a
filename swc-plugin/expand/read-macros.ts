import {
  macroAsValue,
  macroImportForm,
  malformedCall,
  unknownMacro,
} from "../../src/messages/macros.ts";
import { unknownEncoding } from "../../src/messages/swc.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { readBareUses } from "./bare-uses.ts";
import { readDefaults, readDefine } from "./define-site.ts";
import { readImplement } from "./implement-site.ts";
import { isMade } from "./lowered.ts";
import { Binding, Module } from "./module.ts";
import { Reader } from "./reader.ts";
import { Problem, UseSite } from "./site.ts";
import { sort } from "./sort.ts";
import { childOf, expressionsOf, isCall, isOptional, unwrap, wrapped } from "./syntax.ts";
import { reportTakenSymbols } from "./taken-symbols.ts";
import { readCall, readUse } from "./use-site.ts";

/** The macros in the order they are read: references resolve to definitions. */
const MACROS: StaticArray<string> = [
  "def_interface",
  "impl_interface",
  "call_interface",
  "use_interface",
];

/** Places of {@link MACROS}. */
enum Macro {
  Define,
  Implement,
  Call,
  Use,
}

/**
 * Finds every macro of a file and reads what it says, from syntax alone. Vue and Svelte components do
 * not come here.
 */
export function readMacros(module: Module): Reader {
  const reader = new Reader(module);
  readModuleReferences(reader);
  const calls = collectCalls(reader);
  for (let i = 0; i < calls[Macro.Define].length; i++)
    readDefinition(reader, calls[Macro.Define][i]);
  const sites = reader.sites;
  for (let i = 0; i < sites.defines.length; i++) readDefaults(reader, sites.defines[i]);
  for (let macro = Macro.Implement; macro <= Macro.Use; macro++) {
    if (macro == Macro.Call) reportTakenSymbols(reader);
    for (let i = 0; i < calls[macro].length; i++) readCallOf(reader, macro, calls[macro][i]);
  }
  readBareUses(reader);
  sort<UseSite>(sites.uses, (a, b) => a.node.lo > b.node.lo);
  sort<Problem>(sites.problems, isAfter);
  sites.problems = sites.problems.filter(isFirst);
  return reader;
}

function readDefinition(reader: Reader, call: Node): void {
  const site = readDefine(reader, call);
  const binding = site ? reader.module.binding(site.id) : null;
  if (binding) binding.isInterface = true;
}

/** Reads a macro other than a definition, and remembers it if that reports anything. */
function readCallOf(reader: Reader, macro: Macro, call: Node): void {
  const problems = reader.sites.problems.length;
  if (macro == Macro.Implement) readImplement(reader, call);
  else if (macro == Macro.Call) readCall(reader, call);
  else readUse(reader, call);
  if (reader.sites.problems.length == problems) return;
  const args = expressionsOf(call, Slot.Args);
  // Of an implementation, members are expanded that may have uses of their own.
  const rejected = macro == Macro.Implement && args.length > 0 ? args[0] : call;
  rejected.isRejected = true;
}

/** The order of problems: by place, then by code. */
function isAfter(a: Problem, b: Problem): bool {
  if (a.range.lo != b.range.lo) return a.range.lo > b.range.lo;
  if (a.range.hi != b.range.hi) return a.range.hi > b.range.hi;
  return a.message.code > b.message.code;
}

/** Whether a problem is not the same as the one before it. */
function isFirst(problem: Problem, index: i32, sorted: Problem[]): bool {
  if (index == 0) return true;
  const before = sorted[index - 1];
  const other = before.related;
  const related = problem.related;
  if (isAfter(problem, before) || (related && other && related.lo != other.lo)) return true;
  return problem.message.headline != before.message.headline;
}

/** Every call of an imported macro, by macro; other uses of it are reported. */
function collectCalls(reader: Reader): Node[][] {
  const calls: Node[][] = [[], [], [], []];
  const bindings = reader.module.macros;
  for (let i = 0; i < bindings.length; i++) {
    const binding = bindings[i];
    const macro = binding.typeOnly ? -1 : readMacroImport(reader, binding);
    if (macro < 0 && !binding.typeOnly) continue;
    const occurrences = reader.module.occurrences(binding);
    for (let k = 0; k < occurrences.length; k++) {
      if (occurrences[k].type) continue;
      const node = occurrences[k].node;
      if (macro < 0) {
        reader.report(macroImportForm("`import type`", namedMacros(reader)), node);
        continue;
      }
      const call = callOf(reader, macro, node);
      if (call) calls[macro].push(call);
    }
  }
  return calls;
}

/** The macro that is imported; -1 if none is. */
function readMacroImport(reader: Reader, binding: Binding): i32 {
  const imported = binding.imported;
  if (imported == "*" || imported == "default") {
    const form = imported == "*" ? "a namespace import" : "a default import";
    reader.report(macroImportForm(form, namedMacros(reader)), binding.node);
    return -1;
  }
  const macro = MACROS.indexOf(imported);
  // What else the module exports is a type.
  if (macro < 0 && imported != "Interface") reader.report(unknownMacro(imported), binding.node);
  return macro;
}

/** The call of a macro whose name is at a place. Reports anything else, and returns `null`. */
function callOf(reader: Reader, macro: i32, identifier: Node): Node | null {
  const callee = wrapped(identifier);
  const call = callee.parent;
  if (!call || callee.slot != Slot.Callee || !isCall(call)) {
    const isUnknown = call != null && call.type == Type.Opaque;
    reader.report(isUnknown ? unknownEncoding() : macroAsValue(MACROS[macro]), identifier);
    return null;
  }
  if (isOptional(call) && macro <= Macro.Implement) {
    const problem = "it cannot be called with `?.`";
    reader.report(malformedCall(MACROS[macro], problem), call);
    return null;
  }
  const args = expressionsOf(call, Slot.Args);
  for (let i = 0; i < args.length; i++) {
    if (unwrap(args[i]).type != Type.Opaque) continue;
    reader.report(unknownEncoding(), identifier);
    return null;
  }
  return call;
}

/** The macro module reached without an import declaration. */
function readModuleReferences(reader: Reader): void {
  const references = reader.module.moduleReferences;
  for (let i = 0; i < references.length; i++) {
    reader.report(macroImportForm(formOf(references[i]), namedMacros(reader)), references[i]);
  }
  const unreadable = reader.module.unreadable;
  for (let i = 0; i < unreadable.length; i++) reader.report(unknownEncoding(), unreadable[i]);
}

/** The macros that a file names, however it means to reach them; all if it names none. */
function namedMacros(reader: Reader): string {
  const named: string[] = [];
  for (let i = 0; i < MACROS.length; i++) {
    if (reader.module.tree.atom(MACROS[i]) != 0) named.push(MACROS[i]);
  }
  return (named.length > 0 ? named : MACROS.slice<string[]>()).join(", ");
}

/** The host makes a `require` of it when it strips types. */
const IMPORT_EQUALS = "`import ... = require()`";

function formOf(node: Node): string {
  switch (node.type) {
    case Type.CallExpr: {
      const callee = childOf(node, Slot.Callee);
      if (callee.type == Type.Import) return "`import()`";
      return isMade(callee) ? IMPORT_EQUALS : "`require`";
    }
    case Type.TsExternalModuleRef:
      return IMPORT_EQUALS;
    default:
      return "a re-export";
  }
}
