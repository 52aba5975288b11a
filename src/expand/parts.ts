import { MACRO_MODULE } from "../naming.ts";
import { isComponentFile, scriptBlocks } from "./script-blocks.ts";

/** A piece of code to parse. Its offsets are those of the whole file. */
export interface Part {
  code: string;
  /** A name whose extension says how to parse it. */
  file: string;
}

/** The parts of a file that mention the macros: the file, or the scripts of a component. */
export function partsOf(code: string, file: string): Part[] {
  if (!isComponentFile(file)) return [{ code, file }];
  return scriptBlocks(code, file)
    .filter((block) => block.code.includes(MACRO_MODULE))
    .map(({ code: script, start, lang }) => ({
      // What is before the script is blank, so that nothing has to be shifted.
      code: " ".repeat(start) + script,
      file: `${file}.${lang}`,
    }));
}
