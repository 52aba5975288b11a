import { parseSync } from "oxc-parser";
import type { Span } from "../../diagnostics/diagnostic.ts";
import { findTooDeep } from "../../expand/nesting.ts";
import { notExpanded } from "../../messages.ts";
import { MACRO_MODULE } from "../../naming.ts";
import { readText } from "../read-file.ts";

/** What a file that was built says about linking. */
export interface BuiltModule {
  /** The names that it exports as an ES module. */
  exports: string[];
  /** Whether it exports names besides, which another file has. */
  exportsMore: boolean;
  /** The specifiers that it imports and re-exports from. */
  imports: ReadonlySet<string>;
  /** Where it imports the macros, or has them in it: they were to be expanded. */
  macros: Span | null;
  /** Of the symbols asked for, those that it seems to export as CommonJS. */
  commonJs: string[];
}

/** What the macros say when they are executed: a bundler has put them into the file. */
const INLINED = notExpanded("").headline.replace(/^`+/, "");

const REQUIRED = /\brequire\(\s*["']crate-interface\/macro["']\s*\)/;

/**
 * Reads a file of JavaScript. One that names none of the symbols and nothing of this project is not
 * parsed and counts as empty.
 *
 * @returns `null` for one that cannot be read, or that would overflow the parser
 */
export function readBuiltModule(file: string, symbols: readonly string[]): BuiltModule | null {
  const built: BuiltModule = {
    exports: [],
    exportsMore: false,
    imports: new Set(),
    macros: null,
    commonJs: [],
  };
  const code = readText(file);
  if (typeof code !== "string") return null;
  const named = symbols.filter((symbol) => code.includes(symbol));
  if (named.length === 0 && !code.includes("crate-interface/") && !code.includes("export *")) {
    return built;
  }
  if (findTooDeep(code) >= 0) return null;
  built.macros = inlinedIn(code, file);
  const { module } = parseSync(file, code, { lang: "jsx", sourceType: "unambiguous" });
  if (!module.hasModuleSyntax) {
    const macros = REQUIRED.exec(code);
    if (macros) built.macros = spanOf(file, macros.index, macros.index + macros[0].length);
    return { ...built, commonJs: named };
  }
  const entries = module.staticExports.flatMap((statement) => statement.entries);
  const requests = [...module.staticImports, ...entries].flatMap(
    ({ moduleRequest }) => moduleRequest ?? [],
  );
  const macros = requests.find(({ value }) => value === MACRO_MODULE);
  return {
    ...built,
    exports: entries.flatMap(({ exportName }) => exportName.name ?? []),
    exportsMore: entries.some(({ importName }) => importName.kind === "AllButDefault"),
    imports: new Set(requests.map(({ value }) => value)),
    macros: macros ? spanOf(file, macros.start, macros.end) : built.macros,
  };
}

/**
 * Where a file has the macros in it, as a bundler without a plugin puts them there; `null` where it does
 * not. It throws an error when it runs.
 */
export function inlinedMacros(file: string): Span | null {
  const code = readText(file);
  return typeof code === "string" ? inlinedIn(code, file) : null;
}

function inlinedIn(code: string, file: string): Span | null {
  const start = code.indexOf(INLINED);
  return start < 0 ? null : spanOf(file, start, start + INLINED.length);
}

function spanOf(file: string, start: number, end: number): Span {
  return { file, start, end };
}

/** The names that code of an ES module exports itself, whatever its bundler says of it. */
export function exportedNames(code: string): string[] {
  if (findTooDeep(code) >= 0) return [];
  const { module } = parseSync("module.js", code, { lang: "jsx", sourceType: "module" });
  return module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName }) => exportName.name ?? []),
  );
}

/**
 * Which symbols a file does not export, as far as it can be seen: one that still has its macros will
 * be expanded by somebody, one with `export *` may have them from another, and one that cannot be read
 * may have any.
 */
export function missingExports(file: string, symbols: readonly string[]): string[] {
  const built = readBuiltModule(file, symbols);
  if (!built || built.exportsMore || built.macros) return [];
  const { exports, commonJs } = built;
  return symbols.filter((symbol) => !exports.includes(symbol) && !commonJs.includes(symbol));
}
