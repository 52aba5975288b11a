import { posix } from "node:path";
import { byText } from "../../by-text.ts";
import { diagnose } from "../../diagnostics/diagnose.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import type { Range } from "../../expand/site.ts";
import {
  pathLinksOutside,
  symbolsInvalid,
  symbolsNewer,
  symbolsNotDeclared,
  symbolsStale,
  symbolsUnreadable,
} from "../../messages.ts";
import { findJsonError, type JsonPath, locateJson, parseJson } from "../json-text.ts";
import { manifestSpan } from "../manifest/place.ts";
import { MANIFEST_KEY } from "../manifest/source.ts";
import type { Package } from "../package-graph.ts";
import { isBelow, realPath, slash } from "../paths.ts";
import { readText } from "../read-file.ts";
import type { FileTable } from "../symbol-table.ts";
import { decodeFile, encodeFile, InvalidSymbols, objectOf, textOf } from "./format.ts";

/** The format that this version writes, and the newest that it reads. */
const FORMAT = 1;

/**
 * The symbol table of a package as it is published: JSON with the package, its version, and per
 * file (relative to the package) what it defines, implements and calls.
 *
 * @param places the published file that holds what a source file exports; a source file without one
 *   is left out. With `null`, sources are what is published
 */
export function encodeSymbols(
  item: Package,
  places: ReadonlyMap<string, string> | null = null,
): string {
  const { name, version } = item;
  const files = item.files.flatMap((table) => {
    const place = places === null ? table.file : places.get(table.file);
    return place === undefined ? [] : [encodeFile(table, item.dir, place)];
  });
  return `${JSON.stringify({ format: FORMAT, package: name, version, files }, null, 2)}\n`;
}

/** Where the symbol table of a package is, or `null` when its manifest names none. */
export function symbolsPath(item: Package): string | null {
  const { symbols } = item.manifest;
  return symbols === null ? null : posix.join(item.dir, slash(symbols));
}

/**
 * Reads the symbol table of an installed package. One that is missing, or that anything is wrong
 * with, is reported and counts as empty; one of another version of the package is reported and
 * used.
 */
export function readSymbols(item: Package, diagnostics: Diagnostic[]): FileTable[] {
  const { facade, facadeImpl, spans, symbols } = item.manifest;
  const path = symbolsPath(item);
  if (symbols === null || path === null) {
    // A key that only selects implementations was the root's own concern when it was built, and what
    // is there and refused has been reported.
    if (spans.symbols === undefined && (facade || facadeImpl.length > 0)) {
      diagnostics.push(
        diagnose(symbolsNotDeclared(item.name), manifestSpan(item.dir, [MANIFEST_KEY])),
      );
    }
    return [];
  }
  const real = realPath(path);
  if (real !== null && !isBelow(real, item.dir)) {
    const message = pathLinksOutside("symbols", symbols, real);
    diagnostics.push(diagnose(message, manifestSpan(item.dir, [MANIFEST_KEY, "symbols"])));
    return [];
  }
  const text = readText(path);
  if (typeof text !== "string") {
    const message = symbolsUnreadable(item.name, symbols, text.reason);
    diagnostics.push(diagnose(message, manifestSpan(item.dir, [MANIFEST_KEY, "symbols"])));
    return [];
  }
  try {
    return decode(text, path, item, diagnostics);
  } catch (error) {
    const invalid = error instanceof InvalidSymbols ? error : null;
    const message = symbolsInvalid(item.name, invalid?.message ?? "it is not valid JSON");
    const range = invalid ? placeOf(text, invalid.path) : findJsonError(text);
    const { start, end } = range ?? { start: 0, end: 0 };
    diagnostics.push(diagnose(message, { file: path, start, end }));
    return [];
  }
}

/** The place of a value, or, of one that is missing, of the nearest around it. Long ones have no end. */
function placeOf(text: string, path: JsonPath): Range {
  const place = locateJson(text, path)?.value;
  if (!place) return path.length === 0 ? { start: 0, end: 0 } : placeOf(text, path.slice(0, -1));
  const { start, end } = place;
  return text.slice(start, end).includes("\n") ? { start, end: start + 1 } : place;
}

function decode(text: string, path: string, item: Package, diagnostics: Diagnostic[]): FileTable[] {
  const json = objectOf(parseJson(text), "");
  const at = (key: string): Span => {
    const range = locateJson(text, [key])?.value ?? { start: 0, end: 0 };
    return { file: path, start: range.start, end: range.end };
  };
  const { format } = json;
  if (typeof format !== "number" || format < 1) {
    throw new InvalidSymbols("format", "must be a number");
  }
  if (format > FORMAT) {
    const message = symbolsNewer(item.name, String(format), String(FORMAT));
    diagnostics.push(diagnose(message, at("format")));
    return [];
  }
  const written = `${textOf(json.package, "package")}@${textOf(json.version, "version")}`;
  const installed = `${item.name}@${item.version}`;
  if (written !== installed) {
    const message = symbolsStale(item.name, written, installed);
    diagnostics.push(diagnose(message, at("version"), { severity: "warning" }));
  }
  if (!Array.isArray(json.files)) throw new InvalidSymbols("files", "must be a list");
  return json.files
    .map((file, i) => decodeFile(file, `files[${i}]`, item.dir))
    .sort((a, b) => byText(a.file, b.file));
}
