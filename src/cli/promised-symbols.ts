import { posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Linkage } from "../link/linkage.ts";
import { installedUnexpanded, promisedNotExported } from "../messages.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";
import { parentOf } from "../scan/paths.ts";
import { inlinedMacros, missingExports } from "../scan/symbols/built-module.ts";
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
  return [...linked].flatMap(([file, symbols]) => {
    const item = packageAround(file, graph);
    if (!item || item.source) return [];
    const missing = missingExports(file, [...symbols]);
    if (missing.length === 0) return [];
    const names = missing.map((symbol) => `\`${symbol}\``).join(", ");
    const message = promisedNotExported(item.name, posix.relative(item.dir, file), names);
    return diagnose(message, { file: symbolsPath(item) ?? item.dir, start: 0, end: 0 });
  });
}

/** The innermost package that a file is in. */
function packageAround(file: string, { packages }: PackageGraph): Package | null {
  for (let dir = parentOf(file); dir !== parentOf(dir); dir = parentOf(dir)) {
    const found = packages.get(dir);
    if (found) return found;
  }
  return null;
}

/**
 * Finds files of installed packages whose calls throw an error as soon as they are reached (CI3008): they
 * were bundled without a plugin, with the macros in them, which nobody expands any more.
 */
export function findInlinedMacros({ packages }: PackageGraph): Diagnostic[] {
  const installed = [...packages.values()].filter(({ source }) => !source);
  return installed.flatMap(({ name, dir, files }) =>
    files
      .filter(({ calls }) => calls.length > 0)
      .flatMap(({ file }) => {
        const span = inlinedMacros(file);
        if (span === null) return [];
        return diagnose(installedUnexpanded(name, posix.relative(dir, file)), span);
      }),
  );
}
