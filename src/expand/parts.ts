import { type MarkupExpression, markupExpressions } from "./markup.ts";
import { isComponentFile, scriptBlocks } from "./script-blocks.ts";
import type { Range } from "./site.ts";

/** What a component has besides the code of its scripts. */
export interface Component {
  /** The pieces of code that run for each instance of the component, and so export nothing. */
  instances: readonly Range[];
  markup: readonly MarkupExpression[];
}

/** A piece of code to parse. Its offsets are those of the whole file. */
export interface Part {
  code: string;
  /** A name whose extension says how to parse it. */
  file: string;
  component: Component;
}

/** What a file has that is no component. */
export const NO_COMPONENT: Component = { instances: [], markup: [] };

/**
 * What of a file is parsed: all of it, or the scripts of a component as one module. They share
 * their names, as the component's compiler has it: one may use what the other imports.
 */
export function partsOf(code: string, file: string): Part[] {
  if (!isComponentFile(file)) return [{ code, file, component: NO_COMPONENT }];
  const blocks = scriptBlocks(code, file);
  if (blocks.length === 0) return [];
  // What is around the scripts is blank, so that nothing has to be shifted.
  let script = "";
  for (const block of blocks) script += " ".repeat(block.start - script.length) + block.code;
  const typed = blocks.find(({ lang }) => lang !== "js") ?? blocks[0];
  const instances = blocks
    .filter(({ instance }) => instance)
    .map((block) => ({ start: block.start, end: block.start + block.code.length }));
  const component = { instances, markup: markupExpressions(code, file, blocks) };
  return [{ code: script, file: `${file}.${typed.lang}`, component }];
}
