import type { Comment, Program } from "@babel/types";
import { MACRO_MODULE } from "../../naming.ts";
import { slash } from "../../scan/paths.ts";
import { NO_COMPONENT } from "../parts.ts";
import { toDiagnostic } from "../problem.ts";
import { readMacros } from "../read-macros.ts";
import { MacroError } from "./macro-error.ts";
import type { Types } from "./target.ts";
import { View } from "./view.ts";
import { writeMacros } from "./write.ts";

/** What is used of a file that Babel compiles (`File` of @babel/core). */
export interface BabelFile {
  /** Empty when Babel was given a tree alone. */
  code: string;
  ast: { program: Program; comments?: Comment[] | null };
  opts: { filename?: string | null; cwd?: string };
  /** The scope of the program. */
  scope: { crawl(): void };
}

/**
 * Expands the macros of a file in its tree (DESIGN 3). What they mean is read by the same code as
 * for bundlers, so only how it is written is Babel's own.
 *
 * @param t `types` of the Babel that runs
 * @throws MacroError with all CI1xxx of the file
 */
export function expandFile(file: BabelFile, t: Types): void {
  const { code, ast, opts } = file;
  if (code !== "" && !code.includes(MACRO_MODULE)) return;
  const view = new View(ast.program, code);
  const sites = readMacros({ program: view.program, comments: [] }, code, NO_COMPONENT);
  if (sites.problems.length > 0) {
    const name = slash(opts.filename ?? "unknown file");
    const diagnostics = sites.problems.map((problem) => toDiagnostic(problem, name));
    throw new MacroError(diagnostics, code, opts.cwd ?? process.cwd());
  }
  if (!sites.module) return;
  writeMacros({ ...ast, program: ast.program }, view, sites.module, sites, t);
  // Once, at the end: the presets that follow ask the scope what is imported and what is used.
  file.scope.crawl();
}
