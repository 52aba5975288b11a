import type { Diagnostic } from "./diagnostic.ts";
import { displayPath } from "./display-path.ts";
import { sortDiagnostics } from "./sort.ts";
import { type Position, type ReadSource, sourceReader } from "./source-lines.ts";

/** A place in {@link JsonLabel}: an offset, and what an editor calls it. */
export interface JsonPosition {
  /** UTF-16 code units from 0. */
  offset: number;
  /** From 1; `null` when the file cannot be read. */
  line: number | null;
  /** UTF-16 code units from 1; `null` when the file cannot be read. */
  column: number | null;
}

/** A place that a {@link JsonDiagnostic} concerns. */
export interface JsonLabel {
  /** Relative to the working directory, with forward slashes. */
  file: string;
  start: JsonPosition;
  /** One past the last character. */
  end: JsonPosition;
  text: string;
}

/** A diagnostic as the command line's `--json` prints it. */
export interface JsonDiagnostic {
  code: string;
  severity: "error" | "warning";
  headline: string;
  /** The primary place first. */
  labels: JsonLabel[];
  /** Dependency chains from the root. */
  chains: string[][];
  notes: string[];
  help: string[];
}

/**
 * Diagnostics as plain data for machines: sorted, each once, with keys always in the same order.
 *
 * @param options.cwd the directory that files are relative to, absolute
 */
export function diagnosticsToJson(
  diagnostics: readonly Diagnostic[],
  options: { readSource: ReadSource; cwd: string },
): JsonDiagnostic[] {
  const read = sourceReader(options.readSource);
  return sortDiagnostics(diagnostics).map((diagnostic) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    headline: diagnostic.headline,
    labels: diagnostic.labels.map(({ span, text }) => {
      const source = read(span.file);
      return {
        file: displayPath(span.file, options.cwd),
        start: jsonPosition(span.start, source?.at(span.start)),
        end: jsonPosition(span.end, source?.at(span.end)),
        text,
      };
    }),
    chains: diagnostic.chains,
    notes: diagnostic.notes,
    help: diagnostic.help,
  }));
}

function jsonPosition(offset: number, position: Position | undefined): JsonPosition {
  return { offset, line: position?.line ?? null, column: position?.column ?? null };
}
