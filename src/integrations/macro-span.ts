import type { Span } from "../diagnostics/diagnostic.ts";
import { readFromDisk } from "../diagnostics/error.ts";
import { MACRO_MODULE } from "../naming.ts";

/** Where a file imports the macros, for errors found after its code was replaced; else its beginning. */
export function macroSpan(file: string): Span {
  const start = Math.max(0, readFromDisk(file)?.indexOf(MACRO_MODULE) ?? 0);
  const end = start === 0 ? 0 : start + MACRO_MODULE.length;
  return { file, start, end };
}
