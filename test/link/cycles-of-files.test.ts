import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { findCycles } from "../../src/link/cycles/cycles.ts";
import { link } from "../../src/link/link.ts";
import { ModuleGraph } from "../../src/scan/module-graph.ts";
import { scan } from "../../src/scan/scan.ts";
import { type Files, writeTree } from "../tree.ts";

// The cycles of real packages, as `check` looks for them. `cycles.test.ts` has every kind.

const LINKS = {
  "app/node_modules/hello-if": "hello-if",
  "app/node_modules/hello-impl": "hello-impl",
  "hello-impl/node_modules/hello-if": "hello-if",
};

/** A workspace whose definition package has this entry, and a calling module beside it. */
function workspace(barrel: string): Files {
  return {
    "app/package.json": {
      name: "app",
      type: "module",
      dependencies: { "hello-if": "*", "hello-impl": "*" },
    },
    "app/main.ts": 'import { greet } from "hello-if";\nconsole.log(greet());\n',
    "hello-if/package.json": { name: "hello-if", version: "1.0.0", exports: "./index.ts" },
    "hello-if/index.ts": barrel,
    "hello-if/definition.ts":
      'import { def_interface } from "crate-interface/macro";\n' +
      "export interface HelloIf { hello(): string }\n" +
      "export const HelloIf = def_interface<HelloIf>();\n",
    "hello-if/base.ts": "export class Base {}\n",
    "hello-if/greet.ts":
      'import { call_interface } from "crate-interface/macro";\n' +
      'import { HelloIf } from "./definition.ts";\n' +
      "export function greet() { return call_interface(HelloIf.hello()); }\n",
    "hello-impl/package.json": {
      name: "hello-impl",
      version: "1.0.0",
      exports: "./index.ts",
      dependencies: { "hello-if": "*" },
    },
    "hello-impl/index.ts":
      'import { impl_interface } from "crate-interface/macro";\n' +
      'import { Base, HelloIf } from "hello-if";\n' +
      "class Hello extends Base {}\n" +
      "impl_interface(HelloIf, { hello() { return new Hello().constructor.name; } });\n",
  };
}

function cycles(files: Files, links: Record<string, string> = LINKS): Diagnostic[] {
  using tree = writeTree(files, links);
  const graph = scan(tree.path("app"));
  const linkage = link(graph, { conditions: ["node"], production: false });
  expect(linkage.diagnostics).toEqual([]);
  return findCycles(graph, linkage, new ModuleGraph(["node"]));
}

function problems(barrel: string): string[] {
  return cycles(workspace(barrel)).map(({ severity, headline }) => `${severity}: ${headline}`);
}

test("are found before the program crashes", () => {
  expect(
    problems(
      'export { greet } from "./greet.ts";\nexport * from "./definition.ts";\nexport { Base } from "./base.ts";\n',
    ),
  ).toEqual(["error: `hello-impl/index.ts` runs before `hello-if/base.ts`, which declares `Base`"]);
});

test("are none once the base class comes first", () => {
  expect(
    problems(
      'import { Base } from "./base.ts";\nexport { Base };\nexport * from "./definition.ts";\nexport * from "./greet.ts";\n',
    ),
  ).toEqual([]);
});

test("the help names no file that `exports` keep to themselves, and none that cannot move", () => {
  const barrel =
    'export * from "./definition.ts";\nexport { Base } from "./base.ts";\nexport * from "./greet.ts";\n';
  const files = workspace(barrel);
  files["hello-if/definition.ts"] =
    'import { def_interface } from "crate-interface/macro";\n' +
    "export interface HelloIf { hello(): string; twice?(): string }\n" +
    "export const HelloIf = def_interface<HelloIf>({ defaults: { twice() { return this.hello() + this.hello(); } } });\n";
  const reorder =
    "import `hello-if/base.ts` before `hello-if/definition.ts` in `hello-if/index.ts`";
  expect(cycles(files)).toMatchObject([{ code: "CI2012", help: [reorder] }]);
  files["hello-if/package.json"] = {
    name: "hello-if",
    version: "1.0.0",
    exports: { ".": "./index.ts", "./base": "./base.ts" },
  };
  expect(cycles(files)).toMatchObject([
    { help: [reorder, "or import `Base` from its own file, `hello-if/base`"] },
  ]);
});

