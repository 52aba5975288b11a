import { createFileTables, type FileEntry } from "./file-tables.ts";
import { namedFiles } from "./named-files.ts";
import type { Package, PackageGraph } from "./package-graph.ts";
import { readFurtherPackages } from "./package-reader.ts";
import { createFileRules, type FileOptions } from "./source-files.ts";
import type { FileTable } from "./symbol-table.ts";
import { readSymbols } from "./symbols/symbols-file.ts";
import { workspacePackages } from "./workspace.ts";

/**
 * The packages of the workspace that the root belongs to which the root does not reach, and the
 * packages that those reach: where to look for what the linker misses. Sorted by directory. What is
 * wrong with them is left out, since they are not being built.
 *
 * @param entries the files that an earlier call has read; taken over, and filled
 */
export function readSiblings(
  { root, packages }: PackageGraph,
  options: FileOptions,
  entries: Map<string, FileEntry>,
): Package[] {
  const tables = createFileTables(entries);
  const siblings = [...readFurtherPackages(workspacePackages(root), packages).values()];
  for (const item of siblings) {
    if (!item.source) {
      if (item.manifest.present) item.files = readSymbols(item, []);
      continue;
    }
    item.files = createFileRules(item.dir, options, namedFiles(item, root))
      .list()
      .map((file) => tables.read(file))
      .filter((table): table is FileTable => table !== null);
  }
  return siblings;
}
