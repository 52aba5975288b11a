import type { Comment, Node, Program } from "@babel/types";
import { onOneLine } from "../on-one-line.ts";
import type { Range } from "../site.ts";
import type { Types } from "./target.ts";

/**
 * Keeps the comments of what is written otherwise. Babel hangs a comment on the nodes beside it, and
 * so loses it with them.
 */
export class Comments {
  readonly #t: Types;
  readonly #program: Program;
  /** Those that hung on the tree before. Others may have been removed on purpose, by other plugins. */
  readonly #before: ReadonlySet<Comment>;
  /** What stands now for which part of the text. */
  readonly #stand: (Range & { node: Node })[] = [];

  constructor(t: Types, program: Program) {
    this.#t = t;
    this.#program = program;
    this.#before = this.#attached();
  }

  /** Notes that a node stands for another: it has its comments, and those of what is inside. */
  move(from: Node, to: Node): void {
    this.moveAll(from, [to]);
  }

  /** The same for several nodes in the place of one. */
  moveAll(from: Node, to: readonly Node[]): void {
    if (to.length === 0) return;
    const first = to[0];
    const last = to[to.length - 1];
    first.leadingComments = joined(from.leadingComments, first.leadingComments);
    last.trailingComments = joined(last.trailingComments, from.trailingComments);
    const { start, end } = from;
    if (typeof start === "number" && typeof end === "number") {
      this.#stand.push({ start, end, node: first });
    }
  }

  /** Puts what hangs on nothing any more to what stands for its part of the text, or is next to it. */
  restore(): void {
    if (this.#before.size === 0) return;
    const kept = this.#attached();
    const lost = [...this.#before].filter((comment) => !kept.has(comment));
    // What is next to a statement is put there in the order of the file.
    lost.sort((a, b) => rangeOf(a).start - rangeOf(b).start);
    for (const comment of lost) if (!this.#putInside(comment)) this.#putBeside(comment);
  }

  #attached(): Set<Comment> {
    const found = new Set<Comment>();
    this.#t.traverseFast(this.#program, (node) => {
      for (const list of [node.leadingComments, node.innerComments, node.trailingComments]) {
        for (const comment of list ?? []) found.add(comment);
      }
    });
    return found;
  }

  #putInside(comment: Comment): boolean {
    const { start, end } = rangeOf(comment);
    let smallest: (Range & { node: Node }) | null = null;
    for (const stand of this.#stand) {
      if (stand.start > start || stand.end < end) continue;
      if (!smallest || stand.end - stand.start <= smallest.end - smallest.start) smallest = stand;
    }
    if (!smallest) return false;
    const { node } = smallest;
    const moved = this.#t.isExpression(node) ? insideLine(comment, node) : comment;
    node.trailingComments = joined(node.trailingComments, [moved]);
    return true;
  }

  #putBeside(comment: Comment): void {
    const { end } = rangeOf(comment);
    const { body, directives } = this.#program;
    const statements: Node[] = [...directives, ...body];
    const next = statements.find(({ start }) => typeof start === "number" && start >= end);
    const last = statements.at(-1);
    if (next) {
      const before = (next.leadingComments ?? []).filter(
        (other) => rangeOf(other).end <= rangeOf(comment).start,
      );
      const after = (next.leadingComments ?? []).slice(before.length);
      next.leadingComments = [...before, comment, ...after];
    } else if (last) last.trailingComments = joined(last.trailingComments, [comment]);
    else this.#program.innerComments = joined(this.#program.innerComments, [comment]);
  }
}

function rangeOf({ start = 0, end = 0 }: Comment): Range {
  return { start, end };
}

/**
 * A comment that follows an expression on its line. The printer breaks lines where comments are on
 * several, which could end a statement.
 */
function insideLine(comment: Comment, { loc }: Node): Comment {
  const moved: Comment = { ...comment, type: "CommentBlock", value: onOneLine(comment) };
  if (loc) moved.loc = { ...loc, start: loc.end };
  return moved;
}

type List = readonly Comment[] | null | undefined;

function joined(first: List, second: List): Comment[] | null {
  const all = [...new Set([...(first ?? []), ...(second ?? [])])];
  return all.length > 0 ? all : null;
}
