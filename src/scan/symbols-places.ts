import type { FileTable } from "./symbol-table.ts";
import { exportedSymbols } from "./symbols-exported.ts";

/** A file of JavaScript that was built from a package. */
export interface OutputFile {
  /** Absolute path with forward slashes. */
  path: string;
  /** The names it exports. */
  exports: readonly string[];
  /** The source files that are in it, absolute with forward slashes. */
  sources: readonly string[];
}

/** Which files of the output stand for which source files. */
export interface Places {
  /** Source file to output file. What nobody can be linked to has none. */
  places: Map<string, string>;
  /** The source files with symbols that no file of the output exports. */
  unexported: { table: FileTable; symbols: string[] }[];
}

/**
 * Finds for each source file the output file that exports its symbols: one that it is in, or else
 * one that nothing else claims, such as an entry that re-exports from a chunk. Two implementations
 * of one interface export the same names, and have to come from two files.
 */
export function placeTables(tables: readonly FileTable[], outputs: readonly OutputFile[]): Places {
  const places = new Map<string, string>();
  const claimed = new Set<string>();
  const claim = (file: string, symbols: string[], { path }: OutputFile): void => {
    places.set(file, path);
    for (const symbol of symbols) claimed.add(`${symbol} ${path}`);
  };

  const left: { table: FileTable; symbols: string[]; candidates: OutputFile[] }[] = [];
  for (const table of tables) {
    const symbols = exportedSymbols(table);
    const candidates = outputs.filter(({ exports }) =>
      symbols.every((symbol) => exports.includes(symbol)),
    );
    const own = candidates.find(({ sources }) => sources.includes(table.file));
    if (own) claim(table.file, symbols, own);
    else if (symbols.length > 0) left.push({ table, symbols, candidates });
    // It exports nothing that is linked, and may be dropped from the output.
    else if (table.definitions.length > 0 && outputs[0]) claim(table.file, [], outputs[0]);
  }
  const unexported: Places["unexported"] = [];
  for (const { table, symbols, candidates } of left) {
    const free = candidates.find(({ path }) =>
      symbols.every((symbol) => !claimed.has(`${symbol} ${path}`)),
    );
    if (free) claim(table.file, symbols, free);
    else unexported.push({ table, symbols });
  }
  return { places, unexported };
}
