import { posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Linkage } from "../link/linkage.ts";
import { promisedNotExported } from "../messages.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { isBelow } from "../scan/paths.ts";
import { missingExports } from "../scan/symbols/built-module.ts";
import { symbolsPath } from "../scan/symbols/symbols-file.ts";

/**
 * Finds files of installed packages that are linked to and do not export what the package's symbol
 * table says (CI3008). A bundler would say so in its own words; nothing else reads these files.
 */
export function findUnkeptPromises(graph: PackageGraph, linkage: Linkage): Diagnostic[] {
  const linked = new Map<string, Set<string>>();
  for (const { members } of linkage.interfaces) {
    for (const { file, symbol } of members) {
      linked.set(file, (linked.get(file) ?? new Set()).add(symbol));
    }
  }
  const packages = [...graph.packages.values()];
  return [...linked].flatMap(([file, symbols]) => {
    // By directory, so that the last is the innermost.
    const item = packages.findLast(({ dir }) => isBelow(file, dir));
    if (!item || item.source) return [];
    const missing = missingExports(file, [...symbols]);
    if (missing.length === 0) return [];
    const names = missing.map((symbol) => `\`${symbol}\``).join(", ");
    const message = promisedNotExported(item.name, posix.relative(item.dir, file), names);
    return diagnose(message, { file: symbolsPath(item) ?? item.dir, start: 0, end: 0 });
  });
}
