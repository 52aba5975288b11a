import { byText } from "../by-text.ts";
import type { Diagnostic } from "./diagnostic.ts";

/**
 * The diagnostics by file, position and code, each once. Those without a place come first. The
 * order depends on nothing but the diagnostics themselves.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unique = new Map(diagnostics.map((diagnostic) => [identity(diagnostic), diagnostic]));
  return [...unique]
    .sort(([a, first], [b, second]) => compare(first, second) || byText(a, b))
    .map(([, diagnostic]) => diagnostic);
}

function compare(a: Diagnostic, b: Diagnostic): number {
  const left = a.labels[0]?.span;
  const right = b.labels[0]?.span;
  return (
    byText(left?.file ?? "", right?.file ?? "") ||
    (left?.start ?? 0) - (right?.start ?? 0) ||
    (left?.end ?? 0) - (right?.end ?? 0) ||
    byText(a.code, b.code)
  );
}

/** Everything a diagnostic says, whatever the order of its keys. */
function identity(diagnostic: Diagnostic): string {
  const { code, severity, headline, labels, chains, notes, help } = diagnostic;
  const places = labels.map(({ span, text }) => [span.file, span.start, span.end, text]);
  return JSON.stringify([code, severity, headline, places, chains, notes, help]);
}
