import type { FileTable } from "../symbol-table.ts";
import { exportedSymbols } from "./exported.ts";

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
  unexported: { table: FileTable; symbols: string[]; rivals: string[] }[];
  /** The source files whose symbols another one exports too, where the output does not tell them apart. */
  contested: { table: FileTable; rivals: string[]; candidates: string[] }[];
}

/**
 * Finds for each source file the output file that exports its symbols: one that it is in, or else
 * any, such as an entry that re-exports from a chunk. Two implementations of one interface export the
 * same names, so that each needs an output file that has only the one.
 */
export function placeTables(tables: readonly FileTable[], outputs: readonly OutputFile[]): Places {
  const result: Places = { places: new Map(), unexported: [], contested: [] };
  const left: { table: FileTable; symbols: string[]; rivals: string[]; candidates: string[] }[] =
    [];
  const symbolsOf = new Map(tables.map((table) => [table, exportedSymbols(table)]));
  for (const [table, symbols] of symbolsOf) {
    const rivals = [...symbolsOf]
      .filter(([other, theirs]) => other !== table && theirs.some((name) => symbols.includes(name)))
      .map(([other]) => other.file);
    const exporting = outputs.filter(({ exports }) =>
      symbols.every((symbol) => exports.includes(symbol)),
    );
    const own = exporting.find(
      ({ sources }) =>
        sources.includes(table.file) && !rivals.some((rival) => sources.includes(rival)),
    );
    const candidates = exporting.map(({ path }) => path);
    if (own) result.places.set(table.file, own.path);
    else if (symbols.length > 0) left.push({ table, symbols, rivals, candidates });
    // It exports nothing that is linked, and may be dropped from the output.
    else if (table.definitions.length > 0 && outputs[0]) {
      result.places.set(table.file, outputs[0].path);
    }
  }
  for (const { table, symbols, rivals, candidates } of left) {
    const taken = rivals.map((rival) => result.places.get(rival));
    const free = candidates.filter((path) => !taken.includes(path));
    const isClear = !taken.includes(undefined) && free.length === 1;
    if (candidates.length === 0) result.unexported.push({ table, symbols, rivals });
    else if (rivals.length === 0 || isClear) result.places.set(table.file, free[0]);
    else result.contested.push({ table, rivals, candidates });
  }
  return result;
}
