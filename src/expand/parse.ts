import { type Comment, type Program, parseSync } from "oxc-parser";

/** A parsed file, or why it could not be parsed. */
export type Parsed =
  | { program: Program; comments: Comment[]; error: null }
  | { program: null; comments: Comment[]; error: { reason: string; start: number; end: number } };

/** How deep brackets may nest before {@link parse} refuses a file. */
const MAX_DEPTH = 1_000;

/** How many tokens an expression or statement may chain (`!!!!x`, `1 + 1 + 1`) before it does. */
const MAX_CHAIN = 4_000;

/**
 * Parses a file, JavaScript or TypeScript by its name. Never throws.
 *
 * @param file only its extension matters; `.vue` and `.svelte` scripts are given their own names
 */
export function parse(code: string, file: string): Parsed {
  const deep = findTooDeep(code);
  if (deep >= 0) {
    const reason = "it nests too deeply";
    return { program: null, comments: [], error: { reason, start: deep, end: deep + 1 } };
  }
  try {
    const result = parseSync(file, code, { sourceType: "module", ...language(file) });
    const fatal = result.errors.find((error) => error.severity === "Error");
    if (!fatal) return { program: result.program, comments: result.comments, error: null };
    const { start, end } = fatal.labels[0] ?? { start: 0, end: 0 };
    return { program: null, comments: [], error: { reason: fatal.message, start, end } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { program: null, comments: [], error: { reason, start: 0, end: 0 } };
  }
}

/**
 * `.js` files hold JSX in many projects, and plain JavaScript has nothing that JSX changes; in
 * TypeScript a type assertion `<T>x` looks like JSX, so there the extension decides.
 */
function language(file: string): { lang?: "jsx" | "ts" } {
  if (/\.[cm]?jsx?$/.test(file)) return { lang: "jsx" };
  return /\.tsx$/.test(file) ? {} : { lang: "ts" };
}

/**
 * The offset at which a file nests too deeply for the parser, or -1.
 *
 * The parser is native and recursive: beyond some ten thousand levels it overflows its stack and
 * takes the process with it, which no `catch` can prevent. This reads the text without parsing it
 * and so only estimates; code that people write stays below both bounds by an order of magnitude.
 */
function findTooDeep(code: string): number {
  let depth = 0;
  let chain = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(code); match; match = TOKEN.exec(code)) {
    const token = match[0];
    const first = token[0];
    if (first === "(" || first === "[" || first === "{") depth++;
    else if (first === ")" || first === "]") depth = Math.max(0, depth - 1);
    else if (first === "}") {
      depth = Math.max(0, depth - 1);
      chain = 0;
    } else if (first === "," || first === ";" || first === "\n") chain = 0;
    if (depth > MAX_DEPTH || ++chain > MAX_CHAIN) return match.index;
  }
  return -1;
}

/** Strings as a whole, words, single punctuators, and a line that begins with a word. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\n(?=[a-z])|[\w$]+|[^\s\w$]/g;
