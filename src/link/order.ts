import type { Span } from "../diagnostics/diagnostic.ts";
import type { Located } from "./linkage.ts";

/** Orders texts by code unit: the same on every machine, whatever its locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders definitions, implementations and calls by file and position. */
export function byPosition(a: Located<{ span: Span }>, b: Located<{ span: Span }>): number {
  return byText(a.file, b.file) || a.item.span.start - b.item.span.start;
}
