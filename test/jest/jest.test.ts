import { describe, expect, test } from "vitest";
import { implementation, program } from "./program.ts";
import { runJest } from "./run-jest.ts";

/** A test file that goes through all forms in which an interface is used. */
const uses = `import { call_interface, use_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
import { main } from "./main";
import { expect, test } from "@jest/globals";

export const { hello } = use_interface(HelloIf);

test("what is imported is linked", () => {
  expect(main("Ferris")).toBe("Hello, Ferris 0!");
});
test("and so is the test itself", () => {
  const name: string = "world";
  expect(call_interface(HelloIf.hello(name, 1))).toBe("Hello, world 1!");
  expect(hello("caller", 2)).toBe("Hello, caller 2!");
  const all = use_interface(HelloIf);
  expect(Object.keys(all)).toEqual(["greet", "hello"]);
  expect(all.greet("object")).toBe("Hello, object 0!");
  expect(all.hello).toBe(use_interface(HelloIf.hello));
});
`;
const asModule = (code: string): string => code.replace('"./main"', '"./main.ts"');

describe("the preset alone", () => {
  test("expands with babel-jest, in whose configuration nothing is about macros, and links", async () => {
    using tree = program({
      files: {
        "src/uses.test.ts": uses,
        "src/jsx.test.jsx": `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
const h = (name, props) => name + props.text;
test("JSX", () => {
  expect(<p text={call_interface(HelloIf.hello("x", 1))} />).toBe("pHello, x 1!");
});
`,
        "src/modules.test.ts": `import { HelloIf } from "hello-if";
import { call_interface } from "crate-interface/macro";
test("resetModules and isolateModules load what is linked anew", () => {
  const first = require("./main");
  jest.resetModules();
  const second = require("./main");
  expect(second.main).not.toBe(first.main);
  jest.isolateModules(() => expect(require("./main").main("x")).toBe("Hello, x 0!"));
  expect(second.main("x")).toBe("Hello, x 0!");
});
test("the module of an implementation can be replaced", () => {
  jest.resetModules();
  jest.doMock("hello-impl", () => ({ __HelloIf_hello: () => "mocked" }));
  expect(require("./main").main("x")).toBe("mocked");
  jest.dontMock("hello-impl");
});
`,
        "src/spy.test.ts": `import * as implementation from "hello-impl";
import { main } from "./main";
test("a spy on an implementation is what is called", () => {
  const spy = jest.spyOn(implementation, "__HelloIf_hello").mockReturnValue("spied");
  expect(main("x")).toBe("spied");
  spy.mockRestore();
  expect(main("x")).toBe("Hello, x 0!");
});
`,
      },
      babel: {
        presets: [
          ["@babel/preset-env", { targets: { node: "current" } }],
          ["@babel/preset-react", { runtime: "classic", pragma: "h" }],
          "@babel/preset-typescript",
        ],
      },
    });
    const { printed, exitCode } = await runJest(tree, { args: ["--coverage"] });
    expect(printed).toContain("Tests:       6 passed, 6 total");
    // Of the user's files, and at their lines.
    expect(printed).toMatch(/ main\.ts +\| +100 \| +100 \| +100 \| +100 \|/);
    expect(printed).not.toContain(".cjs");
    expect(exitCode).toBe(0);
  });

  test("does the same for ES modules", async () => {
    using tree = program({
      files: {
        "src/uses.test.ts": asModule(uses),
        "src/mock.test.ts": `import { expect, jest, test } from "@jest/globals";
test("the module of an implementation can be replaced", async () => {
  jest.unstable_mockModule("hello-impl", () => ({ __HelloIf_hello: () => "mocked" }));
  const { main } = await import("./main.ts");
  expect(main("x")).toBe("mocked");
});
`,
      },
      jest: { extensionsToTreatAsEsm: [".ts"] },
      babel: { presets: ["@babel/preset-typescript"] },
    });
    const { printed, exitCode } = await runJest(tree, { esm: true });
    expect(printed).toContain("Tests:       3 passed, 3 total");
    expect(exitCode).toBe(0);
  });
});

