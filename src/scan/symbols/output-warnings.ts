import { posix } from "node:path";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { entryMissing, importsSource, outputOlder } from "../../messages.ts";
import { demangle } from "../../naming.ts";
import { manifestSpan } from "../manifest/place.ts";
import type { Package } from "../package-graph.ts";
import { isFile } from "../read-file.ts";
import { exportedSymbols } from "./exported.ts";
import type { Output } from "./output.ts";
import { exportedFiles } from "./published-entries.ts";

/** Warnings of output that has all symbols, and yet is not what was built from the source last, or not whole. */
export function outputWarnings(output: Output, item: Package): Diagnostic[] {
  return [
    ...missingEntries(output, item),
    ...olderFiles(output, item),
    ...sourceImports(output, item),
  ].map((found) => ({ ...found, severity: "warning" }));
}

/** Entries that are not there, whatever else the output has. */
function missingEntries({ entries, folders }: Output, { dir, name }: Package): Diagnostic[] {
  const list = folders.map((folder) => `\`${folder}\``).join(", ");
  return exportedFiles(dir, entries)
    .filter((file) => !isFile(file))
    .map((file) =>
      diagnose(entryMissing(name, posix.relative(dir, file), list), manifestSpan(dir, ["exports"])),
    );
}

/** Files that export what no source has: nobody has built them since. */
function olderFiles({ files }: Output, item: Package): Diagnostic[] {
  const known = new Set(item.files.flatMap(exportedSymbols));
  return files.flatMap(({ path, exports }) => {
    const gone = exports.filter((name) => demangle(name) && !known.has(name));
    if (gone.length === 0) return [];
    const symbols = gone.map((name) => `\`${name}\``).join(", ");
    return diagnose(outputOlder(posix.relative(item.dir, path), symbols), null);
  });
}

/** Files that import sources, since compilers leave what imports end in. */
function sourceImports({ sourceImports }: Output, { dir }: Package): Diagnostic[] {
  return sourceImports.map(({ path, specifier }) =>
    diagnose(importsSource(posix.relative(dir, path), specifier), null),
  );
}
