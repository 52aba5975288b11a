import { Generation } from "../ast/generation.ts";
import { Slot } from "../ast/shapes.ts";
import { Writer } from "../cbor/writer.ts";
import { commentsBefore, commentsBehind } from "../host/comments.ts";
import { DeclaredName } from "./declared-names.ts";
import {
  beginConst,
  beginDeclaration,
  beginDeclarator,
  beginExported,
  beginExports,
  beginFunction,
  continueDeclarator,
  copyExpression,
  endExported,
  endExports,
  writeIdent,
} from "./encode.ts";
import { SuppliedKind, SuppliedSite } from "./site.ts";
import { childOf } from "./syntax.ts";
import { Target } from "./target.ts";
import { writeArrow } from "./write-arrow.ts";

/**
 * Writes the statements that a member becomes: an exported declaration, or one that is exported
 * under another name, in a list behind it.
 *
 * @param hi where the last statement ends
 */
export function writeMember(out: Writer, target: Target, name: DeclaredName, hi: u32): void {
  const member = name.member;
  const isExported = name.isExported;
  if (member.kind != SuppliedKind.Reference) {
    beginDeclaration(out, isExported, member.node.lo, hi);
    if (isFunction(member, target)) writeFunction(out, target, name);
    else writeConstant(out, target, name);
  }
  if (!isExported) writeList(out, target, name, hi);
}

/**
 * Whether a member becomes a function, which is there before the module is evaluated. An arrow function
 * that would be the only one of the program stays one, unless the user says how another is encoded.
 */
function isFunction(member: SuppliedSite, target: Target): bool {
  if (member.kind == SuppliedKind.Arrow) return target.generation != Generation.Unknown;
  return member.kind != SuppliedKind.Value;
}

/** `export { f as __HelloIf_hello }` */
function writeList(out: Writer, target: Target, name: DeclaredName, hi: u32): void {
  const at = name.member.node;
  const key = name.member.key;
  const value = name.member.value;
  const isReference = name.member.kind == SuppliedKind.Reference;
  beginExports(out, 1, at.lo, hi);
  beginExported(out, isReference ? value.lo : key.lo, at.hi);
  if (isReference) out.raw(value.start, value.end);
  else writeIdent(out, name.local, target.context, key.lo, key.hi);
  endExported(out, name.symbol, key.lo, key.hi);
  endExports(out, null);
  if (!isReference) return;
  commentsBefore(at.lo, value.lo, at.lo);
  commentsBehind(value.hi, at.hi, at.hi);
}

function writeConstant(out: Writer, target: Target, name: DeclaredName): void {
  const at = name.member.node;
  const key = name.member.key;
  beginConst(out, at.lo, at.hi);
  beginDeclarator(out, at.lo, at.hi);
  writeIdent(out, name.local, target.context, key.lo, key.hi);
  continueDeclarator(out);
  copyExpression(out, target.edits, name.member.written);
  out.bool(false);
}

function writeFunction(out: Writer, target: Target, name: DeclaredName): void {
  const member = name.member;
  const at = member.node;
  const key = member.key;
  const value = member.value;
  beginFunction(out);
  writeIdent(out, name.local, target.context, key.lo, key.hi);
  out.bool(false);
  if (member.kind == SuppliedKind.Arrow) writeArrow(out, target, value);
  else {
    const fn = member.kind == SuppliedKind.Method ? value : childOf(value, Slot.Function);
    target.edits.copy(out, fn.start, fn.end);
  }
  const own = value.child(Slot.Ident);
  if (own) commentsBefore(own.lo, own.hi, value.lo);
  // Those between key and value.
  if (member.kind == SuppliedKind.Method) commentsBefore(key.hi, key.hi, value.lo);
  else commentsBefore(name.isExported ? key.hi : at.lo, value.lo, value.lo);
  commentsBehind(value.hi, at.hi, at.hi);
}
