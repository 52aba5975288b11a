import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { manifestWrongType, WRITE_DEPENDENCIES, writeRange } from "../messages.ts";
import { type JsonPlace, locateEntries, locateJson } from "./json-text.ts";
import { isObject } from "./manifest/values.ts";
import type { DependencyKind } from "./package-graph.ts";

/** The dependency fields of package.json. */
export const DEPENDENCY_KINDS: readonly DependencyKind[] = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
];

/** Nobody makes so many mistakes by hand. */
const MOST_PROBLEMS = 50;

/**
 * Reports the dependencies of a package.json that are none, CI3006: what they name would be left out
 * without a word. Package managers also take a list, and drop what they do not understand.
 *
 * @param text the package.json as it is on disk, for positions
 */
export function checkDependencyFields(
  json: Record<string, unknown>,
  file: string,
  text: string,
  diagnostics: Diagnostic[],
): void {
  const report = (what: string, expected: string, help: string, place: JsonPlace | null): void => {
    const span = place && { file, start: place.value.start, end: place.value.end };
    diagnostics.push(diagnose(manifestWrongType(what, expected, help), span));
  };
  for (const kind of DEPENDENCY_KINDS) {
    const field = json[kind];
    if (!isObject(field)) {
      if (isNothing(field)) continue;
      report(kind, "an object of names and ranges", WRITE_DEPENDENCIES, locateJson(text, [kind]));
      continue;
    }
    // Some people write comments so.
    const wrong = Object.keys(field).filter(
      (name) => typeof field[name] !== "string" && !name.startsWith("//"),
    );
    const places = wrong.length > 0 ? locateEntries(text, [kind]) : new Map<string, JsonPlace>();
    for (const name of wrong.slice(0, MOST_PROBLEMS)) {
      report(`${kind}.${name}`, "a range", writeRange(name), places.get(name) ?? null);
    }
  }
}

/** Whether a field says nothing, in whatever way. */
function isNothing(field: unknown): boolean {
  return field === undefined || field === null || (Array.isArray(field) && field.length === 0);
}
