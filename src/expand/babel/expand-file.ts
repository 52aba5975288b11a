import type { Program } from "@babel/types";
import { rewrittenUse } from "../../messages.ts";
import { MACRO_MODULE } from "../../naming.ts";
import { slash } from "../../scan/paths.ts";
import type { Module } from "../module.ts";
import { NO_COMPONENT } from "../parts.ts";
import { toDiagnostic } from "../problem.ts";
import { readMacros } from "../read-macros.ts";
import type { Problem, Sites } from "../site.ts";
import { MacroError } from "./macro-error.ts";
import type { Types } from "./target.ts";
import { View } from "./view.ts";
import { writeMacros } from "./write.ts";

/** What is used of a file that Babel compiles (`File` of @babel/core). */
export interface BabelFile {
  /** Empty when Babel was given a tree alone. */
  code: string;
  ast: { program: Program };
  opts: { filename?: string | null; cwd?: string; plugins?: { key: string }[] };
  /** The scope of the program. */
  scope: { crawl(): void };
}

/**
 * Expands the macros of a file in its tree (DESIGN 3). What they mean is read by the same code as
 * for bundlers, so only how it is written is Babel's own.
 *
 * @param t `types` of the Babel that runs
 * @param parse parses the text of the file again, if other plugins may have changed the tree: what is
 *   wrong then is told of what the user wrote; `null` when the text cannot be parsed alone
 * @throws MacroError with all CI1xxx of the file
 */
export function expandFile(
  file: BabelFile,
  t: Types,
  parse: (code: string) => Program | null = () => null,
): void {
  const { code, ast, opts } = file;
  if (code !== "" && !code.includes(MACRO_MODULE)) return;
  const view = new View(ast.program, code);
  const sites = readProgram(view, code);
  if (sites.problems.length > 0) {
    const name = slash(opts.filename ?? "unknown file");
    const written = code === "" ? null : parse(code);
    const problems = written ? problemsOf(written, code, sites.problems) : sites.problems;
    const diagnostics = problems.map((problem) => toDiagnostic(problem, name));
    throw new MacroError(diagnostics, code, opts.cwd ?? process.cwd());
  }
  // Also when the file was expanded before: by a plugin that is listed twice, or at another import.
  if (!sites.module || !importsMacros(sites.module)) return;
  const stripsTypes = opts.plugins?.some(({ key }) => key === "transform-typescript") ?? false;
  writeMacros(ast.program, view, sites.module, sites, t, stripsTypes);
  // Once, at the end: the presets that follow ask the scope what is imported and what is used.
  file.scope.crawl();
}

function importsMacros({ program }: Module): boolean {
  return program.body.some(
    (statement) =>
      statement.type === "ImportDeclaration" &&
      statement.importKind !== "type" &&
      statement.source.value === MACRO_MODULE,
  );
}

function readProgram({ program }: View, code: string): Sites {
  return readMacros({ program, comments: [] }, code, NO_COMPONENT);
}

/**
 * What is wrong with a file as it was written. When nothing is, another plugin has made a macro
 * unreadable, which is said of every use of an interface that `found` concerns.
 */
function problemsOf(written: Program, code: string, found: readonly Problem[]): Problem[] {
  const { problems, uses } = readProgram(new View(written, code), code);
  if (problems.length > 0) return problems;
  const concerned = uses.filter((use) =>
    found.some((problem) => problem.start < use.end && problem.end > use.start),
  );
  return (concerned.length > 0 ? concerned : found).map(({ start, end }) => {
    return { message: rewrittenUse(), ofCall: true, start, end, related: [] };
  });
}
