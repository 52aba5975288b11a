import type { Label, Span } from "../diagnostics/diagnostic.ts";
import { morePlaces } from "../messages.ts";
import type { Located } from "./linkage.ts";

/** So many places of one kind are shown; the others are counted. */
const SHOWN = 3;

/** Places as labels, the first with its own text, and a note that counts those left out. */
export function showPlaces(
  places: readonly Located<{ span: Span }>[],
  first: string,
  others: string,
): { labels: Label[]; notes: string[] } {
  const labels = places
    .slice(0, SHOWN)
    .map(({ item }, index) => ({ span: item.span, text: index === 0 ? first : others }));
  const left = places.length - labels.length;
  return { labels, notes: left > 0 ? [morePlaces(String(left))] : [] };
}
