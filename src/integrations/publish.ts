import { join, posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import { CrateInterfaceError } from "../diagnostics/error.ts";
import { symbolsNotExported } from "../messages.ts";
import { slash } from "../scan/paths.ts";
import { reportContested } from "../scan/symbols/contested.ts";
import { type OutputFile, placeTables } from "../scan/symbols/places.ts";
import { publishingWarnings } from "../scan/symbols/publishing-warnings.ts";
import { encodeSymbols, symbolsPath } from "../scan/symbols/symbols-file.ts";
import { symbolsTarget } from "../scan/symbols/target.ts";
import { writeAtomically } from "../write-file.ts";
import type { Project } from "./project.ts";
import { report } from "./report.ts";

/**
 * Writes the symbol table of a library that was built (DESIGN 5.2): to the path that its manifest
 * names, or else to `crate-interface.json` in the output folder. Each source file is given as the
 * output file that exports its symbols; one that is not in the output has nothing that anybody
 * could be linked to, and is left out.
 *
 * @returns warnings of what would not work as it is published
 * @throws CrateInterfaceError (CI3008) when no output file exports the symbols of a source file, or
 *   nobody can tell which does, or something else is where the table would be
 */
export function publishSymbols(
  project: Project,
  outputs: OutputFile[],
  outDir: string,
): CrateInterfaceError[] {
  const { root } = project;
  if (!root) return [];
  const written = outputs.map(({ path, exports, sources }) => ({
    path: slash(path),
    exports,
    sources: sources.map(slash),
  }));
  const { places, unexported, contested } = placeTables(root.files, written);
  const taken = symbolsTarget(root);
  const problems = [
    ...(taken ? [taken] : []),
    ...unexported.map(({ table, symbols }) => {
      const path = posix.relative(root.dir, table.file);
      const names = symbols.map((symbol) => `\`${symbol}\``).join(", ");
      const [first] = [...table.implementations, ...table.definitions];
      return diagnose(symbolsNotExported(path, names), first?.span ?? null);
    }),
    ...reportContested(contested, root.dir),
  ];
  if (problems.length > 0) throw new CrateInterfaceError(problems);
  writeAtomically(
    symbolsPath(root) ?? join(outDir, "crate-interface.json"),
    encodeSymbols(root, places),
  );
  return report(publishingWarnings(root, [...places.values()], project.options)).warnings;
}
