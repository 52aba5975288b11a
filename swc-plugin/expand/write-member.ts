import { Slot } from "../ast/shapes.ts";
import { Writer } from "../cbor/writer.ts";
import { commentsBefore, commentsBehind } from "../host/comments.ts";
import { DeclaredName } from "./declared-names.ts";
import { Edits } from "./edits.ts";
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
import { SuppliedKind } from "./site.ts";
import { childOf } from "./syntax.ts";
import { writeArrowAsFunction } from "./write-arrows.ts";

/**
 * Writes the statements that a member becomes: an exported declaration, or one that is exported
 * under another name, in a list behind it.
 *
 * @param context see `Target`
 * @param hi where the last statement ends
 */
export function writeMember(
  out: Writer,
  edits: Edits,
  name: DeclaredName,
  context: u32,
  hi: u32,
): void {
  const member = name.member;
  const isExported = name.isExported;
  if (member.kind != SuppliedKind.Reference) {
    beginDeclaration(out, isExported, member.node.lo, hi);
    if (member.kind == SuppliedKind.Value) writeConstant(out, edits, name, context);
    else writeFunction(out, edits, name, context);
  }
  if (!isExported) writeList(out, name, context, hi);
}

/** `export { f as __HelloIf_hello }` */
function writeList(out: Writer, name: DeclaredName, context: u32, hi: u32): void {
  const at = name.member.node;
  const key = name.member.key;
  const value = name.member.value;
  beginExports(out, 1, at.lo, hi);
  beginExported(out, at.lo, at.hi);
  if (name.member.kind == SuppliedKind.Reference) out.raw(value.start, value.end);
  else writeIdent(out, name.local, context, key.lo, key.hi);
  endExported(out, name.symbol, key.lo, key.hi);
  endExports(out, null);
}

function writeConstant(out: Writer, edits: Edits, name: DeclaredName, context: u32): void {
  const at = name.member.node;
  const key = name.member.key;
  beginConst(out, at.lo, at.hi);
  beginDeclarator(out, at.lo, at.hi);
  writeIdent(out, name.local, context, key.lo, key.hi);
  continueDeclarator(out);
  copyExpression(out, edits, name.member.written);
  out.bool(false);
}

function writeFunction(out: Writer, edits: Edits, name: DeclaredName, context: u32): void {
  const member = name.member;
  const key = member.key;
  const value = member.value;
  beginFunction(out);
  writeIdent(out, name.local, context, key.lo, key.hi);
  out.bool(false);
  if (member.kind == SuppliedKind.Arrow) writeArrowAsFunction(out, edits, value);
  else {
    const fn = member.kind == SuppliedKind.Method ? value : childOf(value, Slot.Function);
    edits.copy(out, fn.start, fn.end);
  }
  commentsBefore(name.isExported ? key.hi : member.node.lo, value.lo, value.lo);
  commentsBehind(value.hi, member.node.hi, value.hi);
}
