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

test.each([
  ["no preset", { preset: undefined }, NOT_EXPANDED],
  [
    "a transformer beside the preset's",
    { transform: { "^.+\\.tsx?$": ["@swc/jest", SWC] } },
    NOT_EXPANDED,
  ],
  ["a resolver instead of the preset's", { resolver: "./resolver.cjs" }, NOT_LINKED],
])("with %s, the error says what is missing", async (_, jest, error) => {
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
  expect(printed).not.toMatch(/Must use import|transformIgnorePatterns/);
});
