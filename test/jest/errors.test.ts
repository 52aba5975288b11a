import { describe, expect, test } from "vitest";
import { BABEL, program } from "./program.ts";
import { runJest } from "./run-jest.ts";

const calls = (main: string): string => `import { main } from "${main}";
import { test } from "@jest/globals";
test("runs", () => void main("x"));
`;

const misused = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
test("runs", () => {
  const Hi = HelloIf;
  call_interface(Hi.hello("x", 1));
});
`;

const linkError = `  ● Test suite failed to run

    error[CI2002]: \`HelloIf\` has 2 implementations
      --> ../hello-impl/src/index.ts:3:16
      1 | import { impl_interface } from "crate-interface/macro";
      2 | import { HelloIf } from "hello-if";
    > 3 | impl_interface(HelloIf, {
`;

/** What Jest would print around an error if we let it. */
const NOISE = /Jest encountered|Cannot find module|CrateInterfaceError|MacroError|\n +at |jest-/;

describe("what cannot be linked fails the test file that imports it", () => {
  test("with the whole error, once, and no other test file", async () => {
    using tree = program({
      dependencies: ["hello-other"],
      files: {
        "src/calls.test.ts": calls("./main"),
        "src/other.test.ts": `test("is none of its concern", () => {});`,
      },
    });
    const { printed, exitCode } = await runJest(tree);
    expect(exitCode).toBe(1);
    expect(printed).toContain(linkError);
    expect(printed).toContain("run `crate-interface explain CI2002` to read more\n\n");
    expect(printed.match(/error\[/g)).toHaveLength(1);
    expect(printed).not.toMatch(NOISE);
    expect(printed).toContain("Tests:       1 passed, 1 total");
  });

  test("in ES modules too, which have no exports of any name then", async () => {
    using tree = program({
      dependencies: ["hello-other"],
      files: { "src/calls.test.ts": calls("./main.ts") },
      jest: { extensionsToTreatAsEsm: [".ts"] },
      babel: { presets: ["@babel/preset-typescript"] },
    });
    const { printed } = await runJest(tree, { esm: true });
    expect(printed).toContain(linkError);
    expect(printed.match(/error\[/g)).toHaveLength(1);
    expect(printed).not.toMatch(NOISE);
  });

  test("but not where a default says `this.member` and nobody calls", async () => {
    using tree = program({
      files: {
        "src/definition.ts": `import { def_interface } from "crate-interface/macro";
export interface PartIf { one(): string; two?(): string }
export const PartIf = def_interface<PartIf>({ defaults: { two() { return this.one(); } } });
export const version = 1;
`,
        "src/definition.test.ts": `import { version } from "./definition";
test("a definition alone", () => expect(version).toBe(1));
`,
      },
    });
    expect((await runJest(tree)).printed).toContain("Tests:       1 passed, 1 total");
  });

  test("saying how Jest is told what is being tested", async () => {
    using tree = program({ files: { "src/calls.test.ts": calls("./main") } });
    tree.write("jest.config.json", { preset: "crate-interface/jest" });
    tree.write("babel.config.json", BABEL);
    const { printed } = await runJest(tree, { cwd: "." });
    expect(printed).toContain(
      "error[CI3009]: this file belongs to `app`, but `workspace` is being built",
    );
    expect(printed).toContain("--> packages/app/src/main.ts:1:33");
    expect(printed).toContain(
      'list it in the one that Jest is run with: `projects: ["packages/app"]`',
    );
    tree.write("jest.config.json", { projects: ["packages/app"] });
    expect((await runJest(tree, { cwd: "." })).printed).toContain("1 passed, 1 total");
  });
});

describe("a misused macro is reported at its place", () => {
  const frame = `  ● Test suite failed to run

    error[CI1010]: \`Hi\` is an alias of an interface
      --> src/misused.test.ts:5:18
      3 | test("runs", () => {
      4 |   const Hi = HelloIf;
    > 5 |   call_interface(Hi.hello("x", 1));
        |                  ^^ an alias
`;
  const SWC = {
    transform: {
      "\\.ts$": [
        "crate-interface/jest",
        { transformer: ["@swc/jest", { jsc: { parser: { syntax: "typescript" } } }] },
      ],
    },
  };

  test.each([
    ["Babel", {}],
    ["SWC", SWC],
  ])("with %s", async (_, jest) => {
    using tree = program({ files: { "src/misused.test.ts": misused }, jest });
    const { printed } = await runJest(tree);
    expect(printed).toContain(frame);
    expect(printed.match(/error\[/g)).toHaveLength(1);
    expect(printed).not.toMatch(NOISE);
  });

  test("and a transformer that leaves macros alone is the reason that the run-time error gives", async () => {
    using tree = program({
      files: { "src/calls.test.ts": calls("./main") },
      jest: { transform: { "\\.ts$": "babel-jest" } },
    });
    const { printed } = await runJest(tree);
    expect(printed).toContain(
      "[CI2013] `def_interface` was executed, but macros exist only at build time",
    );
    expect(printed).toContain(
      'and `["crate-interface/jest", { transformer: "..." }]` for every transformer in its `transform`',
    );
  });
});

test.each([
  [{ transfomer: "@swc/jest" }, "unknown option `transfomer`; there is only `transformer`"],
  [{ transformer: 1 }, '`transformer` must be a name, or a list such as ["@swc/jest", {}]'],
])("options %o are refused", async (options, message) => {
  using tree = program({
    files: { "src/calls.test.ts": calls("./main") },
    jest: { transform: { "\\.ts$": ["crate-interface/jest", options] } },
  });
  const { printed } = await runJest(tree);
  expect(printed).toContain(
    `crate-interface/jest, in \`transform\` of Jest's configuration: ${message}`,
  );
});

test("what is wrong with package.json fails the tests that reach an interface, each with the error once", async () => {
  using tree = program({ files: { "src/calls.test.ts": calls("./main") } });
  tree.write("packages/app/package.json", {
    name: "app",
    type: "module",
    dependencies: { "hello-if": "*", "hello-impl": "*" },
    "crate-interface": { implementation: { HelloIf: "hello-impl" } },
  });
  const { printed, exitCode } = await runJest(tree);
  expect(exitCode).toBe(1);
  expect(printed).toContain('error[CI3006]: `"crate-interface"` has no key `implementation`');
  expect(printed.match(/error\[/g)).toHaveLength(1);
  expect(printed).not.toMatch(NOISE);
});
