import { posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readFromDisk } from "../diagnostics/error.ts";
import { manifestPath, rootName } from "../link/chains.ts";
import * as messages from "../messages.ts";
import { MACRO_MODULE } from "../naming.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { readPackageJson } from "../scan/package-json.ts";
import { slash } from "../scan/paths.ts";

/**
 * CI3009: what is wrong with an import of a file whose package is not in the graph.
 *
 * @param dir the directory of that package
 */
export function importerNotInBuild(file: string, dir: string, graph: PackageGraph): Diagnostic {
  const name = readPackageJson(dir, []).name || posix.basename(dir);
  // The option `root` starts at the working directory.
  const path = posix.relative(slash(process.cwd()), dir) || ".";
  const message = messages.importerNotInBuild(
    name,
    rootName(graph),
    path,
    manifestPath(graph.root),
  );
  // The import itself was written by the expansion; the macros are what the user wrote.
  const start = Math.max(0, readFromDisk(file)?.indexOf(MACRO_MODULE) ?? 0);
  const end = start === 0 ? 0 : start + MACRO_MODULE.length;
  return diagnose(message, { file, start, end });
}
