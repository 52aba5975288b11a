import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../diagnostics/display-path.ts";
import { readFromDisk } from "../diagnostics/error.ts";
import { diagnosticsToJson, type JsonDiagnostic } from "../diagnostics/json.ts";
import { renderDiagnostics } from "../diagnostics/render.ts";
import type { Settings } from "./settings.ts";

/** Diagnostics as the settings want them printed. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], settings: Settings): string {
  const { color, cwd } = settings;
  return renderDiagnostics(diagnostics, { color, cwd, readSource: readFromDisk });
}

/** Diagnostics for `--json`. */
export function jsonDiagnostics(
  diagnostics: readonly Diagnostic[],
  { cwd }: Settings,
): JsonDiagnostic[] {
  return diagnosticsToJson(diagnostics, { cwd, readSource: readFromDisk });
}

/** Plain data with the paths in it, `dir` and `file`, relative to the working directory. */
export function withRelativePaths<Data>(data: Data, cwd: string): Data {
  const relative = (key: string, value: unknown): unknown =>
    (key === "dir" || key === "file") && typeof value === "string"
      ? displayPath(value, cwd) || "."
      : value;
  return JSON.parse(JSON.stringify(data, relative)) as Data;
}

/** Whether any of them is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/**
 * The first of many names, as many as can be taken in.
 *
 * @example
 * abridged(["a", "b", "c", "d"], 2) // "a, b and 2 more"
 */
export function abridged(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return names.slice(0, most).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
