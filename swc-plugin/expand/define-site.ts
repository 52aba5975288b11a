import { defineMisplaced, malformedCall, optionNotLiteral } from "../../src/messages/macros.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { statementOf } from "./declared-class.ts";
import { inType } from "./identifier.ts";
import { readObjectMembers } from "./members.ts";
import { readNamespace, readOptions } from "./options.ts";
import { Reader } from "./reader.ts";
import { readReceivers } from "./receiver.ts";
import { DefineSite, Range, Reference, SuppliedSite } from "./site.ts";
import { around, childOf, expressionsOf, isProgram, keyName, unwrap, wrapped } from "./syntax.ts";

/**
 * Reads a `def_interface` into the sites, in two steps: all definitions of a file first, so that
 * references to them resolve in any order, then `readDefaults`.
 */
export function readDefine(reader: Reader, call: Node): DefineSite | null {
  const misplaced = findMisplaced(reader, call);
  if (misplaced !== null) {
    reader.report(defineMisplaced(misplaced), childOf(call, Slot.Callee));
    return null;
  }
  const args = expressionsOf(call, Slot.Args);
  if (args.length > 1) {
    reader.report(malformedCall("def_interface", "it takes one argument, the options"), args[1]);
  }
  const argument = args.length > 0 ? args[0] : null;
  const options = readOptions(reader, "def_interface", argument, ["namespace", "defaults"]);
  const declarator = around(call);
  const id = childOf(childOf(declarator, Slot.Name), Slot.Ident);
  const site = new DefineSite(
    call,
    reader.name(id),
    id,
    readNamespace(reader, options),
    readDefaultMembers(reader, options[1]),
    statementOf(declarator),
  );
  reader.sites.defines.push(site);
  return site;
}

/** Reads the `this.member` of the defaults: each goes through the linker, overridden or not. */
export function readDefaults(reader: Reader, site: DefineSite): void {
  const range = new Range(site.id.lo, site.id.hi);
  const reference = new Reference(site.name, null, site.statement, range);
  readReceivers(reader, reference, site.namespace, site.defaults, false);
}

function readDefaultMembers(reader: Reader, defaults: Node | null): SuppliedSite[] {
  if (!defaults) return [];
  const object = unwrap(defaults);
  if (object.type == Type.ObjectLit) return readObjectMembers(reader, object);
  reader.report(optionNotLiteral("defaults", "an object literal"), object);
  return [];
}

/** What the place of a call is, if it is not the initializer of an exported top-level `const`. */
function findMisplaced(reader: Reader, call: Node): string | null {
  const declarator = around(call);
  if (declarator.type != Type.VarDeclarator || wrapped(call).slot != Slot.Init) {
    return "not the initializer of a `const`";
  }
  const pattern = childOf(declarator, Slot.Name);
  if (pattern.type != Type.BindingIdent) return "its result is destructured";
  const declaration = around(declarator);
  const keyword = keywordOf(declaration);
  if (keyword != "const") return "declared with `" + keyword + "`";
  const outer = around(declaration);
  const isExported = outer.type == Type.ExportDecl;
  if (!isProgram(isExported ? around(outer) : outer)) return "not at the top level of the file";
  return isExported ? null : findExport(reader, childOf(pattern, Slot.Ident));
}

function keywordOf(declaration: Node): string {
  if (declaration.type == Type.UsingDecl) {
    return declaration.flag(Slot.IsAwait) ? "await using" : "using";
  }
  const kind = declaration.number(Slot.Kind);
  return kind == 1 ? "var" : kind == 2 ? "let" : "const";
}

/** `null` when a list exports the name as it is; otherwise what is wrong. */
function findExport(reader: Reader, id: Node): string | null {
  const tree = reader.module.tree;
  let renamed = "";
  let local = tree.named(id.atom);
  while (local) {
    const specifier = around(local);
    if (isListed(local, specifier)) {
      const exported = specifier.child(Slot.Exported);
      const name = keyName(tree.atoms, exported ? exported : local);
      if (name == tree.atoms.text(id.atom)) return null;
      if (name !== null) renamed = name;
    }
    local = local.sameName;
  }
  return renamed == "" ? "not exported" : "exported under another name, `" + renamed + "`";
}

/** Whether an identifier is what a list exports, rather than the name to export it under. */
function isListed(identifier: Node, specifier: Node): bool {
  if (specifier.type != Type.ExportNamedSpecifier || identifier.slot != Slot.Orig) return false;
  return !around(specifier).child(Slot.Source) && !inType(identifier);
}
