import { posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { manifestPath, rootName } from "../link/chains.ts";
import * as messages from "../messages.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { readPackageJson } from "../scan/package-json.ts";
import { slash } from "../scan/paths.ts";
import { macroSpan } from "./macro-span.ts";

/**
 * CI3009: what is wrong with an import of a file whose package is not in the graph.
 *
 * @param dir the directory of that package
 * @param isForTests whether Vitest runs; what Jest says instead is its own
 */
export function importerNotInBuild(
  file: string,
  dir: string,
  graph: PackageGraph,
  isForTests: boolean,
): Diagnostic {
  const name = readPackageJson(dir, []).name || posix.basename(dir);
  // The option `root` starts at the working directory.
  const path = posix.relative(slash(process.cwd()), dir) || ".";
  const message = messages.importerNotInBuild(
    name,
    rootName(graph),
    path,
    manifestPath(graph.root),
  );
  // What is imported is seldom what is tested.
  if (isForTests) {
    message.help[0] = messages.projectsOfVitest(name, posix.join(posix.dirname(path), "*"));
  }
  // The import itself was written by the expansion; the macros are what the user wrote.
  return diagnose(message, macroSpan(file));
}