describe("of installed packages", () => {
  const span = { start: 0, end: 0 };
  const reference = { name: "HelloIf", namespace: null, source: "hello-if" };
  const table = (name: string, file: Record<string, unknown>[]) => ({
    format: 1,
    package: name,
    version: "1.0.0",
    files: file,
  });
  const manifest = (name: string) => ({
    name,
    version: "1.0.0",
    type: "module",
    exports: "./dist/index.js",
    "crate-interface": { symbols: "./dist/symbols.json" },
  });
  /** What a bundler makes of a facade and of an implementation: a file of each. */
  const published = (output: Record<string, string>): Files => ({
    "app/package.json": {
      name: "app",
      type: "module",
      dependencies: { "hello-if": "*", "hello-impl": "*" },
    },
    "app/main.ts": 'import { greet } from "hello-if";\nconsole.log(greet());\n',
    "app/node_modules/hello-if/package.json": manifest("hello-if"),
    "app/node_modules/hello-if/dist/symbols.json": table("hello-if", [
      {
        file: "dist/index.js",
        definitions: [
          {
            name: "HelloIf",
            namespace: null,
            members: [{ name: "hello", optional: false, span }],
            defaults: [],
            span,
          },
        ],
        implementations: [],
        calls: [{ interface: { ...reference, source: null }, member: "hello", span }],
      },
    ]),
    "app/node_modules/hello-impl/package.json": {
      ...manifest("hello-impl"),
      peerDependencies: { "hello-if": "1" },
    },
    "app/node_modules/hello-impl/dist/symbols.json": table("hello-impl", [
      {
        file: "dist/index.js",
        definitions: [],
        implementations: [
          {
            interface: reference,
            members: [{ name: "hello", kind: "value", span }],
            conditions: [],
            span,
          },
        ],
        calls: [],
      },
    ]),
    ...Object.fromEntries(
      Object.entries(output).map(([path, code]) => [`app/node_modules/${path}`, code]),
    ),
  });
  const CALLER =
    'import { __HelloIf_hello as e } from "crate-interface/link/HelloIf";\n' +
    "function r() { return e(); }\n";
  const IMPLEMENTATION =
    'import { Base as e } from "hello-if";\n' +
    "var t = class extends e {}, n = () => new t();\n" +
    "export { n as __HelloIf_hello };\n";

  test("a base class in the one file that calls the interface", () => {
    const found = cycles(
      published({
        "hello-if/dist/index.js": `${CALLER}var o = class {}, s = {};\nexport { o as Base, s as HelloIf, r as greet };\n`,
        "hello-impl/dist/index.js": IMPLEMENTATION,
      }),
      {},
    );
    expect(found).toMatchObject([
      {
        code: "CI2012",
        severity: "error",
        headline:
          "`hello-impl/dist/index.js` runs before `hello-if/dist/index.js`, which declares `Base`",
        help: [expect.stringMatching(/^build `hello-if@1\.0\.0` so that `Base` is in a file/)],
      },
    ]);
  });

  test("a base class in a file of its own that comes first", () => {
    const files = published({
      "hello-if/dist/index.js":
        'import { Base } from "./base.js";\nimport { greet, HelloIf } from "./greet.js";\nexport { Base, greet, HelloIf };\n',
      "hello-if/dist/base.js": "export class Base {}\n",
      "hello-if/dist/greet.js": `${CALLER}export const HelloIf = {};\nexport { r as greet };\n`,
      "hello-impl/dist/index.js": IMPLEMENTATION,
    });
    expect(cycles(files, {})).toEqual([]);
  });

  test("a linked class that the program extends too early", () => {
    const files = published({
      "hello-if/dist/index.js":
        'import { __HelloIf_hello as e } from "crate-interface/link/HelloIf";\n' +
        "export const HelloIf = {};\nexport class More extends e {}\n",
      "hello-impl/dist/index.js":
        'import { HelloIf } from "hello-if";\nconsole.log(HelloIf);\nexport class A {}\nexport { A as __HelloIf_hello };\n',
    });
    files["app/main.ts"] = 'import "hello-impl";\nimport { More } from "hello-if";\nnew More();\n';
    expect(cycles(files, {})).toMatchObject([{ code: "CI2012" }]);
  });
});
