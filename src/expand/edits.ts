import MagicString from "magic-string";
import type { Comment } from "oxc-parser";
import { onOneLine } from "./on-one-line.ts";
import type { Range } from "./site.ts";
import type { Node } from "./syntax.ts";

/** Whether a statement ends with a semicolon, unless one is inserted. */
function mayLackSemicolon(statement: Node): boolean {
  switch (statement.type) {
    case "ExpressionStatement":
    case "ThrowStatement":
    case "VariableDeclaration":
      return true;
    case "ExportNamedDeclaration":
      return statement.declaration?.type === "VariableDeclaration";
    case "ExportDefaultDeclaration":
      return !statement.declaration.type.endsWith("Declaration");
    default:
      return false;
  }
}

/** ECMA-262, LineTerminator. */
const LINE_END = /[\n\r\u2028\u2029]/;

/** Edits of one file's text that keep its comments. */
export class Edits {
  readonly text: MagicString;
  readonly #code: string;
  readonly #comments: readonly Comment[];
  readonly #lineBreak: string;
  /** Where removed statements began. */
  readonly #removed = new Set<number>();

  constructor(
    code: string,
    comments: readonly Comment[],
    text: MagicString = new MagicString(code),
  ) {
    this.#code = code;
    this.#comments = comments;
    this.#lineBreak = code.includes("\r\n") ? "\r\n" : "\n";
    this.text = text;
  }

