import { Slot } from "../ast/shapes.ts";
import { Writer } from "../cbor/writer.ts";
import { DeclaredName } from "./declared-names.ts";
import { Edit, Edits } from "./edits.ts";
import { beginField, copyExpression, endField, writeName } from "./encode.ts";
import { SuppliedKind } from "./site.ts";
import { childOf } from "./syntax.ts";

/** `static hello = __HelloIf_hello;` for the members that a class had, at its end. */
export class ClassFields extends Edit {
  constructor(
    private readonly names: DeclaredName[],
    /** See `Target`. */
    private readonly context: u32,
    end: usize,
  ) {
    super(end, end);
  }

  write(out: Writer, edits: Edits): void {
    for (let i = 0; i < this.names.length; i++) this.field(out, edits, this.names[i]);
  }

  private field(out: Writer, edits: Edits, name: DeclaredName): void {
    const member = name.member;
    // Of a text in quotes, decorators may have been lowered to `[_computedKey]`.
    const key = childOf(member.node, Slot.Key);
    beginField(out, member.node.lo, member.node.hi);
    out.raw(key.outer, key.end);
    out.array(1);
    if (member.kind == SuppliedKind.Reference) copyExpression(out, edits, member.value);
    else writeName(out, name.local, this.context, key.lo, key.hi);
    endField(out);
  }
}
