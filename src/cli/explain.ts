import { distance } from "fastest-levenshtein";
import { pageMarkdown } from "../diagnostics/reference.ts";
import { allPages, findPage } from "../messages.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";

/**
 * `crate-interface explain <code>`: what an error means and how to fix it.
 *
 * @throws UsageError for a code that there is not, naming those that are like it
 */
export function explainCode(code: string, { json }: Settings): Result {
  const text = explain(code);
  if (text === null) {
    const near = nearestCodes(code);
    const hint =
      near.length === 0 ? `there are ${codeRanges()}` : `did you mean ${near.join(" or ")}?`;
    throw new UsageError(`there is no error code ${code}; ${hint}`);
  }
  return {
    stdout: json ? JSON.stringify({ code: normalize(code), text }, null, 2) : text,
    exitCode: 0,
  };
}

/**
 * The page of a code as Markdown, without a line break at the end; `null` when there is no such
 * code. Lower case, and digits alone, do as well.
 *
 * @example
 * explain("ci2001") // "# CI2001: No implementation\n\n…"
 */
export function explain(code: string): string | null {
  const page = findPage(normalize(code));
  return page && pageMarkdown(page);
}

/**
 * The codes nearest to one that does not exist, in their order; empty when none is near.
 *
 * @example
 * nearestCodes("CI2099") // ["CI2009"]
 */
export function nearestCodes(code: string): string[] {
  const wanted = normalize(code);
  const distances = allPages().map((page) => ({
    code: page.code,
    edits: distance(page.code, wanted),
  }));
  const fewest = Math.min(...distances.map(({ edits }) => edits));
  if (fewest > 2) return [];
  return distances.filter(({ edits }) => edits === fewest).map(({ code }) => code);
}

/** The first and last code of each kind: `CI1001 to CI1013, CI2001 to …`. */
function codeRanges(): string {
  const kinds = new Map<string, string[]>();
  for (const { code } of allPages()) {
    const kind = code.slice(0, 3);
    kinds.set(kind, [...(kinds.get(kind) ?? []), code]);
  }
  return [...kinds.values()].map((codes) => `${codes[0]} to ${codes.at(-1)}`).join(", ");
}

function normalize(code: string): string {
  const upper = code.trim().toUpperCase();
  return /^\d+$/.test(upper) ? `CI${upper}` : upper;
}
