import { readFileSync } from "node:fs";
import type { Diagnostic } from "./diagnostic.ts";
import { type RenderOptions, renderDiagnostics } from "./render.ts";
import { sortDiagnostics } from "./sort.ts";
import { SourceLines } from "./source-lines.ts";

/**
 * What is thrown when a program cannot be expanded or linked. Its message is the plain rendering of
 * all diagnostics, with code frames. The other fields are those by which Rollup, Vite and their like
 * show a place; none of them holds a frame, which Vite would show in place of those in the message.
 *
 * @example
 * throw new CrateInterfaceError(linkage.diagnostics, { cwd: root });
 */
export class CrateInterfaceError extends Error {
  override readonly name: string = "CrateInterfaceError";
  /** Sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** Who found what is wrong, whichever plugin of Vite runs into it. */
  readonly plugin: string = "crate-interface";
  /** The code of the first diagnostic. */
  readonly code?: string;
  /** The same, where Rollup moves it. Vite leaves the place alone in errors that have it. */
  readonly pluginCode?: string;
  /** The file of the first diagnostic, absolute. */
  readonly id?: string;
  /**
   * The place of the first diagnostic: line and column from 1, as in the message and as editors
   * count, which it is a link to. (Rollup counts columns from 0, but only shows these.)
   */
  readonly loc?: { file: string; line: number; column: number };

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
    this.pluginCode = first.code;
    const span = first.labels[0]?.span;
    if (!span) return;
    this.id = span.file;
    const text = readSource(span.file);
    if (text === null) return;
    const { line, column } = new SourceLines(text).at(span.start);
    this.loc = { file: span.file, line, column };
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
