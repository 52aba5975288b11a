import { ARRAY, type Item, isText, readItem, UNSIGNED } from "./cbor.ts";
import { wrongExpansion } from "./expansion.ts";
import type { Call, Run } from "./guest.ts";

/**
 * No run takes more steps: what does more work than this does not end. How work grows with files
 * that there are, `growth.test.ts` says more closely.
 */
export function maxSteps({ bytes }: Call): number {
  return 10_000_000 + 2000 * bytes.length;
}

/** Nor does one take more memory, of which there is twice as much each time that it does not suffice. */
export function maxMemory({ bytes }: Call): number {
  return 2 * (1024 * 1024 + 64 * bytes.length);
}

/**
 * What is wrong with a run, whatever it was given; `null` if nothing is.
 *
 * @param typed whether types are still in the tree
 */
export function wrongRun(call: Call, run: Run, typed: boolean): string | null {
  const { status, ended, results, diagnostics, memory } = run;
  if (ended) return `${ended.name}: ${ended.message} after ${run.steps} steps`;
  if (status !== 0) return `it returned ${status}`;
  if (memory > maxMemory(call)) return `${memory} bytes of memory for ${call.bytes.length}`;
  const [result] = results;
  if (results.length !== 1 || !result) return `${results.length} results`;
  for (const diagnostic of diagnostics) {
    const wrong = wrongDiagnostic(diagnostic);
    if (wrong) return wrong;
  }
  if (Buffer.from(result).equals(call.bytes)) return null;
  if (diagnostics.length > 0) return "there is an error, and another tree";
  return wrongExpansion(call.bytes, result, typed);
}

/** `[level, [[text, style]], code, [[[lo, hi]], labels], children, suggestions]` */
function wrongDiagnostic(bytes: Uint8Array): string | null {
  const root = readItem(bytes);
  if (!root) return "a diagnostic is no CBOR";
  const [level, message, , places] = root.items;
  const ERROR = 4;
  if (root.items.length !== 6 || level.argument !== ERROR) return "a diagnostic is no error";
  const [text] = message.items[0]?.items ?? [];
  if (!text || !isText(bytes, text)) return "a diagnostic's text is none";
  const spans = places?.items[0]?.items ?? [];
  return spans.every(isSpan) ? null : "a diagnostic's place is none";
}

function isSpan({ major, items: [lo, hi] }: Item): boolean {
  return (
    major === ARRAY && lo.major === UNSIGNED && hi.major === UNSIGNED && lo.argument <= hi.argument
  );
}
