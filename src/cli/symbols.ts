import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../diagnostics/display-path.ts";
import { printable } from "../diagnostics/printable.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";
import { publishedSymbols } from "../scan/symbols/published.ts";
import { symbolsPath } from "../scan/symbols/symbols-file.ts";
import { symbolsTarget } from "../scan/symbols/target.ts";
import { writeOutput } from "./output.ts";
import { hasErrors, jsonDiagnostics, printDiagnostics } from "./print.ts";
import { readProgram } from "./program.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";

/**
 * `crate-interface symbols`: the symbol table of this package, by which the packages that install
 * it are linked without its source. Where the package is built, the table names the files of the
 * output, which have to be there.
 *
 * @throws UsageError when it is to be written and package.json does not say where
 */
export function symbols(write: boolean, settings: Settings): Result {
  const { graph, root } = readProgram(settings);
  const broken = [
    ...manifestErrors(root, graph),
    ...root.files.flatMap((file) => file.diagnostics),
  ];
  if (hasErrors(broken)) return failed(broken, settings);
  const path = symbolsPath(root);
  const taken = write ? symbolsTarget(root) : null;
  if (taken) return failed([taken], settings);
  if (write && path === null) {
    throw new UsageError(
      `package.json of ${root.name} does not say where to write its symbol table; ` +
        'add "crate-interface": { "symbols": "./dist/crate-interface.json" }',
    );
  }
  const { text, diagnostics } = publishedSymbols(root, settings);
  if (text === null) return failed(diagnostics, settings);
  const problems = printDiagnostics(diagnostics, settings);
  if (!write || path === null) return { stdout: text, stderr: problems, exitCode: 0 };
  writeOutput(path, text, settings.cwd);
  const written = displayPath(path, settings.cwd);
  if (settings.json) return { stdout: report(written, diagnostics, settings), exitCode: 0 };
  const done = `wrote ${printable(written)}`;
  return { stdout: problems === "" ? done : `${problems}\n\n${done}`, exitCode: 0 };
}

/** What is wrong with the package.json, which says what the table is of and where it belongs. */
function manifestErrors({ dir }: Package, { diagnostics }: PackageGraph): Diagnostic[] {
  return diagnostics.filter(({ labels: [label] }) => label?.span.file === `${dir}/package.json`);
}

function failed(diagnostics: readonly Diagnostic[], settings: Settings): Result {
  const stdout = settings.json
    ? report(null, diagnostics, settings)
    : printDiagnostics(diagnostics, settings);
  return { stdout, exitCode: 1 };
}

/** What `--json` prints in place of words. */
function report(
  written: string | null,
  diagnostics: readonly Diagnostic[],
  settings: Settings,
): string {
  return JSON.stringify({ written, diagnostics: jsonDiagnostics(diagnostics, settings) }, null, 2);
}