  /** Replaces a range that is not empty. What it becomes is mapped to where the range begins. */
  replace(range: Range, text: string): void {
    this.text.update(range.start, range.end, this.#lines(text));
  }

  /**
   * Replaces everything between two offsets but comments, which stay before `text`, on lines of
   * their own where they were. An empty gap takes the text as well.
   */
  gap(start: number, end: number, text: string): void {
    let from = start;
    let last: Comment | null = null;
    for (const comment of this.#commentsIn(start, end)) {
      const apart = last
        ? this.#after(last, comment.start, "/")
        : this.#before(start, comment.start);
      this.#put(from, comment.start, apart);
      from = comment.end;
      last = comment;
    }
    this.#put(from, end, (last ? this.#after(last, end, text) : "") + text);
  }

  /**
   * Replaces a range by a name that stands for a part of it. Its comments follow on the same line: a
   * line break could end a `return` too early, and a comment in parentheses continue the line before.
   */
  condense(range: Range, part: Range, name: string): void {
    const before = this.blankAt(range.start);
    const after = this.#isWord(range.end) ? " " : "";
    this.#put(range.start, part.start, "");
    this.replace(part, before + name);
    this.#put(part.end, range.end, "");
    this.#follow(range.start, range.end);
    if (after) this.append(range.end, after);
  }

  /** Removes everything between two offsets but comments, which follow what is before on its line. */
  close(start: number, end: number): void {
    this.#put(start, end, "");
    this.#follow(start, end);
  }

  /** Replaces a punctuator, and the blanks that follow it on its line. */
  replaceWithBlanks(offset: number, text: string): void {
    let end = offset + 1;
    while (this.#code[end] === " " || this.#code[end] === "\t") end++;
    this.replace({ start: offset, end }, text);
  }

  /** A blank, if there is a word right before the offset that must not run into the next. */
  blankAt(offset: number): string {
    return this.#isWord(offset - 1) ? " " : "";
  }

  /** Inserts text that belongs to what ends at the offset, and moves with it. */
  append(offset: number, text: string): void {
    this.text.appendLeft(offset, this.#lines(text));
  }

  /** Inserts text that belongs to what begins at the offset. */
  prepend(offset: number, text: string): void {
    this.text.prependRight(offset, this.#lines(text));
  }

  /** Removes a statement, together with its line when nothing else is on it. Its comments stay. */
  removeStatement(range: Range): void {
    this.#removed.add(range.start);
    if (this.#commentsIn(range.start, range.end).length > 0) {
      this.gap(range.start, range.end, "");
      return;
    }
    const lineStart = this.#code.lastIndexOf("\n", range.start - 1) + 1;
    // A byte order mark is white space to JavaScript, and stays.
    const before = this.#code.startsWith("\uFEFF", lineStart) ? lineStart + 1 : lineStart;
    const lineEnd = this.#code.indexOf("\n", range.end);
    const after = lineEnd < 0 ? this.#code.length : lineEnd + 1;
    const alone =
      this.#code.slice(before, range.start).trim() === "" &&
      this.#code.slice(range.end, after).trim() === "";
    if (alone) this.text.remove(before, after);
    else this.text.remove(range.start, range.end);
  }

  /**
   * Ends statements that nothing ends any more: one without a semicolon, when what followed was
   * removed and what follows now could continue it (ECMA-262, 12.10).
   */
  separate(statements: readonly Node[]): void {
    let last: Node | null = null;
    let joined = false;
    for (const statement of statements) {
      if (this.#removed.has(statement.start)) {
        joined = true;
        continue;
      }
      const continues =
        joined &&
        (/[([`+\-/<]/.test(this.#code.charAt(statement.start)) ||
          // No name in a module, but not all parsers say so: with one behind it, a declaration.
          (last !== null && this.#code.slice(last.start, last.end) === "let"));
      if (last && continues && mayLackSemicolon(last)) {
        if (this.#code[last.end - 1] !== ";") this.append(last.end, ";");
      }
      last = statement;
      joined = false;
    }
  }

  /** The offset of a punctuator between two offsets, outside of comments; -1 if there is none. */
  find(punctuator: string, start: number, end: number): number {
    const comments = this.#commentsIn(start, end);
    let found = this.#code.indexOf(punctuator, start);
    while (found >= 0 && found < end) {
      const inside = comments.find((comment) => found >= comment.start && found < comment.end);
      if (!inside) return found;
      found = this.#code.indexOf(punctuator, inside.end);
    }
    return -1;
  }

  #isWord(offset: number): boolean {
    return /[\p{ID_Continue}$]/u.test(this.#code.charAt(offset));
  }

  /** Puts the comments of a piece that is gone behind it, on one line. */
  #follow(start: number, end: number): void {
    for (const comment of this.#commentsIn(start, end)) {
      this.append(end, ` /*${onOneLine(comment)}*/`);
    }
  }

  #commentsIn(start: number, end: number): Comment[] {
    let first = 0;
    let above = this.#comments.length;
    while (first < above) {
      const middle = (first + above) >> 1;
      if (this.#comments[middle].start < start) first = middle + 1;
      else above = middle;
    }
    let last = first;
    while (last < this.#comments.length && this.#comments[last].end <= end) last++;
    return this.#comments.slice(first, last);
  }

  /** What keeps the first comment of a gap apart from what is before: a line break if one did. */
  #before(start: number, end: number): string {
    if (start === 0 || /\s/.test(this.#code[start - 1])) return "";
    return LINE_END.test(this.#code.slice(start, end)) ? "\n" : " ";
  }

  /** What keeps a comment apart from the text, or the code, that follows it now. */
  #after(comment: Comment, end: number, text: string): string {
    const next = text === "" ? this.#code.charAt(end) : text[0];
    if (next === "" || LINE_END.test(next)) return "";
    const broken = LINE_END.test(this.#code.slice(comment.end, end));
    if (broken || comment.type === "Line") return "\n";
    return next === " " || next === ")" ? "" : " ";
  }

  #put(start: number, end: number, text: string): void {
    if (start === end) {
      if (text !== "") this.append(start, text);
    } else if (text === "") this.text.remove(start, end);
    else this.replace({ start, end }, text);
  }

  /** Text with line breaks as the file has them. */
  #lines(text: string): string {
    return text.replaceAll("\n", this.#lineBreak);
  }
}
