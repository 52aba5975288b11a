import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Problem } from "./site.ts";

/** Puts a problem of a file at its place. */
export function toDiagnostic(problem: Problem, file: string): Diagnostic {
  const { message, start, end, related } = problem;
  const labels = related.map(({ range, text }) => ({
    span: { file, start: range.start, end: range.end },
    text,
  }));
  return diagnose(message, { file, start, end }, { labels });
}
