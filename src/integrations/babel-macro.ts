/**
 * What babel-plugin-macros runs for each import of `crate-interface/macro`. It looks for
 * `macro/package.json`, as do tools that know no `exports`; for those there are the macros themselves.
 *
 * @module
 */
import type { Program } from "@babel/types";
import type { MacroParams } from "babel-plugin-macros";
import { type BabelFile, expandFile } from "../expand/babel/expand-file.ts";

export * from "../macro.ts";

/** Expands the whole file at the first import, and finds nothing left to do at the others. */
function expandMacros({ state, babel }: MacroParams): { keepImports: boolean } {
  const { filename, sourceType, parserOpts } = state.file.opts;
  const options = { filename, sourceType, parserOpts, configFile: false, babelrc: false };
  const parse = (code: string): Program | null => {
    try {
      return babel.parseSync(code, options)?.program ?? null;
    } catch {
      // Such as a language that only another plugin's parser knows.
      return null;
    }
  };
  expandFile(state.file as unknown as BabelFile, babel.types as never, parse);
  // The imports are gone; what stays of them are types.
  return { keepImports: true };
}

/**
 * What `createMacro` of babel-plugin-macros 3.1 makes of a function. Not by calling it: a program that
 * was never built would fail because that package is not installed, and not say what is missing.
 */
const macro: object = Object.assign(expandMacros, { isBabelMacro: true, options: {} });

export default macro;
