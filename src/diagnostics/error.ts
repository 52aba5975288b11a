import { readFileSync } from "node:fs";
import type { Diagnostic } from "./diagnostic.ts";
import { primaryFrame, type RenderOptions, renderDiagnostics } from "./render.ts";
import { sortDiagnostics } from "./sort.ts";
import { SourceLines } from "./source-lines.ts";

/**
 * What is thrown when a program cannot be expanded or linked. Its message is the plain rendering of
 * all diagnostics. The other fields are those by which Rollup, Vite and their like show a place.
 *
 * @example
 * throw new CrateInterfaceError(linkage.diagnostics, { cwd: root });
 */
export class CrateInterfaceError extends Error {
  override readonly name: string = "CrateInterfaceError";
  /** Sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** The code of the first diagnostic. */
  readonly code?: string;
  /** The file of the first diagnostic, absolute. */
  readonly id?: string;
  /** The place of the first diagnostic: line from 1 and, as Rollup has it, column from 0. */
  readonly loc?: { file: string; line: number; column: number };
  /** The code frame of the first diagnostic. */
  readonly frame?: string;

  /**
   * @param diagnostics at least one
   * @param options by default sources are read from disk and paths are relative to the working
   *   directory of the process
   */
  constructor(
    diagnostics: readonly Diagnostic[],
    options: Partial<Pick<RenderOptions, "cwd" | "readSource">> = {},
  ) {
    const { cwd = process.cwd(), readSource = readFromDisk } = options;
    const render = { color: false, cwd, readSource };
    super(renderDiagnostics(diagnostics, render));
    // The rendering says where in the user's code; frames of the linker would only bury it. The line
    // break lets Rollup's command line recognise the message in it and print it once.
    this.stack = `${this.name}: ${this.message}\n`;
    this.diagnostics = sortDiagnostics(diagnostics);
    const first = this.diagnostics[0];
    if (!first) return;
    this.code = first.code;
    const span = first.labels[0]?.span;
    if (!span) return;
    this.id = span.file;
    const text = readSource(span.file);
    const frame = primaryFrame(first, render);
    if (text === null || frame === null) return;
    const { line, column } = new SourceLines(text).at(span.start);
    this.loc = { file: span.file, line, column: column - 1 };
    this.frame = frame;
  }
}

/** The text of a file on disk, or `null` when it cannot be read. */
export function readFromDisk(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
