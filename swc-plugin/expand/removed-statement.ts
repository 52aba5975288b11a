import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Writer } from "../cbor/writer.ts";
import { commentsBefore, commentsBehind } from "../host/comments.ts";
import { Edit, Edits } from "./edits.ts";
import { Target } from "./target.ts";

/** Nothing in the place of a statement. Its comments are those of the next one, or of the last. */
export class RemovedStatement extends Edit {
  private readonly statement: Node;
  private readonly target: Target;

  constructor(statement: Node, target: Target) {
    super(statement.outer, statement.end);
    this.statement = statement;
    this.target = target;
    target.removed.push(statement);
  }

  write(_out: Writer, _edits: Edits): void {
    const lo = this.statement.lo;
    const hi = this.statement.hi;
    const next = this.next();
    if (next) {
      commentsBefore(lo, hi, next.lo);
      return;
    }
    const last = this.last();
    if (last) commentsBehind(lo, hi, last.hi);
    else commentsBefore(lo, hi, this.target.module.root.lo);
  }

  /** The next statement; one that is only types may go, and its comments with it. */
  private next(): Node | null {
    let next = this.statement.sibling;
    while (next && isTypes(next)) next = next.sibling;
    return next;
  }

  /** The last statement of the file that stays. */
  private last(): Node | null {
    let last: Node | null = null;
    let statement = this.target.module.root.child(Slot.Body);
    while (statement && statement != this.statement) {
      if (!isTypes(statement) && !this.target.removed.includes(statement)) last = statement;
      statement = statement.sibling;
    }
    return last;
  }
}

/** Whether a statement is gone when types are stripped. */
function isTypes(statement: Node): bool {
  if (statement.type == Type.OnlyTypes || statement.flag(Slot.TypeOnly)) return true;
  const declaration = statement.child(Slot.Decl);
  return declaration != null && declaration.type == Type.OnlyTypes;
}
