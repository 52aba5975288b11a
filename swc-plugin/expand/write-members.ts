import { Writer } from "../cbor/writer.ts";
import { commentsBefore, commentsBehind, commentsBetween } from "../host/comments.ts";
import { DeclaredName } from "./declared-names.ts";
import { Edit, Edits } from "./edits.ts";
import { Target } from "./target.ts";
import { writeMember } from "./write-member.ts";

/** The statements that members become, with the comments between these. */
export class Members extends Edit {
  constructor(
    private readonly target: Target,
    private readonly names: DeclaredName[],
    from: usize,
    to: usize,
    /**
     * The piece of the file whose comments the statements have; 0 if that is the members alone, of a
     * class that stays behind them.
     */
    private readonly lo: u32,
    private readonly hi: u32,
  ) {
    super(from, to);
    this.isBehind = lo != 0;
  }

  write(out: Writer, _edits: Edits): void {
    const names = this.names;
    const count = names.length;
    for (let i = 0; i < count; i++) {
      const node = names[i].member.node;
      if (i > 0) commentsBetween(names[i - 1].member.node.hi, node.lo);
      else commentsBefore(this.lo, node.lo, node.lo);
      const hi = i == count - 1 && this.hi != 0 ? this.hi : node.hi;
      writeMember(out, this.target, names[i], hi);
      if (hi == this.hi) commentsBehind(node.hi, hi, hi);
    }
  }
}
