import { type Comment, type Program, parseSync } from "oxc-parser";
import { findTooDeep } from "./nesting.ts";

/** A parsed file, or why it could not be parsed. */
export type Parsed =
  | { program: Program; comments: Comment[]; error: null }
  | { program: null; comments: Comment[]; error: { reason: string; start: number; end: number } };

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
