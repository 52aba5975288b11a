import { distance } from "fastest-levenshtein";
import { byText } from "../../by-text.ts";

/**
 * The names that are so like `wanted` that one of them was probably meant, best first, at most
 * three. As rustc does, a third of the length may differ, and two letters that have changed places are
 * one mistake (`rustc_span::edit_distance`); a difference in case alone always counts.
 */
export function nearMisses(wanted: string, names: Iterable<string>): string[] {
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  const found: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    if (name === wanted) continue;
    if (name.toLowerCase() === wanted.toLowerCase()) found.push({ name, distance: 0 });
    else if (Math.abs(name.length - wanted.length) <= allowed) {
      const apart = isTransposed(wanted, name) ? 1 : distance(wanted, name);
      if (apart <= allowed) found.push({ name, distance: apart });
    }
  }
  found.sort((a, b) => a.distance - b.distance || byText(a.name, b.name));
  return found.slice(0, 3).map(({ name }) => name);
}

/** Whether two texts differ in nothing but the order of two letters that are next to each other. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
