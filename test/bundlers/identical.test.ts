import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { type Bundle, bundlers, type Output } from "./bundlers.ts";
import { run } from "./run.ts";
import { workspace } from "./workspace.ts";

/** Five members; the application calls the second, and the fifth in a chunk of its own. */
const members = (write: (name: string, body: string) => string) =>
  ["one", "two", "three", "four", "five"]
    .map((name) => write(name, `return "implementation of ${name} for " + who;`))
    .join("\n");

const words = `export const greeting: string = "the implementation is here";`;

function linked(): Tree {
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
function byHand(): Tree {
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

const printed = `the implementation is here
implementation of two for main
implementation of five for lazy
`;

/** These derive module ids from the loaders of a module, of which our plugin is one. */
const NAMED_BY_LOADERS = ["webpack", "rspack"];

describe.each(Object.entries(bundlers))("%s", (name, bundle) => {
  test("minified output is byte for byte that of importing the implementation", async () => {
    using interfaces = linked();
    using imports = byHand();
    const actual = await build(bundle, interfaces, { minify: true });
    const expected = await build(bundle, imports, {
      minify: true,
      ...(NAMED_BY_LOADERS.includes(name) ? {} : { plugin: false }),
    });
    expect(actual.files).toEqual(expected.files);
    expect(Object.keys(actual.files).length).toBeGreaterThan(1);
    expect(await run(actual.entry)).toBe(printed);
    expect(await run(expected.entry)).toBe(printed);
  });

  test("members that nobody calls are dropped", async () => {
    using tree = linked();
    const text = Object.values((await build(bundle, tree, { minify: true })).files).join("\n");
    expect(text.match(/implementation of \w+/g)?.sort()).toEqual([
      "implementation of five",
      "implementation of two",
    ]);
  });

  test("an implementation that only a lazy chunk calls stays out of the entry", async () => {
    using tree = linked();
    tree.write("packages/app/src/main.ts", `import("./lazy.ts").then(({ lazy }) => lazy());`);
    const output = await build(bundle, tree, { minify: true });
    const entry = output.files["main.js"];
    const rest = Object.entries(output.files).filter(([name]) => name !== "main.js");
    expect(entry).not.toContain("implementation of");
    expect(rest.map(([, text]) => text).join("\n")).toContain("implementation of five");
    expect(await run(output.entry)).toBe(
      "the implementation is here\nimplementation of five for lazy\n",
    );
  });
});

function build(
  bundle: Bundle,
  tree: Tree,
  job: { minify: boolean; plugin?: false },
): Promise<Output> {
  const root = tree.path("packages/app");
  return bundle({
    root,
    entry: `${root}/src/main.ts`,
    out: `${root}/dist`,
    plugin: { root },
    ...job,
  });
}
