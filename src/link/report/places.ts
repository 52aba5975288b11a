import type { Label, Span } from "../../diagnostics/diagnostic.ts";
import { morePlaces, usedInMore } from "../../messages.ts";
import type { Located } from "../linkage.ts";

/** So many places or packages of one kind are shown; the others are counted. */
export const SHOWN: number = 3;

/** Places that use something as labels, the first with its own text, and a note that counts those left out. */
export function showPlaces(
  places: readonly Located<{ span: Span }>[],
  first: string,
  others: string,
): { labels: Label[]; notes: string[] } {
  const labels = places
    .slice(0, SHOWN)
    .map(({ item }, index) => ({ span: item.span, text: index === 0 ? first : others }));
  const left = places.length - labels.length;
  return { labels, notes: left > 0 ? [usedInMore(String(left))] : [] };
}

/** Notes of one kind, each once, and one that counts those left out. */
export function showNotes(notes: readonly string[]): string[] {
  const all = [...new Set(notes)];
  const left = all.length - SHOWN;
  return left > 0 ? [...all.slice(0, SHOWN), morePlaces(String(left))] : all;
}
