import { posix } from "node:path";
import { fdir } from "fdir";
import { byText } from "../../by-text.ts";
import type { Span } from "../../diagnostics/diagnostic.ts";
import { linkSpecifier, objectSpecifier } from "../../naming.ts";
import type { Package } from "../package-graph.ts";
import { isFile } from "../read-file.ts";
import { createFileRules, type FileOptions, isPackage } from "../source-files.ts";
import type { FileTable } from "../symbol-table.ts";
import { readBuiltModule } from "./built-module.ts";
import { exportedSymbols } from "./exported.ts";
import type { OutputFile } from "./places.ts";
import { type PublishedEntries, readPublishedEntries } from "./published-entries.ts";

/** What was built from a package, as it is on disk. */
export interface Output {
  /** Its folders relative to the package; `.` is the package's own. */
  folders: string[];
  /** In order of folder: those that `exports` lead to come first. */
  files: OutputFile[];
  /** Where files import the macros, which were to be expanded. */
  unexpanded: Span[];
  /** Imports of sources that are not there, where compilers leave what imports end in. */
  sourceImports: { path: string; specifier: string }[];
  /** Files that are CommonJS, with the symbols that they export. */
  commonJs: { path: string; exports: string[] }[];
  /** Whether `exports` lead to files that are scanned. */
  exportsSource: boolean;
  /** What of it is published. */
  entries: PublishedEntries;
}

const SOURCE_IMPORT = /^\.{1,2}\/.*\.(?:[cm]?ts|tsx)$/;
const JAVASCRIPT = /\.[cm]?jsx?$/;

/**
 * Reads what was built from a package: the JavaScript in the folders that its package.json exports
 * from, and in that of its symbol table.
 *
 * @param symbolsFolder the folder of its symbol table, relative to the package
 * @param options those of the scan
 */
export function readOutput(item: Package, symbolsFolder: string, options: FileOptions): Output {
  const entries = readPublishedEntries(item.dir);
  const { paths } = entries;
  const rules = createFileRules(item.dir, options);
  const isScanned = (path: string): boolean => rules.has(posix.join(item.dir, path));
  const built = paths.filter((path) => !isScanned(path)).map(folderOf);
  const output: Output = {
    folders: [...new Set([...built, symbolsFolder])],
    files: [],
    unexpanded: [],
    sourceImports: [],
    commonJs: [],
    exportsSource: paths.some(isScanned),
    entries,
  };
  const sources = new Set(item.files.map(({ file }) => file));
  const listed = output.folders.flatMap((folder) => listJavaScript(item.dir, folder));
  const files = [...new Set(listed)].filter((path) => !sources.has(path));
  const origins = matchSources(item, files);
  const symbols = item.files.flatMap(exportedSymbols);
  for (const path of files) {
    const module = readBuiltModule(path, symbols);
    if (!module) continue;
    const { exports, imports, macros, commonJs } = module;
    const callers = item.files.filter((table) => importsLinksOf(table, imports));
    output.files.push({
      path,
      exports,
      sources: [...(origins.get(path) ?? []), ...callers.map(({ file }) => file)],
    });
    if (macros) output.unexpanded.push(macros);
    for (const specifier of imports) {
      if (!SOURCE_IMPORT.test(specifier)) continue;
      const target = posix.join(posix.dirname(path), specifier);
      if (!isFile(target)) output.sourceImports.push({ path, specifier });
    }
    if (commonJs.length > 0) output.commonJs.push({ path, exports: commonJs });
  }
  return output;
}

/** The folder of a path in `exports`, which may be a pattern. */
function folderOf(path: string): string {
  return posix.dirname(path.replace(/\*.*$/, "x"));
}

/** In the package's own folder there may be anything, so that of it only the files count. */
function listJavaScript(dir: string, folder: string): string[] {
  return new fdir({ excludeSymlinks: true, ...(folder === "." && { maxDepth: 0 }) })
    .withFullPaths()
    .withPathSeparator("/")
    .exclude((name, path) => name === "node_modules" || isPackage(path.slice(0, -1)))
    .filter((path) => JAVASCRIPT.test(path))
    .crawl(posix.join(dir, folder))
    .sync()
    .sort(byText);
}

/** Whether a file imports all that a source file calls. */
function importsLinksOf({ calls }: FileTable, imports: ReadonlySet<string>): boolean {
  const specifiers = calls.map(({ interface: { namespace, name }, member }) =>
    member === null ? objectSpecifier(namespace, name) : linkSpecifier(namespace, name),
  );
  return specifiers.length > 0 && specifiers.every((specifier) => imports.has(specifier));
}

/**
 * Which source files an output file was built from, by their names: compilers that write a file for
 * each keep its path below the folder of all of them.
 */
function matchSources(item: Package, outputs: readonly string[]): Map<string, string[]> {
  const origins = new Map<string, string[]>();
  const ends = outputs.map((path) => ({ path, parts: partsOf(path, item.dir) }));
  for (const { file } of item.files) {
    const parts = partsOf(file, item.dir);
    let best = { path: "", length: 0 };
    for (const { path, parts: other } of ends) {
      const length = commonLength(parts, other);
      if (length > best.length) best = { path, length };
    }
    if (best.length > 0) origins.set(best.path, [...(origins.get(best.path) ?? []), file]);
  }
  return origins;
}

/** `["b", "a"]` for `a/b.ts`: from the end. */
function partsOf(path: string, dir: string): string[] {
  return posix
    .relative(dir, path)
    .replace(/\.\w+$/, "")
    .split("/")
    .reverse();
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
