/**
 * The nodes that an expansion is made of, as SWC encodes them: `ast/shapes.ts` has their fields. None
 * of these differ between @swc/core 1.15 and 1.16. What is named `begin` leaves the last fields to
 * the caller.
 *
 * Nodes have a place in the file (`lo`, `hi`), to which source maps lead and whose comments are printed
 * with them, if they stand for what is there; the others are nowhere.
 *
 * @module
 */
import { Node } from "../ast/node.ts";
import { Writer } from "../cbor/writer.ts";
import { Edits } from "./edits.ts";

// Tags: the numbers of variants.

enum ModuleItem {
  ModuleDecl = 1,
  Stmt = 2,
}

enum ModuleDecl {
  Import = 1,
  ExportDecl = 2,
  ExportNamed = 3,
}

enum Stmt {
  Return = 5,
  Decl = 18,
}

enum Decl {
  Fn = 2,
  Var = 3,
}

enum Expr {
  Object = 3,
  Member = 9,
  Call = 12,
  Ident = 15,
  Lit = 16,
}

enum Lit {
  Str = 1,
  Null = 3,
}

/** Of `Callee`. */
const CALLED_EXPR = 3;
/** Of `Pat`, `ModuleExportName`, and of `MemberProp` and `PropName`. */
const NAME = 1;
/** Of `PropOrSpread`, and of `Prop`. */
const PROP = 2;
const KEY_VALUE = 2;
/** Of `ClassMember`. */
const CLASS_PROP = 4;
/** Of `ImportSpecifier`, and of `ExportSpecifier`. */
const NAMED_IMPORT = 1;
const NAMESPACE_IMPORT = 3;
const NAMED_EXPORT = 3;

/** Of `VarDeclKind`, and of `ImportPhase`: enums without payload. */
const CONST = 3;
const EVALUATION = 1;

export function writeSpan(out: Writer, lo: u32, hi: u32): void {
  out.array(2);
  out.uint(lo);
  out.uint(hi);
}

/** An `Ident`. That of an import or export, which is no binding, has no context. */
export function writeIdent(out: Writer, name: string, context: u32, lo: u32, hi: u32): void {
  out.array(4);
  writeSpan(out, lo, hi);
  out.uint(context);
  out.text(name);
  out.bool(false);
}

/** An expression that is a name. */
export function writeName(out: Writer, name: string, context: u32, lo: u32, hi: u32): void {
  out.tag(Expr.Ident);
  writeIdent(out, name, context, lo, hi);
}

/** An expression as it is, also of `{ name }`, where it is no expression. */
export function copyExpression(out: Writer, edits: Edits, node: Node): void {
  if (node.expr == 0) out.tag(Expr.Ident);
  edits.copy(out, node.expr == 0 ? node.start : node.expr, node.end);
}

/** A call; its callee, an expression, its arguments and its type arguments follow. */
export function beginCall(out: Writer, lo: u32, hi: u32): void {
  out.tag(Expr.Call);
  out.array(5);
  writeSpan(out, lo, hi);
  out.uint(0);
  out.tag(CALLED_EXPR);
}

/** `object.property`; the object, an expression, and the property follow. */
export function beginMember(out: Writer): void {
  out.tag(Expr.Member);
  out.array(3);
  writeSpan(out, 0, 0);
}

/** The name of a property, behind a dot or in an object. */
export function writeProperty(out: Writer, name: string, lo: u32, hi: u32): void {
  out.tag(NAME);
  out.array(2);
  writeSpan(out, lo, hi);
  out.text(name);
}

/** An object literal; so many properties follow. */
export function beginObject(out: Writer, properties: i32): void {
  out.tag(Expr.Object);
  out.array(2);
  writeSpan(out, 0, 0);
  out.array(properties);
}

/** `name: value` in an object literal; the value, an expression, follows. */
export function beginKeyValue(out: Writer, name: string, lo: u32, hi: u32): void {
  out.tag(PROP);
  out.tag(KEY_VALUE);
  out.array(2);
  writeProperty(out, name, lo, hi);
}

export function writeNull(out: Writer): void {
  out.tag(Expr.Lit);
  out.tag(Lit.Null);
  writeSpan(out, 0, 0);
}

/** An expression that is a string literal. */
export function writeText(out: Writer, value: string): void {
  out.tag(Expr.Lit);
  out.tag(Lit.Str);
  writeStr(out, value);
}

