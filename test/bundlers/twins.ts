import type { Tree } from "../tree.ts";
import { workspace } from "./workspace.ts";

/** Five members; the application calls the second, and the fifth in a chunk of its own. */
const members = (write: (name: string, body: string) => string) =>
  ["one", "two", "three", "four", "five"]
    .map((name) => write(name, `return "implementation of ${name} for " + who;`))
    .join("\n");

/** What the implementation prints when it is evaluated: it has side effects. */
const words = `export const greeting: string = "the implementation is here";`;

/** The program with an interface. */
export function linked(): Tree {
  return workspace({
    "tools-if": {
      files: {
        "src/index.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface ToolsIf {
            ${["one", "two", "three", "four", "five"].map((name) => `${name}(who: string): string;`).join("\n")}
          }
          export const ToolsIf = def_interface<ToolsIf>();
        `,
      },
    },
    words: { files: { "src/index.ts": words } },
    "tools-impl": {
      dependencies: ["tools-if", "words"],
      files: {
        "src/index.ts": `
          import { impl_interface } from "crate-interface/macro";
          import { ToolsIf } from "tools-if";
          import { greeting } from "words";
          console.log(greeting);
          impl_interface(ToolsIf, {
            ${members((name, body) => `${name}(who) { ${body} },`)}
          });
        `,
      },
      manifest: { sideEffects: true },
    },
    app: {
      dependencies: ["tools-if", "tools-impl"],
      files: {
        "src/main.ts": `
          import { call_interface } from "crate-interface/macro";
          import { ToolsIf } from "tools-if";
          const who: string = "main";
          console.log(call_interface(ToolsIf.two(who)));
          import("./lazy.ts").then(({ lazy }) => lazy());
        `,
        "src/lazy.ts": `
          import { call_interface } from "crate-interface/macro";
          import { ToolsIf } from "tools-if";
          export function lazy(): void { console.log(call_interface(ToolsIf.five, "lazy")); }
        `,
      },
    },
  });
}

/**
 * The same program by somebody who imports the implementing functions by hand. Bundlers derive ids
 * and short names from the names of exports, and esbuild also from the letters in the source (types
 * included), so the functions have the names of symbols and the text is otherwise the same.
 */
export function byHand(): Tree {
  return workspace({
    words: { files: { "src/index.ts": words } },
    "tools-impl": {
      dependencies: ["words"],
      files: {
        "src/index.ts": `
          import { greeting } from "words";
          console.log(greeting);
          ${members((name, body) => `export function __ToolsIf_${name}(who) { ${body} }`)}
        `,
      },
      manifest: { sideEffects: true },
    },
    app: {
      dependencies: ["tools-impl"],
      files: {
        "src/main.ts": `
          import { __ToolsIf_two } from "tools-impl";
          const who: string = "main";
          console.log(__ToolsIf_two(who));
          import("./lazy.ts").then(({ lazy }) => lazy());
        `,
        "src/lazy.ts": `
          import { __ToolsIf_five } from "tools-impl";
          export function lazy(): void { console.log(__ToolsIf_five("lazy")); }
        `,
      },
    },
  });
}
