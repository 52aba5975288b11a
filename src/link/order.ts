import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import type { Located } from "./linkage.ts";

/** Orders texts by code unit: the same on every machine, whatever its locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders definitions, implementations and calls by file and position. */
export function byPosition(a: Located<{ span: Span }>, b: Located<{ span: Span }>): number {
  return byText(a.file, b.file) || a.item.span.start - b.item.span.start;
}

/** Orders diagnostics by file and position; those without a place come first. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  const here = a.labels[0]?.span;
  const there = b.labels[0]?.span;
  return (
    byText(here?.file ?? "", there?.file ?? "") ||
    (here?.start ?? 0) - (there?.start ?? 0) ||
    byText(a.code, b.code) ||
    byText(a.headline, b.headline)
  );
}
