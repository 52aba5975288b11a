import { describe, expect, test } from "vitest";
import { BABEL } from "../jest/program.ts";
import { runJest } from "../jest/run-jest.ts";
import { type Files, type Tree, writeTree } from "../tree.ts";
import { runVitest } from "./run-vitest.ts";

// npm installs a copy of a facade for each package that needs another version than the root has. To
// tests they are one: an override that names the definition of one of them holds for what the others call.

const SPAN = { start: 0, end: 0 };
const REFERENCE = { name: "Logger", namespace: null, source: "log" };

const published = (name: string, version: string, key: object, file: object): Files => ({
  "package.json": {
    name,
    version,
    type: "module",
    exports: "./index.js",
    "crate-interface": { ...key, symbols: "./symbols.json" },
  },
  "symbols.json": {
    format: 1,
    package: name,
    version,
    files: [{ file: "index.js", definitions: [], implementations: [], calls: [], ...file }],
  },
});

/** One version of the facade. */
const log = (version: string): Files => ({
  ...published(
    "log",
    version,
    { facade: true },
    {
      definitions: [
        {
          name: "Logger",
          namespace: null,
          members: [{ name: "log", optional: false, span: SPAN }],
          defaults: [],
          span: SPAN,
        },
      ],
    },
  ),
  "index.js": `export const Logger = Object.freeze({ __proto__: null, interface: "Logger" });\n`,
});

/** What implements the version of the facade that is installed for it. */
const logger = (name: string, said: string): Files => ({
  ...published(
    name,
    "1.0.0",
    { facadeImpl: "log" },
    {
      implementations: [
        {
          interface: REFERENCE,
          members: [{ name: "log", kind: "function", span: SPAN }],
          conditions: [],
          span: SPAN,
        },
      ],
    },
  ),
  "index.js": `export function __Logger_log() { return ${JSON.stringify(said)}; }\n`,
});

/** A library that calls the version of the facade that is installed for it. */
const library = (name: string): Files => ({
  ...published(name, "1.0.0", {}, { calls: [{ interface: REFERENCE, member: "log", span: SPAN }] }),
  "index.js": `import { __Logger_log } from "crate-interface/link/Logger";
export { Logger } from "log";
export const say = () => __Logger_log();
`,
});

const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

const withDependencies = (files: Files, dependencies: Record<string, string>): Files => ({
  ...files,
  "package.json": { ...(files["package.json"] as object), dependencies },
});

/** @param root the version that the application has itself; the libraries have version 1 */
function program(root: string, imports: string): Tree {
  const one = { log: "^1.0.0" };
  const implementers = root === "1.0.0" ? { "log-one": "1" } : { "log-one": "1", "log-two": "1" };
  return writeTree({
    "package.json": {
      name: "app",
      version: "1.0.0",
      type: "module",
      dependencies: { log: root, "lib-a": "1", "lib-b": "1", ...implementers },
    },
    "vite.config.js":
      'import crateInterface from "crate-interface/vite";\nexport default { plugins: [crateInterface()] };\n',
    "babel.config.json": BABEL,
    "jest.config.json": {
      preset: "crate-interface/jest",
      // Published packages are ES modules.
      transformIgnorePatterns: [],
    },
    ...below("node_modules/log", log(root)),
    ...below("node_modules/lib-a", withDependencies(library("lib-a"), one)),
    ...below("node_modules/lib-a/node_modules/log", log("1.0.0")),
    ...below("node_modules/lib-b", withDependencies(library("lib-b"), one)),
    ...below("node_modules/lib-b/node_modules/log", log("1.0.0")),
    ...below("node_modules/log-one", withDependencies(logger("log-one", "one"), one)),
    ...(root === "1.0.0"
      ? {}
      : {
          ...below("node_modules/log-one/node_modules/log", log("1.0.0")),
          ...below(
            "node_modules/log-two",
            withDependencies(logger("log-two", "two"), { log: root }),
          ),
        }),
    "src/main.ts": `import { call_interface } from "crate-interface/macro";
import { Logger } from "log";
import { say as a } from "lib-a";
import { say as b } from "lib-b";
export const all = () => [call_interface(Logger.log()), a(), b()].join();
`,
    "src/main.test.ts": `${imports}
import { override_interface } from "crate-interface/testing";
import { Logger } from "log";
import { Logger as LoggerOfA } from "lib-a";
import { all } from "./main";

test("before", () => expect(all()).toBe(${JSON.stringify(root === "1.0.0" ? "one,one,one" : "two,one,one")}));
test("the root's", () => {
  override_interface(Logger, { log: () => "mocked" });
  expect(all()).toBe(${JSON.stringify(root === "1.0.0" ? "mocked,mocked,mocked" : "mocked,one,one")});
});
test("a library's", () => {
  override_interface(LoggerOfA, { log: () => "mocked" });
  expect(all()).toBe(${JSON.stringify(root === "1.0.0" ? "mocked,mocked,mocked" : "two,mocked,mocked")});
});
`,
  });
}

describe.each([
  ["the root has a copy of the same version, too", "1.0.0"],
  ["the root has another version", "2.0.0"],
])("%s", (_, root) => {
  test("Vitest", async () => {
    using tree = program(root, 'import { expect, test } from "vitest";');
    const { tests, output } = await runVitest(tree, ".");
    expect(tests, output).toEqual({
      before: "passed",
      "the root's": "passed",
      "a library's": "passed",
    });
  });

  test("Jest", async () => {
    using tree = program(root, 'import { expect, test } from "@jest/globals";');
    const { exitCode, printed } = await runJest(tree, { cwd: "." });
    expect(exitCode, printed).toBe(0);
    expect(printed).toContain("Tests:       3 passed, 3 total");
  });
});
