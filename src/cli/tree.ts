import pc from "picocolors";
import type { JsonDiagnostic } from "../diagnostics/json.ts";
import { type DependencyTrees, dependencyTrees } from "../link/tree.ts";
import { isLibraryProgram, programDiagnostics } from "./library.ts";
import { hasErrors, jsonDiagnostics, printDiagnostics, withRelativePaths } from "./print.ts";
import { hasInterfaces, jsonOfEach, readPrograms, textOfEach } from "./programs.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";
import { renderTrees } from "./tree-text.ts";

/** What `tree --json` prints; in the root of a workspace, a list of one for each application. */
export interface TreeReport extends DependencyTrees {
  /** Errors and warnings of the build. Paths everywhere are relative to the working directory. */
  diagnostics: JsonDiagnostic[];
}

/**
 * `crate-interface tree`: the dependency tree before linking, and after it, when implementations are
 * dependencies of what they implement. Errors are printed below it and make it exit with 1.
 *
 * @param options.all whether packages are shown that lead to no interface
 * @param options.dedupe whether what is below a package is shown only where it comes first
 * @param options.depth how many levels below the root are shown
 * @throws UsageError for a depth that is no number
 */
export function tree(
  options: { all?: unknown; depth?: unknown; dedupe?: unknown },
  settings: Settings,
): Result {
  const depth = readDepth(options.depth);
  const programs = readPrograms(settings);
  const shown = {
    production: settings.production,
    all: options.all === true,
    inFull: options.dedupe === false,
    ...(depth !== null && { depth }),
  };
  const all = programs.all.map((program) => {
    const library = isLibraryProgram(program);
    return {
      program,
      library: library ? program.root.name : null,
      trees: dependencyTrees(program.graph, program.linkage, shown),
      diagnostics: programDiagnostics(program, library),
    };
  });
  const exitCode = all.some(({ diagnostics }) => hasErrors(diagnostics)) ? 1 : 0;
  if (settings.json) {
    const reports = all.map(
      (each): TreeReport => ({
        ...withRelativePaths(each.trees, settings.cwd),
        diagnostics: jsonDiagnostics(each.diagnostics, settings),
      }),
    );
    return { stdout: jsonOfEach(reports, programs), exitCode };
  }
  const texts = all.map(({ program, library, trees, diagnostics }) => {
    const text = renderTrees(trees, { colors: pc.createColors(settings.color), library });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const parts = [text, printDiagnostics(errors, settings)];
    if (!hasInterfaces(program))
      parts.push("nothing that it reaches imports crate-interface/macro");
    return parts.filter((part) => part !== "").join("\n\n");
  });
  return { stdout: textOfEach(texts, programs, settings), exitCode };
}

function readDepth(value: unknown): number | null {
  if (value === undefined) return null;
  const depth = Number(value);
  if (Number.isInteger(depth) && depth >= 0) return depth;
  throw new UsageError(`\`--depth\` is a number of levels such as 2, not \`${value}\``);
}
