import { posix } from "node:path";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { outputMissing, outputNotExpanded, sourcesPublished } from "../../messages.ts";
import { manifestSpan } from "../manifest/place.ts";
import type { Package } from "../package-graph.ts";
import type { FileOptions } from "../source-files.ts";
import { exportedSymbols } from "./exported.ts";
import { type Output, readOutput } from "./output.ts";
import { outputWarnings } from "./output-warnings.ts";
import { placeTables } from "./places.ts";
import { publishingWarnings } from "./publishing-warnings.ts";
import { encodeSymbols, symbolsPath } from "./symbols-file.ts";
import { reportUnplaced } from "./unplaced.ts";

/** The symbol table with which a package would be published now. */
export interface PublishedSymbols {
  /** Its text; `null` when what was built from the package does not bear it out. */
  text: string | null;
  diagnostics: Diagnostic[];
}

/** Where a package that does not say so has its output. */
const DEFAULT_FOLDER = "dist";

/**
 * The symbol table of a package, whatever built it: Babel, SWC, a bundler. It names the files on disk
 * that export the symbols. A package whose `exports` lead to its sources has them named instead, as
 * long as nothing is built from it.
 *
 * @param options those of the scan
 */
export function publishedSymbols(item: Package, options: FileOptions): PublishedSymbols {
  if (item.files.length === 0) return { text: encodeSymbols(item), diagnostics: [] };
  const path = symbolsPath(item);
  const folder = path === null ? DEFAULT_FOLDER : posix.relative(item.dir, posix.dirname(path));
  const output = readOutput(item, folder === "" ? "." : folder, options);
  if (output.exportsSource && !exportsAny(output, item)) {
    const warning = diagnose(sourcesPublished(item.name), manifestSpan(item.dir, ["exports"]), {
      severity: "warning",
    });
    const { isPrivate } = output.entries;
    return { text: encodeSymbols(item), diagnostics: isPrivate ? [] : [warning] };
  }
  if (output.files.length === 0) {
    const folders = output.folders.map((name) => `\`${name}\``).join(", ");
    return { text: null, diagnostics: [diagnose(outputMissing(item.name, folders), null)] };
  }
  const { places, unexported, contested } = placeTables(item.files, output.files);
  const diagnostics = [
    ...output.unexpanded.map((span) =>
      diagnose(outputNotExpanded(posix.relative(item.dir, span.file)), span),
    ),
    // What is not expanded exports nothing, which is no news.
    ...reportUnplaced(
      { contested, unexported: output.unexpanded.length > 0 ? [] : unexported },
      item.dir,
      output.commonJs,
    ),
  ];
  if (diagnostics.length > 0) return { text: null, diagnostics };
  return {
    text: encodeSymbols(item, places),
    diagnostics: [
      ...publishingWarnings(item, [...places.values()], options),
      ...outputWarnings(output, item),
    ],
  };
}

function exportsAny({ files }: Output, item: Package): boolean {
  const symbols = new Set(item.files.flatMap(exportedSymbols));
  return files.some(({ exports }) => exports.some((name) => symbols.has(name)));
}
