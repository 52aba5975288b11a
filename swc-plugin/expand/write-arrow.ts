import { Generation } from "../ast/generation.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Writer } from "../cbor/writer.ts";
import { Edits } from "./edits.ts";
import { beginReturn, copyExpression, writeSpan } from "./encode.ts";
import { childOf } from "./syntax.ts";
import { Target } from "./target.ts";

/**
 * Writes an arrow function as a `Function`. @swc/core 1.16 has a field more, for a `this` parameter,
 * and bodies without a SyntaxContext.
 */
export function writeArrow(out: Writer, target: Target, arrow: Node): void {
  const body = childOf(arrow, Slot.Body);
  const isNew = target.generation == Generation.New;
  const edits = target.edits;
  out.array(isNew ? 10 : 9);
  if (isNew) out.array(0);
  writeParameters(out, edits, arrow);
  out.array(0);
  writeSpan(out, arrow.lo, arrow.hi);
  const hasBlock = body.type == Type.FunctionBody;
  // Before 1.15.46 an arrow function has none, but its block does.
  const context = hasBlock && arrow.ctxt == 0 ? body.ctxt : arrow.ctxt;
  out.uint(context);
  out.array(1);
  if (hasBlock) edits.copy(out, body.start, body.end);
  else writeBody(out, edits, body, isNew, context);
  out.bool(false);
  out.bool(arrow.flag(Slot.IsAsync));
  edits.copy(out, arrow.field(Slot.TypeParams), arrow.end);
}

/** Each is a pattern; those of a function may have decorators. */
function writeParameters(out: Writer, edits: Edits, arrow: Node): void {
  out.array(arrow.count(Slot.Params));
  let pattern = arrow.child(Slot.Params);
  while (pattern) {
    out.array(3);
    writeSpan(out, pattern.lo, pattern.hi);
    out.array(0);
    edits.copy(out, pattern.outer, pattern.end);
    pattern = pattern.sibling;
  }
}

/**
 * `{ return body; }`, of which only what is returned has a place: comments that later passes put there,
 * such as `#__PURE__`, belong to that.
 */
function writeBody(out: Writer, edits: Edits, body: Node, isNew: bool, context: u32): void {
  out.array(isNew ? 2 : 3);
  writeSpan(out, 0, 0);
  if (!isNew) out.uint(context);
  out.array(1);
  beginReturn(out, 0, 0);
  copyExpression(out, edits, body);
}