/** `return`, a statement; its value, an expression, follows. */
export function beginReturn(out: Writer, lo: u32, hi: u32): void {
  out.tag(Stmt.Return);
  out.array(2);
  writeSpan(out, lo, hi);
  out.array(1);
}

/** An item of the module that is a declaration, which follows. */
export function beginDeclaration(out: Writer, isExported: bool, lo: u32, hi: u32): void {
  out.tag(isExported ? ModuleItem.ModuleDecl : ModuleItem.Stmt);
  out.tag(isExported ? ModuleDecl.ExportDecl : Stmt.Decl);
  if (!isExported) return;
  out.array(2);
  writeSpan(out, lo, hi);
}

/** A function that is declared; its name, an `Ident`, follows, then `false` and its `Function`. */
export function beginFunction(out: Writer): void {
  out.tag(Decl.Fn);
  out.array(3);
}

/** `const`; a declarator follows. */
export function beginConst(out: Writer, lo: u32, hi: u32): void {
  out.tag(Decl.Var);
  out.array(5);
  writeSpan(out, lo, hi);
  out.uint(0);
  out.uint(CONST);
  out.bool(false);
  out.array(1);
}

/** A declarator; its name, an `Ident`, follows. */
export function beginDeclarator(out: Writer, lo: u32, hi: u32): void {
  out.array(4);
  writeSpan(out, lo, hi);
  out.tag(NAME);
  out.array(2);
}

/** What is behind the name of a declarator; its value, an expression, follows, and then `false`. */
export function continueDeclarator(out: Writer): void {
  out.array(0);
  out.array(1);
}

/** `static name = value;` in a class; its key follows, and an optional expression. */
export function beginField(out: Writer, lo: u32, hi: u32): void {
  out.tag(CLASS_PROP);
  out.array(13);
  writeSpan(out, lo, hi);
}

/** What is behind the value of a field. */
export function endField(out: Writer): void {
  out.array(0);
  out.bool(true);
  out.array(0);
  out.array(0);
  for (let flags = 6; flags > 0; flags--) out.bool(false);
}

/** `import`; so many specifiers follow. */
export function beginImport(out: Writer, specifiers: i32, lo: u32, hi: u32): void {
  out.tag(ModuleItem.ModuleDecl);
  out.tag(ModuleDecl.Import);
  out.array(6);
  writeSpan(out, lo, hi);
  out.array(specifiers);
}

/** `imported as local`, or `* as local`. */
export function writeImported(out: Writer, imported: string, local: string, context: u32): void {
  const isNamed = imported != "*";
  out.tag(isNamed ? NAMED_IMPORT : NAMESPACE_IMPORT);
  out.array(isNamed ? 4 : 2);
  writeSpan(out, 0, 0);
  writeIdent(out, local, context, 0, 0);
  if (!isNamed) return;
  if (imported == local) out.array(0);
  else writeExternal(out, imported, 0, 0);
  out.bool(false);
}

/** What is behind the specifiers of an import. */
export function endImport(out: Writer, source: string): void {
  writeStr(out, source);
  out.bool(false);
  out.array(0);
  out.uint(EVALUATION);
}

/** `export { }`; so many specifiers follow. */
export function beginExports(out: Writer, specifiers: i32, lo: u32, hi: u32): void {
  out.tag(ModuleItem.ModuleDecl);
  out.tag(ModuleDecl.ExportNamed);
  out.array(5);
  writeSpan(out, lo, hi);
  out.array(specifiers);
}

/** `name as exported`; the name, an `Ident`, follows. */
export function beginExported(out: Writer, lo: u32, hi: u32): void {
  out.tag(NAMED_EXPORT);
  out.array(4);
  writeSpan(out, lo, hi);
  out.tag(NAME);
}

/** What is behind the name. */
export function endExported(out: Writer, exported: string, lo: u32, hi: u32): void {
  writeExternal(out, exported, lo, hi);
  out.bool(false);
}

/** What is behind the specifiers of an export. */
export function endExports(out: Writer, source: string | null): void {
  out.array(source ? 1 : 0);
  if (source) writeStr(out, source);
  out.bool(false);
  out.array(0);
}

/** An optional name that is imported or exported, and there. */
function writeExternal(out: Writer, name: string, lo: u32, hi: u32): void {
  out.array(1);
  out.tag(NAME);
  writeIdent(out, name, 0, lo, hi);
}

/** A `Str`; how it is quoted is the printer's to say. */
function writeStr(out: Writer, value: string): void {
  out.array(3);
  writeSpan(out, 0, 0);
  out.bytes(value);
  out.array(0);
}
