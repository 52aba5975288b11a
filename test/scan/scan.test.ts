import { expect, test } from "vitest";
import { scan } from "../../src/scan/scan.ts";
import { writeTree } from "../tree.ts";

test("finds what each package defines, implements and calls", () => {
  using tree = writeTree(
    {
      "app/package.json": {
        name: "app",
        version: "1.0.0",
        dependencies: { "hello-if": "*", "hello-impl": "*" },
      },
      "app/src/main.ts": `import { call_interface, use_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
call_interface(HelloIf.hello("a", 1));
export const h = use_interface(HelloIf);
`,
      "hello-if/package.json": { name: "hello-if", version: "0.1.0" },
      "hello-if/src/index.ts": `import { def_interface } from "crate-interface/macro";
import type { HelloIf as Shape } from "./types";
export const HelloIf = def_interface<Shape>({ namespace: "Mall", defaults: { greet(n) { return n } } });
`,
      "hello-if/src/types.ts":
        "export interface HelloIf { hello(name: string, id: number): string; greet?(name: string): string }\n",
      "hello-impl/package.json": {
        name: "hello-impl",
        version: "0.2.0",
        dependencies: { "hello-if": "*" },
      },
      "hello-impl/src/index.ts": `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, { hello(n) { return n }, version: "1" }, { conditions: ["node"] });
`,
    },
    { "node_modules/hello-if": "hello-if", "node_modules/hello-impl": "hello-impl" },
  );
  const graph = scan(tree.path("app"), { cache: false });
  expect(graph.root).toBe(tree.path("app"));
  expect(graph.diagnostics).toEqual([]);
  expect([...graph.packages.keys()]).toEqual(["app", "hello-if", "hello-impl"].map(tree.path));
  const [app, lib, impl] = [...graph.packages.values()].map(({ files }) => files);
  expect(app.map(({ file }) => file)).toEqual([tree.path("app/src/main.ts")]);
  expect(app[0].calls.map(({ member }) => member)).toEqual(["hello", null]);
  expect(lib[0].definitions).toMatchObject([
    {
      name: "HelloIf",
      namespace: "Mall",
      members: [
        { name: "hello", optional: false, span: { file: tree.path("hello-if/src/types.ts") } },
        { name: "greet", optional: true },
      ],
      defaults: [{ name: "greet", kind: "function" }],
    },
  ]);
  expect(lib[0].dependencies).toEqual([tree.path("hello-if/src/types.ts")]);
  expect(impl[0].implementations).toMatchObject([
    {
      interface: { name: "HelloIf", namespace: null, source: "hello-if" },
      members: [
        { name: "hello", kind: "function" },
        { name: "version", kind: "value" },
      ],
      conditions: ["node"],
    },
  ]);
});

test("an installed package takes part behind one that does not", () => {
  using tree = writeTree({
    "package.json": { name: "app", dependencies: { plain: "*" } },
    "node_modules/plain/package.json": {
      name: "plain",
      version: "1.0.0",
      dependencies: { log: "*" },
    },
    "node_modules/plain/src/index.ts":
      'import { def_interface } from "crate-interface/macro"; nonsense(',
    "node_modules/log/package.json": {
      name: "log",
      version: "2.0.0",
      "crate-interface": { facade: true, symbols: "symbols.json" },
    },
    "node_modules/log/index.js": "",
    "node_modules/log/symbols.json": {
      format: 1,
      package: "log",
      version: "2.0.0",
      files: [
        {
          file: "index.js",
          definitions: [
            {
              name: "Log",
              namespace: null,
              members: null,
              defaults: [],
              span: { start: 0, end: 0 },
            },
          ],
          implementations: [],
          calls: [],
        },
      ],
    },
  });
  const graph = scan(tree.dir, { cache: false });
  expect(graph.diagnostics).toEqual([]);
  expect(graph.packages.get(tree.path("node_modules/plain"))).toMatchObject({
    source: false,
    files: [],
  });
  expect(graph.packages.get(tree.path("node_modules/log"))).toMatchObject({
    manifest: { present: true, facade: true },
    files: [{ file: tree.path("node_modules/log/index.js"), definitions: [{ name: "Log" }] }],
  });
});

test("the result is the same from the cache, and in whatever order the disk lists", () => {
  const source =
    'import { impl_interface } from "crate-interface/macro"; import { A } from "a"; impl_interface(A, {});';
  const names = ["z", "a", "m/b", "m/a", "B"].map((name) => `src/${name}.ts`);
  using tree = writeTree({ "package.json": { name: "app" }, "node_modules/.keep": "" });
  for (const name of names) tree.write(name, source);
  const first = scan(tree.dir);
  expect(first.packages.get(tree.dir)?.files.map(({ file }) => file)).toEqual(
    ["src/B.ts", "src/a.ts", "src/m/a.ts", "src/m/b.ts", "src/z.ts"].map(tree.path),
  );
  expect(scan(tree.dir)).toEqual(first);
});

test("files that somebody selects are read wherever they are: the root's, its options', a facade's", () => {
  const mock = `import { impl_interface } from "crate-interface/macro";
import { LogIf } from "log";
impl_interface(LogIf, { write() {} });
`;
  const selection = { LogIf: { node: "./test/own.ts", default: { web: "./dist/web.js" } } };
  using tree = writeTree(
    {
      "app/package.json": {
        name: "app",
        dependencies: { log: "*" },
        "crate-interface": { implementations: selection },
      },
      "app/test/own.ts": mock,
      "app/test/option.ts": mock,
      "app/test/unnamed.ts": mock,
      "app/dist/web.js": mock,
      "log/package.json": {
        name: "log",
        // What a package selects for its own builds is no concern of others.
        "crate-interface": {
          facade: true,
          defaultFacadeImpl: "./test/silent.ts",
          implementations: { LogIf: "./test/own.ts" },
        },
      },
      "log/test/silent.ts": mock,
      "log/test/own.ts": mock,
    },
    { "node_modules/log": "log" },
  );
  const options = { exclude: ["test/**"], implementations: { LogIf: "./test/option.ts" } };
  const graph = scan(tree.path("app"), { cache: false, ...options });
  const files = [...graph.packages.values()].flatMap((item) => item.files.map(({ file }) => file));
  expect(files).toEqual(
    ["app/dist/web.js", "app/test/option.ts", "app/test/own.ts", "log/test/silent.ts"].map(
      tree.path,
    ),
  );
});

test("a file with more calls than a function takes arguments", () => {
  using tree = writeTree({
    "package.json": { name: "app" },
    "main.ts": `import { call_interface } from "crate-interface/macro";
import { If } from "if";
${"call_interface(If.a());".repeat(130_000)}`,
  });
  const graph = scan(tree.dir, { cache: false });
  expect(graph.packages.get(tree.dir)?.files[0].calls).toHaveLength(130_000);
});
