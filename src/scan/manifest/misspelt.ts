import { distance } from "fastest-levenshtein";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { misspeltManifest } from "../../messages.ts";
import { locateJson } from "../json-text.ts";
import { MANIFEST_KEY } from "./source.ts";

/**
 * CI3006 as a warning for a key that looks like `"crate-interface"`, such as `"crateInterface"`, in a
 * package.json without that: all that it says would be ignored.
 *
 * @param text the package.json as it is on disk, for positions
 */
export function misspeltManifestKey(
  json: Record<string, unknown>,
  file: string,
  text: string,
): Diagnostic[] {
  const key = Object.keys(json).find(isMisspelt);
  if (key === undefined) return [];
  const place = locateJson(text, [key])?.key;
  const span = place ? { file, ...place } : null;
  return [diagnose(misspeltManifest(key), span, { severity: "warning" })];
}

function isMisspelt(key: string): boolean {
  const apart = Math.abs(key.length - MANIFEST_KEY.length);
  return apart <= MOST_WRONG && distance(key.toLowerCase(), MANIFEST_KEY) <= MOST_WRONG;
}

/** Letters that may be wrong. No key of npm or of a well-known tool is so near. */
const MOST_WRONG = 3;
