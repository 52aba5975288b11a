/**
 * Where a program's pieces leave room. The grammar writes
 *
 * - a space where a comment or a line break may stand,
 * - `·` for a space where no line may end,
 * - `¶` where a statement ends that may lack its semicolon,
 *
 * and none of these inside of a literal.
 */
export interface Layout {
  /** Decides between what may stand in one place. */
  seed: number;
  /** Comments and line breaks, of 100 places. */
  comments: number;
  /** Missing semicolons, of 100. */
  missingSemicolons: number;
  /** Whether blanks are left out where nothing needs them. */
  dense: boolean;
  lineBreak: "\n" | "\r\n" | "\r" | "\u2028";
  start: "" | "\uFEFF" | "#!/usr/bin/env node\n" | '"use strict";\n' | "// c-first\n" | "\n\n";
}

const INLINE = ["/* ? */", "/*? call_interface(HelloIf.hello())*/", "/** ? */", "/* ? ’ */"];
const BREAKING = ["// ?\n", "/*\n ? */", "//? import { a } from\n"];
const BLANKS = ["\n", "\n\n", "\t", "  ", "\n    "];
const ENDS = ["\n", "\n\n", "\n", " // ?\n", " /* ? */\n"];

/** The comments of a program are numbered (`c7`), so that each can be found again. */
export function layOut(text: string, layout: Layout): string {
  const random = generator(layout.seed);
  let comments = 0;
  const among = (texts: readonly string[]): string =>
    texts[random() % texts.length].replace("?", () => `c${comments++}`);
  const fill = (char: string, offset: number): string => {
    const odd = random() % 100;
    if (char === "¶") {
      if (odd >= layout.missingSemicolons) return ";\n";
      return among(ENDS);
    }
    if (odd < layout.comments) {
      if (char === "·") return ` ${among(INLINE)} `;
      const kinds = [INLINE, BREAKING, BLANKS];
      return ` ${among(kinds[random() % kinds.length])} `;
    }
    const canJoin = /[()[\]{},;]/.test(text[offset - 1] + text[offset + 1]);
    return layout.dense && canJoin ? "" : " ";
  };
  const body = text.replace(/[ ·¶]/g, fill);
  return (layout.start + body).replaceAll("\n", layout.lineBreak);
}

/** mulberry32, whose author placed it in the public domain. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
