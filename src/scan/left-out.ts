import { createFileTables, type FileEntry } from "./file-tables.ts";
import { createFileRules, type FileRules } from "./source-files.ts";
import type { FileTable } from "./symbol-table.ts";

/**
 * What is in those files of source packages that are not scanned, by package: tests, build output, and
 * what `exclude` names. There may be what the linker misses.
 *
 * @param rules of the packages, by directory
 * @param entries the files that an earlier call has read; taken over, and filled
 */
export function readLeftOut(
  rules: ReadonlyMap<string, FileRules>,
  entries: Map<string, FileEntry>,
): Map<string, FileTable[]> {
  const tables = createFileTables(entries);
  const leftOut = new Map<string, FileTable[]>();
  for (const [dir, scanned] of rules) {
    const found = createFileRules(dir, { include: ["**"] })
      .list()
      .filter((file) => !scanned.has(file))
      .map((file) => tables.read(file))
      .filter((table): table is FileTable => table !== null);
    if (found.length > 0) leftOut.set(dir, found);
  }
  return leftOut;
}