describe("beside what a configuration has", () => {
  const swc = (options: object) => ({
    transform: {
      "\\.[cm]?[jt]sx?$": ["crate-interface/jest", { transformer: ["@swc/jest", options] }],
    },
  });
  const SWC = { jsc: { parser: { syntax: "typescript" } } };

  test("expands before SWC, and errors are at the lines of the source", async () => {
    const fails = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
test("fails", () => {
  call_interface(HelloIf.hello("a", 1)); throw new Error("here");
});
`;
    using tree = program({
      files: { "src/uses.test.ts": uses, "src/fails.test.ts": fails },
      jest: swc(SWC),
    });
    const { printed } = await runJest(tree);
    expect(printed).toContain("Tests:       1 failed, 2 passed, 3 total");
    expect(printed).toContain("at Object.<anonymous> (src/fails.test.ts:4:48)");
  });

  test("expands before SWC in ES modules", async () => {
    using tree = program({
      files: { "src/uses.test.ts": asModule(uses) },
      jest: { extensionsToTreatAsEsm: [".ts"], ...swc(SWC) },
    });
    expect((await runJest(tree, { esm: true })).printed).toContain(
      "Tests:       2 passed, 2 total",
    );
  });

  test("combines with a transformer and a resolver of one's own, and with further options", async () => {
    using tree = program({
      files: {
        "src/uses.test.ts": `import { main } from "~/main";
import { answer } from "mapped";
test("all three resolve", () => {
  expect(main("Ferris") + answer).toBe("Test, Ferris 0!42");
});
`,
        "src/answer.ts": "export const answer: number = 42;\n",
        "test/hello.ts": `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, { hello: (name: string, id: number) => \`Test, \${name} \${id}!\` });
`,
        // No key of its own: Jest makes one, and so do we.
        "transformer.cjs": `const { transformSync } = require("esbuild");
exports.process = (code, file) =>
  transformSync(code, { loader: "ts", format: "cjs", sourcemap: "inline", sourcefile: file });
`,
        "resolver.js": `import { createResolver } from "crate-interface/jest";
const resolver = (specifier, request) =>
  request.defaultResolver(specifier.replace(/^~/, request.rootDir + "/src"), request);
export default createResolver({ resolver, implementations: { HelloIf: "./test/hello.ts" } });
`,
      },
      jest: {
        resolver: "./resolver.js",
        moduleNameMapper: { "^mapped$": "<rootDir>/src/answer.ts" },
        transform: {
          "\\.[cm]?[jt]sx?$": [
            "crate-interface/jest",
            { transformer: "<rootDir>/transformer.cjs" },
          ],
        },
      },
    });
    const { printed } = await runJest(tree);
    expect(printed).toContain("Tests:       1 passed, 1 total");
  });
});

test("an interface is linked for the conditions of each test's environment", async () => {
  const says = (docblock: string, expected: string): string => `/**
 * @jest-${docblock}
 */
import { main } from "./main";
test("is linked", () => expect(main("x")).toBe("${expected}, x 0!"));
`;
  const hello = (text: string, conditions: string): string =>
    implementation(text).replace(/\);\n$/, `, { conditions: ${conditions} });\n`);
  using tree = program({
    files: {
      "src/node.test.ts": says("environment node", "Node"),
      "src/browser.test.ts": says(
        'environment-options {"customExportConditions": ["browser"]}',
        "Browser",
      ),
    },
  });
  tree.write("packages/hello-impl/src/index.ts", hello("Node", '["node", "test", "development"]'));
  tree.write("packages/hello-impl/src/browser.ts", hello("Browser", '["browser"]'));
  const { printed } = await runJest(tree, { args: ["--runInBand"] });
  expect(printed).toContain("Tests:       2 passed, 2 total");
});
