import { join, posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CrateInterfaceError } from "../diagnostics/error.ts";
import { symbolsNotExported } from "../messages.ts";
import { mangle, mangleWeak } from "../naming.ts";
import type { Package } from "../scan/package-graph.ts";
import { slash } from "../scan/paths.ts";
import type { FileTable } from "../scan/symbol-table.ts";
import { encodeSymbols, symbolsPath } from "../scan/symbols-file.ts";
import { writeAtomically } from "../write-file.ts";
import type { Project } from "./project.ts";

/** A file of JavaScript that a bundler wrote. */
export interface OutputFile {
  /** Absolute path. */
  path: string;
  /** The names it exports. */
  exports: readonly string[];
  /** The source files in it, absolute. */
  sources: readonly string[];
}

/**
 * Writes the symbol table of a library that was built (DESIGN 5.2): to the path that its manifest
 * names, or else to `crate-interface.json` in the output folder. Each source file is given as the
 * output file that exports its symbols.
 *
 * @throws CrateInterfaceError (CI3008) when no output file does
 */
export function publishSymbols(project: Project, outputs: OutputFile[], outDir: string): void {
  const { root } = project;
  if (!root) return;
  const places = new Map<string, string>();
  const unexported: Diagnostic[] = [];
  for (const table of root.files) {
    const symbols = symbolsOf(table);
    const place = placeOf(table, symbols, outputs);
    if (place) places.set(table.file, slash(place.path));
    else if (symbols.length > 0) unexported.push(notExported(table, symbols, root));
  }
  if (unexported.length > 0) throw new CrateInterfaceError(unexported);
  // Files that are not in the output have nothing that anybody could be linked to.
  const files = root.files.filter(({ file }) => places.has(file));
  const text = encodeSymbols({ ...root, files }, (file) => places.get(file) ?? file);
  writeAtomically(symbolsPath(root) ?? join(outDir, "crate-interface.json"), text);
}

/** The output file that stands for a source file. */
function placeOf(
  { file, definitions }: FileTable,
  symbols: string[],
  outputs: OutputFile[],
): OutputFile | undefined {
  if (symbols.length > 0) {
    return outputs.find(({ exports }) => symbols.every((symbol) => exports.includes(symbol)));
  }
  // A definition without defaults exports nothing that is linked, and may be dropped from the output.
  const anywhere = definitions.length > 0 ? outputs[0] : undefined;
  return (
    outputs.find(({ sources }) => sources.some((source) => slash(source) === file)) ?? anywhere
  );
}

function notExported(table: FileTable, symbols: string[], root: Package): Diagnostic {
  const path = posix.relative(root.dir, table.file);
  const names = symbols.map((symbol) => `\`${symbol}\``).join(", ");
  const [first] = [...table.implementations, ...table.definitions];
  return diagnose(symbolsNotExported(path, names), first?.span ?? null);
}

/** The symbols that other packages are linked to. */
function symbolsOf({ definitions, implementations }: FileTable): string[] {
  return [
    ...definitions.flatMap(({ namespace, name, defaults }) =>
      defaults.map((member) => mangleWeak(namespace, name, member.name)),
    ),
    ...implementations.flatMap(({ interface: { namespace, name }, members }) =>
      members.map((member) => mangle(namespace, name, member.name)),
    ),
  ];
}
