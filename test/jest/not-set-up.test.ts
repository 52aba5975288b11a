import { expect, test } from "vitest";
import { install } from "./installed.ts";
import { program } from "./program.ts";
import { runJest } from "./run-jest.ts";

const calls = `import { main } from "./main";
test("runs", () => void main("x"));
`;

const SWC = { jsc: { parser: { syntax: "typescript" } } };

const NOT_EXPANDED = "[CI2013] `def_interface` was executed, but macros exist only at build time";
const NOT_LINKED = "[CI2013] this program was expanded but not linked";
const HELP = 'help: Jest: `preset: "crate-interface/jest"` in jest.config.js, and ';
const TRANSFORMER =
  '`["crate-interface/jest", { transformer: "..." }]` for every transformer in its `transform`';
const RESOLVER = "`createResolver` of `crate-interface/jest` for a `resolver` of its own";

test.each([
  ["no preset", { preset: undefined }, NOT_EXPANDED, TRANSFORMER],
  [
    "a transformer beside the preset's",
    { transform: { "^.+\\.tsx?$": ["@swc/jest", SWC] } },
    NOT_EXPANDED,
    TRANSFORMER,
  ],
  ["a resolver instead of the preset's", { resolver: "./resolver.cjs" }, NOT_LINKED, RESOLVER],
])("with %s, the error says so, and what to write", async (_, jest, error, help) => {
  using tree = program({
    files: {
      "src/calls.test.ts": calls,
      "resolver.cjs": "exports.sync = (path, request) => request.defaultResolver(path, request);\n",
    },
    jest,
  });
  install(tree);
  const { printed, exitCode } = await runJest(tree);
  expect(exitCode).toBe(1);
  expect(printed).toContain(error);
  expect(printed).toContain(HELP + help);
  expect(printed).not.toMatch(/Must use import|transformIgnorePatterns/);
});

test.each([
  ["esbuild-jest", "is not installed: `npm install --save-dev esbuild-jest`"],
  ["@me/esbuild/jest", "is not installed: `npm install --save-dev @me/esbuild`"],
  ["<rootDir>/transformer.cjs", "is not there"],
])("the transformer %s is not found, and said to be of our options", async (transformer, error) => {
  using tree = program({
    files: { "src/calls.test.ts": calls },
    jest: { transform: { "\\.ts$": ["crate-interface/jest", { transformer }] } },
  });
  const { printed } = await runJest(tree);
  const name = transformer.replace("<rootDir>", tree.path("packages/app"));
  expect(printed).toContain(
    `crate-interface/jest, in \`transform\` of Jest's configuration: the \`transformer\` \`${name}\` ${error}`,
  );
  expect(printed).not.toMatch(/Require stack|\n +at /);
});
