import type { Program } from "@babel/types";
import macros, { type MacroParams } from "babel-plugin-macros";
import { type BabelFile, expandFile } from "../expand/babel/expand-file.ts";

/**
 * The macro that babel-plugin-macros runs for each import of `crate-interface/macro`. It expands the
 * whole file at the first, and finds nothing left to do at the others.
 */
const macro: unknown = macros.createMacro(({ state, babel }: MacroParams) => {
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
});

export default macro;
