import type { CallExpression, Comment, Program } from "oxc-parser";
import { byText } from "../by-text.ts";
import {
  macroAsValue,
  macroImportForm,
  macroInMarkup,
  malformedCall,
  unknownMacro,
} from "../messages.ts";
import { MACRO_MODULE } from "../naming.ts";
import { interfacesOf, readBareMarkup, readBareUses } from "./bare-uses.ts";
import { readDefaults, readDefine } from "./define-site.ts";
import { readImplement } from "./implement-site.ts";
import { type ImportBinding, Module, type Occurrence } from "./module.ts";
import type { Component } from "./parts.ts";
import { Reader } from "./reader.ts";
import { type Sites, sitesOf } from "./site.ts";
import { type Node, wrapped } from "./syntax.ts";
import { reportTakenSymbols } from "./taken-symbols.ts";
import { readCall, readUse } from "./use-site.ts";

/** The macros in the order they are read: references resolve to definitions. */
const MACROS = ["def_interface", "impl_interface", "call_interface", "use_interface"] as const;

type Macro = (typeof MACROS)[number];

/** What `crate-interface/macro` exports besides the macros: types. */
const TYPES = ["Interface"];

/** A parsed file. */
interface Source {
  program: Program;
  comments: Comment[];
}

/**
 * Finds every macro of a parsed file and reads what it says, from syntax alone. Never throws.
 *
 * @param program the tree as oxc-parser gives it; `parent` is set on its nodes
 * @param code the text that the tree's offsets count in
 */
export function readMacros(
  { program, comments }: Source,
  code: string,
  component: Component,
): Sites {
  const module = new Module(program);
  const sites = sitesOf(module, comments);
  const reader = new Reader(module, sites, code, component.instances);
  readModuleReferences(reader);
  const calls = collectCalls(reader);
  for (const call of calls.def_interface) readDefine(reader, call);
  for (const define of sites.defines) readDefaults(reader, define);
  const rejected = new Set<Node>();
  for (const call of calls.impl_interface) {
    const reference: Node = call.arguments[0] ?? call;
    if (reports(reader, () => readImplement(reader, call))) rejected.add(reference);
  }
  reportTakenSymbols(reader);
  reader.readsCalls = true;
  readMarkup(reader, component.markup);
  for (const call of calls.call_interface) {
    if (reports(reader, () => readCall(reader, call))) rejected.add(call);
  }
  for (const call of calls.use_interface) {
    if (reports(reader, () => readUse(reader, call))) rejected.add(call);
  }
  const interfaces = interfacesOf(sites);
  readBareUses(reader, interfaces, rejected);
  readBareMarkup(reader, interfaces, component.markup);
  sites.uses.sort((a, b) => a.start - b.start);
  sites.problems.sort(
    (a, b) => a.start - b.start || a.end - b.end || byText(a.message.code, b.message.code),
  );
  return sites;
}

/** Whether reading a macro reports anything. */
function reports(reader: Reader, read: () => void): boolean {
  const { length } = reader.sites.problems;
  read();
  return reader.sites.problems.length > length;
}

/** Every use of an imported macro; those that are not calls are reported. */
function collectCalls(reader: Reader): Record<Macro, CallExpression[]> {
  const calls: Record<Macro, CallExpression[]> = {
    def_interface: [],
    impl_interface: [],
    call_interface: [],
    use_interface: [],
  };
  for (const [local, binding] of reader.module.bindings) {
    if (binding.kind !== "import" || binding.source !== MACRO_MODULE) continue;
    const occurrences = reader.module.occurrences(local);
    if (binding.typeOnly) {
      for (const { node, type } of occurrences) {
        if (!type) reader.report(macroImportForm("`import type`", namedMacros(reader)), node);
      }
      continue;
    }
    const macro = readMacroImport(reader, binding);
    if (!macro) continue;
    for (const occurrence of occurrences) {
      const call = callOf(reader, macro, occurrence);
      if (call) calls[macro].push(call);
    }
  }
  return calls;
}

function readMacroImport(reader: Reader, binding: ImportBinding): Macro | null {
  const { imported, specifier } = binding;
  if (imported === "*" || imported === "default") {
    const form = imported === "*" ? "a namespace import" : "a default import";
    reader.report(macroImportForm(form, namedMacros(reader)), specifier);
    return null;
  }
  const macro = MACROS.find((name) => name === imported);
  if (!macro && !TYPES.includes(imported)) reader.report(unknownMacro(imported), specifier);
  return macro ?? null;
}

function callOf(reader: Reader, macro: Macro, { node, type }: Occurrence): CallExpression | null {
  if (type) return null;
  const callee = wrapped(node);
  const call = callee.parent as Node;
  if (call.type !== "CallExpression" || call.callee !== callee) {
    reader.readsCalls = macro === "call_interface" || macro === "use_interface";
    reader.report(macroAsValue(macro), node);
    reader.readsCalls = false;
    return null;
  }
  if (call.optional && (macro === "def_interface" || macro === "impl_interface")) {
    reader.report(malformedCall(macro, "it cannot be called with `?.`"), call);
    return null;
  }
  return call;
}

/** Macros in the markup of a component, which nothing expands. */
function readMarkup(reader: Reader, expressions: Component["markup"]): void {
  for (const [local, binding] of reader.module.bindings) {
    if (binding.kind !== "import" || binding.source !== MACRO_MODULE || binding.typeOnly) continue;
    const name = new RegExp(`(?<![\\w$.])${local.replaceAll("$", "\\$")}(?![\\w$])`, "g");
    for (const { start, text } of expressions) {
      for (const { index } of text.matchAll(name)) {
        const at = { start: start + index, end: start + index + local.length };
        reader.report(macroInMarkup(local), at);
      }
    }
  }
}

/** The macro module reached without an import declaration. */
function readModuleReferences(reader: Reader): void {
  const { module } = reader;
  for (const node of module.moduleReferences) {
    const shadowed =
      node.type === "CallExpression" && module.scopes.resolve("require", node) !== null;
    if (shadowed) continue;
    reader.report(macroImportForm(formOf(node), namedMacros(reader)), node);
  }
}

/** The macros that a file names, however it means to reach them; all if it names none. */
function namedMacros({ module }: Reader): string {
  const named = MACROS.filter((macro) => module.names.has(macro));
  return (named.length > 0 ? named : MACROS).join(", ");
}

function formOf(node: Node): string {
  switch (node.type) {
    case "ImportExpression":
      return "`import()`";
    case "CallExpression":
      return "`require`";
    case "TSExternalModuleReference":
      return "`import ... = require()`";
    default:
      return "a re-export";
  }
}
