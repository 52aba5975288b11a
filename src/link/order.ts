import { byText } from "../by-text.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import type { Located } from "./linkage.ts";

/**
 * Sorts a list where it stands. Nearly everything that is linked comes in order already, and finding
 * that out costs nothing, while sorting allocates.
 */
export function sortInPlace<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  for (let i = 1; i < items.length; i++) {
    if (compare(items[i - 1], items[i]) > 0) return items.sort(compare);
  }
  return items;
}

/** Orders definitions, implementations and calls by file and position. */
export function byPosition(a: Located<{ span: Span }>, b: Located<{ span: Span }>): number {
  return byText(a.file, b.file) || a.item.span.start - b.item.span.start;
}
