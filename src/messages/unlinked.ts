import { Message } from "./message.ts";

// CI2013: the program runs, but the build step that expands and links it did not. Raised by the
// modules that stand in for macros and link modules until then.

/** CI2013: a macro is called at run time. */
export function notExpanded(macro: string): Message {
  return new Message(
    "CI2013",
    "`" + macro + "` was executed, but macros exist only at build time",
    "",
    ["nothing expanded the file that calls it"],
    addToYourBuild(),
  );
}

/** CI2013: a link module is evaluated at run time. */
export function notLinked(): Message {
  return new Message(
    "CI2013",
    "this program was expanded but not linked",
    "",
    ["a module imports `crate-interface/link/...`, and nothing replaced that by an implementation"],
    addToYourBuild(),
  );
}

function addToYourBuild(): string[] {
  return [
    'Vite: import crateInterface from "crate-interface/vite", and add `crateInterface()` to `plugins` in vite.config.ts',
    "other bundlers: the same from `crate-interface/rollup`, `/rolldown`, `/webpack`, `/rspack` or `/esbuild`",
    'Jest: `preset: "crate-interface/jest"` in jest.config.js, and `"crate-interface/jest"` for every transformer that it has in `transform`',
  ];
}
