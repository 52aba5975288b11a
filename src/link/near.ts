import { distance } from "fastest-levenshtein";
import { byText } from "../by-text.ts";

/**
 * The names that are so like `wanted` that one of them was probably meant, best first, at most
 * three. As rustc does, a third of the length may differ (`rustc_span::edit_distance`); a
 * difference in case alone always counts.
 */
export function nearMisses(wanted: string, names: Iterable<string>): string[] {
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  const found: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    if (name === wanted) continue;
    if (name.toLowerCase() === wanted.toLowerCase()) found.push({ name, distance: 0 });
    else if (Math.abs(name.length - wanted.length) <= allowed) {
      const apart = distance(wanted, name);
      if (apart <= allowed) found.push({ name, distance: apart });
    }
  }
  found.sort((a, b) => a.distance - b.distance || byText(a.name, b.name));
  return found.slice(0, 3).map(({ name }) => name);
}
