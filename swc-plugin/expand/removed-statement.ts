import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Writer } from "../cbor/writer.ts";
import { commentsBefore, commentsBehind } from "../host/comments.ts";
import { Edit, Edits } from "./edits.ts";
import { Target } from "./target.ts";

/** Nothing in the place of a statement. */
export class RemovedStatement extends Edit {
  constructor(
    private readonly statement: Node,
    private readonly target: Target,
  ) {
    super(statement.outer, statement.end);
    target.removed.push(statement);
  }

  write(_out: Writer, _edits: Edits): void {
    giveCommentsAway(this.statement, this.target);
  }
}

/** Gives the comments of a statement that is not printed to the next one, or to the last of the file. */
export function giveCommentsAway(statement: Node, target: Target): void {
  const lo = statement.lo;
  const hi = statement.hi;
  let next = statement.sibling;
  while (next && !isPrinted(next, hi, target)) next = next.sibling;
  if (next) {
    commentsBefore(lo, hi, next.lo);
    return;
  }
  const last = lastBefore(statement, target);
  if (last) commentsBehind(lo, hi, last.hi);
  else commentsBefore(lo, hi, target.module.root.lo);
}

/** The last statement before another one that is printed. */
function lastBefore(statement: Node, target: Target): Node | null {
  let last: Node | null = null;
  let item = target.module.root.child(Slot.Body);
  while (item && item != statement) {
    if (isPrinted(item, 0, target) && !target.removed.includes(item)) last = item;
    item = item.sibling;
  }
  return last;
}

/**
 * Whether comments of a statement are going to be printed: not if it is gone when types are stripped,
 * or if another plugin has put it there and it is nowhere in the file.
 *
 * @param from where its place has to be behind
 */
function isPrinted(statement: Node, from: u32, target: Target): bool {
  if (statement.type == Type.OnlyTypes || statement.flag(Slot.TypeOnly)) return false;
  const declaration = statement.child(Slot.Decl);
  if (declaration && declaration.type == Type.OnlyTypes) return false;
  return statement.lo != 0 && statement.lo >= from && statement.hi <= target.module.root.hi;
}
