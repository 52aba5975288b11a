import { existsSync, readdirSync } from "node:fs";
import * as esbuild from "esbuild";
import { expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { esbuildOptions } from "./bundlers.ts";
import { workspace } from "./workspace.ts";

// esbuild watches what there was while it built. A build that links what is no longer true has to
// wake it, and no other may: it would build for ever.

const greeting = (text: string) => `
  import { impl_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";
  impl_interface(HelloIf, { hello: () => "${text}" });
`;

const program = (): Tree =>
  workspace({
    "hello-if": {
      files: {
        "src/index.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface HelloIf { hello(): string }
          export const HelloIf = def_interface<HelloIf>();
        `,
      },
    },
    "hello-impl": { dependencies: ["hello-if"], files: { "src/index.ts": greeting("first") } },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: {
        "src/main.ts": `
          import { call_interface } from "crate-interface/macro";
          import { HelloIf } from "hello-if";
          console.log(call_interface(HelloIf.hello()));
        `,
      },
    },
  });

/** Builds twice, with a change while the second one is under way; whether that woke esbuild. */
async function wakes(change: (tree: Tree) => void): Promise<boolean> {
  using tree = program();
  const root = tree.path("packages/app");
  let builds = 0;
  const options = esbuildOptions({
    root,
    entry: `${root}/src/main.ts`,
    out: `${root}/dist`,
    plugin: { root },
  });
  const meanwhile: esbuild.Plugin = {
    name: "meanwhile",
    setup({ onStart, onResolve }) {
      onStart(() => {
        builds++;
      });
      onResolve({ filter: /main\.ts$/ }, () => {
        if (builds === 2) change(tree);
        return null;
      });
    },
  };
  const context = await esbuild.context({
    ...options,
    logLevel: "silent",
    plugins: [...(options.plugins ?? []), meanwhile],
  });
  try {
    await context.rebuild();
    await context.rebuild();
    expect(builds).toBe(2);
    const cache = tree.path("node_modules/.cache/crate-interface");
    return existsSync(cache) && readdirSync(cache).some((file) => file.startsWith("wake-"));
  } finally {
    await context.dispose();
  }
}

test("a build during which nothing changes wakes nobody", async () => {
  expect(await wakes(() => {})).toBe(false);
});

test("nor does a change of what linking does not look at", async () => {
  expect(await wakes((tree) => tree.write("packages/app/src/note.ts", "export {};"))).toBe(false);
});

test("an implementation that comes too late for the build wakes esbuild", async () => {
  const late = (tree: Tree) => tree.write("packages/hello-impl/src/late.ts", greeting("late"));
  expect(await wakes(late)).toBe(true);
});
