/** A place in a file, as editors count: both from 1, columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** The text of a file, or `null` when there is none to be had. */
export type ReadSource = (file: string) => string | null;

const TERMINATOR = /\r\n|[\n\r\u2028\u2029]/g;

/** A source text with its lines, split where ECMAScript ends a line. */
export class SourceLines {
  readonly #text: string;
  /** Offset of the first character of each line. */
  readonly #starts: number[];

  constructor(text: string) {
    this.#text = text;
    // Editors neither show nor count a byte order mark.
    this.#starts = [text.startsWith("\ufeff") ? 1 : 0];
    for (const match of text.matchAll(TERMINATOR)) {
      this.#starts.push(match.index + match[0].length);
    }
  }

  /** How many lines there are: at least one, also in an empty file. */
  get count(): number {
    return this.#starts.length;
  }

  /** The position of an offset in UTF-16 code units; one outside the text is moved to its edge. */
  at(offset: number): Position {
    const inside = Math.min(Math.max(offset, this.#starts[0]!), this.#text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - this.#starts[low]! + 1 };
  }

  /** The offset of a position. One behind the end of a line is at the beginning of the next. */
  offset({ line, column }: Position): number {
    const start = this.#starts[line - 1] ?? this.#text.length;
    return Math.min(start + column - 1, this.#text.length);
  }

  /** The text of a line, counted from 1, without its terminator. */
  line(line: number): string {
    const start = this.#starts[line - 1]!;
    let end = this.#starts[line] ?? this.#text.length;
    while (end > start && isTerminator(this.#text[end - 1]!)) end -= 1;
    return this.#text.slice(start, end);
  }
}

function isTerminator(char: string): boolean {
  return char === "\n" || char === "\r" || char === "\u2028" || char === "\u2029";
}

/** The {@link SourceLines} of files, each read once; `null` for one that cannot be read. */
export function sourceReader(readSource: ReadSource): (file: string) => SourceLines | null {
  const known = new Map<string, SourceLines | null>();
  return (file) => {
    let lines = known.get(file);
    if (lines === undefined) {
      const text = readSource(file);
      lines = text === null ? null : new SourceLines(text);
      known.set(file, lines);
    }
    return lines;
  };
}
