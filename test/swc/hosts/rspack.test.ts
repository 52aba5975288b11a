import { expect, test } from "vitest";
import type { Tree } from "../../tree.ts";
import { commandsFor, filesFor, type GuideFile } from "./guide.ts";
import { makeMistake, PRINTED, program } from "./program.ts";
import { type Ended, run, terminal } from "./terminal.ts";

const [config] = filesFor("Rspack");
const [link] = commandsFor("Rspack");

/** What `rspack build` does, which would be one more package. */
const build = `import { rspack } from "@rspack/core";
import config from "./rspack.config.js";

const compiler = rspack({ ...config, mode: "production", target: "node20" });
compiler.run((error, stats) => {
  if (error) throw error;
  console.log(stats.toString({ colors: false, preset: "errors-warnings" }));
  process.exitCode = stats.hasErrors() ? 1 : 0;
  compiler.close(() => {});
});
`;

test("SWC expands, an alias links", () => {
  using tree = project(config);
  run(tree.path("packages/app"), link);
  expect(rspack(tree).exitCode).toBe(0);
  expect(run(tree.path("packages/app"), "node dist/main.js")).toBe(PRINTED);
});

test("beside the plugin for Rspack SWC has nothing left to expand", () => {
  const text = config.text
    .replace(/alias: \{[^}]*\},/, "")
    .replace("entry:", "plugins: [crateInterface()], entry:");
  using tree = project({
    ...config,
    text: `import crateInterface from "crate-interface/rspack";\n${text}`,
  });
  expect(rspack(tree).exitCode).toBe(0);
  expect(run(tree.path("packages/app"), "node dist/main.js")).toBe(PRINTED);
});

test("what is wrong with a macro is shown in its code, and fails the build", () => {
  using tree = project(config);
  run(tree.path("packages/app"), link);
  makeMistake(tree);
  const { exitCode, stdout } = rspack(tree);
  expect(exitCode).toBe(1);
  expect(stdout).toBe(`ERROR in ./src/main.ts
  × Module build failed (from builtin:swc-loader):
  ╰─▶   × error[CI1009]: malformed \`call_interface\`: a member cannot be computed
        │   --> src/main.ts:4:36
        │   help: write \`call_interface(HelloIf.hello("world", 123))\`
        │   help: run \`crate-interface explain CI1009\` to read more
         ╭─[4:35]
       2 │ import { HelloIf } from "hello-if";
       3 │
       4 │ console.log(call_interface(HelloIf["hello"]("world", 123)));
         ·                                    ───────
       5 │ console.log(call_interface(HelloIf.greet, "you"));
         ╰────

Rspack compiled with 1 error
`);
});

function project(config: GuideFile): Tree {
  return program(config, { "build.js": build });
}

function rspack(tree: Tree): Ended {
  return terminal(tree.path("packages/app"), "node build.js");
}
