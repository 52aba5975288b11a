import { Node } from "../ast/node.ts";
import { Slot } from "../ast/shapes.ts";
import { Writer } from "../cbor/writer.ts";
import { commentsBefore, commentsBehind } from "../host/comments.ts";
import { Edit, Edits } from "./edits.ts";
import { beginCall, writeName } from "./encode.ts";
import { Range, UseSite } from "./site.ts";

/** A name in the place of an expression, or of a part of it that it stands for: `HelloIf.hello`. */
export class LinkedName extends Edit {
  constructor(
    private readonly node: Node,
    private readonly part: Range,
    private readonly name: string,
    private readonly context: u32,
  ) {
    super(node.expr, node.end);
  }

  write(out: Writer, _edits: Edits): void {
    const lo = this.part.lo;
    const hi = this.part.hi;
    writeName(out, this.name, this.context, lo, hi);
    commentsBefore(this.node.lo, lo, lo);
    commentsBehind(lo + 1, this.node.hi, hi);
  }
}

/** The call of a linked member: of `call_interface(HelloIf.hello(a))`, the arguments stay. */
export class LinkedCall extends Edit {
  private readonly call: Node;
  /** How many arguments there are, and the first and the last of them. */
  private readonly count: i32;
  private readonly first: Node | null;
  private readonly last: Node | null;
  /** The inner call of the call form: its type arguments stay. */
  private readonly inner: Node | null;

  constructor(
    site: UseSite,
    private readonly callee: Node,
    private readonly name: string,
    private readonly context: u32,
  ) {
    const call = site.node;
    super(call.expr, call.end);
    const inner = site.inner;
    let first = (inner ? inner : call).child(Slot.Args);
    let count = (inner ? inner : call).count(Slot.Args);
    for (; first && !inner && count > site.rest; count--) first = first.sibling;
    let last = first;
    for (let i = 1; last && i < count; i++) last = last.sibling;
    this.call = call;
    this.count = count;
    this.first = first;
    this.last = last;
    this.inner = inner;
  }

  write(out: Writer, edits: Edits): void {
    const call = this.call;
    const callee = this.callee;
    const inner = this.inner;
    beginCall(out, callee.lo, call.hi);
    writeName(out, this.name, this.context, callee.lo, callee.hi);
    out.array(this.count);
    const first = this.first;
    const last = this.last;
    if (first && last) edits.copy(out, first.outer, last.end);
    if (inner) edits.copy(out, inner.field(Slot.TypeArgs), inner.end);
    else out.array(0);
    commentsBefore(call.lo, callee.lo, callee.lo);
    commentsBehind(callee.lo + 1, first ? first.lo - 1 : callee.hi, callee.hi);
    commentsBehind(last ? last.hi + 1 : callee.hi + 1, call.hi, call.hi);
  }
}
