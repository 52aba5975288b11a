import { displayPath } from "../diagnostics/display-path.ts";
import { encodeSymbols, symbolsPath } from "../scan/symbols-file.ts";
import { writeAtomically } from "../write-file.ts";
import { hasErrors, printDiagnostics, readProgram } from "./program.ts";
import { type Result, type Settings, UsageError } from "./settings.ts";

/**
 * `crate-interface symbols`: the symbol table of this package, by which the packages that install
 * it are linked without its source.
 *
 * @throws UsageError when it is to be written and package.json does not say where
 */
export function symbols(write: boolean, settings: Settings): Result {
  const { root } = readProgram(settings);
  const diagnostics = root.files.flatMap((file) => file.diagnostics);
  if (hasErrors(diagnostics)) {
    return { stdout: printDiagnostics(diagnostics, settings), exitCode: 1 };
  }
  const text = encodeSymbols(root);
  if (!write) return { stdout: text, exitCode: 0 };
  const path = symbolsPath(root);
  if (path === null) {
    throw new UsageError(
      `package.json of ${root.name} does not say where to write its symbol table; ` +
        'add "crate-interface": { "symbols": "./dist/crate-interface.json" }',
    );
  }
  writeAtomically(path, text);
  return { stdout: `wrote ${displayPath(path, settings.cwd)}`, exitCode: 0 };
}
