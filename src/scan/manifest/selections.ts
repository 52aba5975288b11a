import type { Span } from "../../diagnostics/diagnostic.ts";
import {
  choiceNeverReached,
  manifestWrongType,
  pathLeavesPackage,
  WRITE_SELECTIONS,
} from "../../messages.ts";
import type { JsonPath } from "../json-text.ts";
import type { Selection } from "./manifest.ts";
import type { ManifestSource } from "./source.ts";
import { isName, isObject, isPath, staysInside } from "./values.ts";

/** Deeper choices by condition are a mistake, and recursion stays shallow. */
const MAX_CONDITIONS = 16;

/**
 * Copies selections that are well formed; conditions keep their order, which decides.
 *
 * @param spans filled with where they stand: of choices by condition, only their key
 */
export function readSelections(
  from: Record<string, unknown>,
  path: JsonPath,
  to: Record<string, Selection>,
  spans: Record<string, Span>,
  source: ManifestSource,
): void {
  const mark = (here: JsonPath, part: "key" | "entry"): void => {
    const span = source.span(here, part);
    if (span) spans[here.slice(1).join(".")] = span;
  };
  const isChoice = path.length > 1;
  let decided = false;
  for (const name of Object.keys(from)) {
    const value = from[name];
    const here = [...path, name];
    if (decided) {
      source.report(choiceNeverReached(here.join("."), name), here, "key", "warning");
    }
    // Where it is a choice itself, that may lead nowhere, and the next condition counts.
    decided ||= isChoice && name === "default" && isName(value);
    if (isName(value)) {
      if (isPath(value) && !staysInside(value)) {
        source.report(pathLeavesPackage(here.join("."), value), here, "value");
      } else {
        to[name] = value;
        mark(here, "entry");
      }
    } else if (isObject(value) && here.length <= MAX_CONDITIONS) {
      const choices = Object.create(null) as Record<string, Selection>;
      readSelections(value, here, choices, spans, source);
      to[name] = choices;
      mark(here, "key");
    } else {
      const expected = "a package, a `./path`, or an object of those by condition";
      source.report(manifestWrongType(here.join("."), expected, WRITE_SELECTIONS), here, "value");
    }
  }
}
