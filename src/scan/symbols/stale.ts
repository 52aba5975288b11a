import { posix } from "node:path";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { promisedNotExported, symbolsOutdated } from "../../messages.ts";
import type { Package } from "../package-graph.ts";
import { isFile } from "../read-file.ts";
import type { FileOptions } from "../source-files.ts";
import { missingExports } from "./built-module.ts";
import { symbolsChanges } from "./changes.ts";
import { exportedSymbols } from "./exported.ts";
import { publishingWarnings } from "./publishing-warnings.ts";
import { readSymbols, symbolsPath } from "./symbols-file.ts";
import { symbolsTarget } from "./target.ts";

/**
 * What is wrong with the symbol table that a source package has written, were it published as it is: the
 * source has changed since, the version has, or files of the output; it would be left out; or sources would
 * be published in place of the output. Warnings, because while a package is worked on, its table is older
 * than its source most of the time. Without a table there is nothing to be wrong.
 *
 * @param options those of the scan
 */
export function staleSymbols(item: Package, options: FileOptions): Diagnostic[] {
  const taken = symbolsTarget(item);
  if (taken) return [{ ...taken, severity: "warning" }];
  const path = symbolsPath(item);
  if (path === null || !isFile(path)) return [];
  const found: Diagnostic[] = [];
  const written = readSymbols(item, found);
  const whole = { file: path, start: 0, end: 0 };
  // Of a table that cannot be read, that is what there is to say.
  const changes = found.length > 0 ? [] : symbolsChanges(item.dir, written, item.files);
  if (changes.length > 0) found.push(diagnose(symbolsOutdated(item.name, changes), whole));
  if (found.length === 0) {
    for (const table of written) {
      const missing = missingExports(table.file, exportedSymbols(table));
      if (missing.length === 0) continue;
      const names = missing.map((symbol) => `\`${symbol}\``).join(", ");
      const file = posix.relative(item.dir, table.file);
      found.push(diagnose(promisedNotExported(item.name, file, names), whole));
    }
  }
  const named = written.map(({ file }) => file);
  found.push(...publishingWarnings(item, named, options));
  return found.map((diagnostic) => ({ ...diagnostic, severity: "warning" }));
}
