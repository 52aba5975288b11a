import { join, posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CrateInterfaceError } from "../diagnostics/error.ts";
import { bundledDefinition } from "../messages.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";
import { slash } from "../scan/paths.ts";
import { type OutputFile, placeTables } from "../scan/symbols/places.ts";
import { publishingWarnings } from "../scan/symbols/publishing-warnings.ts";
import { encodeSymbols, symbolsPath } from "../scan/symbols/symbols-file.ts";
import { symbolsTarget } from "../scan/symbols/target.ts";
import { reportUnplaced } from "../scan/symbols/unplaced.ts";
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
  const placed = placeTables(root.files, written);
  const taken = symbolsTarget(root);
  const problems = [...(taken ? [taken] : []), ...reportUnplaced(placed, root.dir, null)];
  if (problems.length > 0) throw new CrateInterfaceError(problems);
  writeAtomically(
    symbolsPath(root) ?? join(outDir, "crate-interface.json"),
    encodeSymbols(root, placed.places),
  );
  const warnings = [
    ...publishingWarnings(root, [...placed.places.values()], project.options),
    ...reportBundled(written, root, project.graph),
  ];
  return report(warnings).warnings;
}

/** Warnings of packages in the output that define an interface: each program has its own of them. */
function reportBundled(
  outputs: readonly OutputFile[],
  { dir }: Package,
  { packages }: PackageGraph,
): Diagnostic[] {
  const owners = new Map(
    [...packages.values()].flatMap((item) =>
      item.dir === dir
        ? []
        : item.files.flatMap(({ file, definitions }) =>
            definitions.length > 0 ? [[file, item.name] as const] : [],
          ),
    ),
  );
  return outputs.flatMap(({ path, sources }) => {
    const bundled = new Set(sources.flatMap((source) => owners.get(source) ?? []));
    return [...bundled].map((name) => {
      const message = bundledDefinition(posix.relative(dir, path), name);
      return diagnose(message, null, { severity: "warning" });
    });
  });
}
