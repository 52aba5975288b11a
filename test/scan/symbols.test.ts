import { describe, expect, test } from "vitest";
import type { Package, PackageGraph } from "../../src/scan/package-graph.ts";
import { scan } from "../../src/scan/scan.ts";
import { encodeSymbols } from "../../src/scan/symbols/symbols-file.ts";
import { type Files, type Tree, writeTree } from "../tree.ts";

const SOURCE = `import { def_interface, impl_interface, call_interface } from "crate-interface/macro";
import type { Shape } from "./types";
import { Log } from "log";
export const If = def_interface<Shape>({ namespace: "N", defaults: { b() {} } });
impl_interface(If, { a() {}, V: 1 }, { namespace: "N", conditions: ["node"] });
call_interface(Log.info("x"));
`;

/** An installed package `p` with this table (`undefined` for none), as an app sees it. */
function installed(symbols: unknown, more: Files = {}, links: Record<string, string> = {}): Tree {
  return writeTree(
    {
      "package.json": { name: "app", dependencies: { p: "*" } },
      "node_modules/p/package.json": {
        name: "p",
        version: "1.0.0",
        "crate-interface": { symbols: "./dist/symbols.json" },
      },
      "node_modules/p/dist/index.js": "",
      ...(symbols === undefined ? {} : { "node_modules/p/dist/symbols.json": symbols }),
      ...more,
    },
    links,
  );
}

function packageOf(graph: PackageGraph, dir: string): Package {
  return graph.packages.get(dir) as Package;
}

test("what a package writes is what those who install it read", () => {
  using tree = writeTree({
    "package.json": {
      name: "p",
      version: "1.0.0",
      "crate-interface": { symbols: "dist/symbols.json" },
    },
    "src/index.ts": SOURCE,
    "src/types.ts": "export interface Shape { a(): void; b?(): void; V: number }",
    "dist/index.js": "",
  });
  const written = packageOf(scan(tree.dir, { cache: false }), tree.dir);
  const text = encodeSymbols(written);
  expect(text).not.toContain(tree.dir);

  using app = installed(text, {
    "node_modules/p/src/index.ts": SOURCE,
    "node_modules/p/src/types.ts": "",
  });
  const graph = scan(app.dir, { cache: false });
  expect(graph.diagnostics).toEqual([]);
  const read = packageOf(graph, app.path("node_modules/p"));
  const moved = JSON.parse(JSON.stringify(written.files).replaceAll(tree.dir, read.dir));
  expect(read.files).toEqual([{ ...moved[0], dependencies: [] }]);
});

test("published files are named in place of sources, and spans keep the source", () => {
  using tree = writeTree({
    "package.json": { name: "p", version: "1.0.0" },
    "src/index.ts": SOURCE,
  });
  const written = packageOf(scan(tree.dir, { cache: false }), tree.dir);
  using app = installed(
    encodeSymbols(written, new Map([[tree.path("src/index.ts"), tree.path("dist/index.js")]])),
  );
  const graph = scan(app.dir, { cache: false });
  expect(graph.diagnostics).toEqual([]);
  const [file] = packageOf(graph, app.path("node_modules/p")).files;
  expect(file.file).toBe(app.path("node_modules/p/dist/index.js"));
  expect(file.implementations[0].span.file).toBe(app.path("node_modules/p/src/index.ts"));
});

test("an installed package without the key is never read, and one with it never scanned", () => {
  using tree = installed(undefined, {
    "node_modules/p/package.json": { name: "p", version: "1.0.0" },
    "node_modules/p/src/index.ts": SOURCE,
  });
  const graph = scan(tree.dir, { cache: false });
  expect(graph.diagnostics).toEqual([]);
  expect(packageOf(graph, tree.path("node_modules/p")).files).toEqual([]);
});

describe("CI3008", () => {
  const table = (files: unknown, head: object = {}) => ({
    format: 1,
    package: "p",
    version: "1.0.0",
    files,
    ...head,
  });
  const file = (more: object) =>
    table([{ file: "dist/index.js", definitions: [], implementations: [], calls: [], ...more }]);
  const span = { start: 0, end: 1 };

  test.each([
    ["missing", undefined, "cannot be read: it does not exist"],
    ["no JSON", "{", "is not valid: it is not valid JSON"],
    ["no object", "[]", "the file must be an object"],
    ["without a format", "{}", "`format` must be a number"],
    ["without files", table(undefined), "`files` must be a list"],
    ["a file is no object", table([1]), "`files[0]` must be an object"],
    ["a file that is missing", table([{ file: "dist/gone.js" }]), "`files[0].file` does not exist"],
    [
      "a path that leaves the package",
      table([{ file: "../../package.json" }]),
      "`files[0].file` must be a path inside the package",
    ],
    [
      "an absolute path",
      table([{ file: "/etc/passwd" }]),
      "`files[0].file` must be a path inside the package",
    ],
    ["no definitions", file({ definitions: null }), "`files[0].definitions` must be a list"],
    [
      "a name that leads elsewhere",
      file({ definitions: [{ name: "a/b" }] }),
      "`files[0].definitions[0].name` must be the name of an interface",
    ],
    [
      "a name that is no identifier",
      file({ definitions: [{ name: "a(" }] }),
      "`files[0].definitions[0].name` must be the name of an interface",
    ],
    [
      "a bad namespace",
      file({ definitions: [{ name: "A", namespace: "../x" }] }),
      "`files[0].definitions[0].namespace` must be a namespace or `null`",
    ],
    [
      "a bad span",
      file({
        definitions: [
          { name: "A", namespace: null, members: null, defaults: [], span: { start: -1, end: 0 } },
        ],
      }),
      "`files[0].definitions[0].span.start` must be an offset",
    ],
    [
      "a member that cannot be exported",
      file({
        implementations: [
          {
            interface: { name: "A", namespace: null, source: null },
            members: [{ name: "\ud800", kind: "value", span }],
            conditions: [],
            span,
          },
        ],
      }),
      "`files[0].implementations[0].members[0].name` must be well-formed text",
    ],
    [
      "a bad kind",
      file({
        implementations: [
          {
            interface: { name: "A", namespace: null, source: null },
            members: [{ name: "a", kind: "x", span }],
            conditions: [],
            span,
          },
        ],
      }),
      "`files[0].implementations[0].members[0].kind` must be",
    ],
    [
      "a bad member",
      file({
        calls: [{ interface: { name: "A", namespace: null, source: "a" }, member: 1, span }],
      }),
      "`files[0].calls[0].member` must be a text",
    ],
    ["10,000 levels", "[".repeat(10_000) + "]".repeat(10_000), "the file must be an object"],
    ["too large", " ".repeat(17 * 1024 * 1024), "cannot be read: it is larger than 16 MiB"],
  ])("%s", (_, symbols, problem) => {
    using tree = installed(symbols);
    const graph = scan(tree.dir, { cache: false });
    expect(graph.diagnostics).toMatchObject([{ code: "CI3008", severity: "error" }]);
    expect(graph.diagnostics[0].headline).toContain(problem);
    expect(packageOf(graph, tree.path("node_modules/p")).files).toEqual([]);
  });

  test("a newer format is named at its place", () => {
    using tree = installed('{"format": 99, "files": "whatever"}');
    const { diagnostics } = scan(tree.dir, { cache: false });
    expect(diagnostics).toMatchObject([
      {
        headline: "the symbol table of `p` was written by a newer `crate-interface`",
        labels: [{ span: { start: 11, end: 13 }, text: "format 99" }],
      },
    ]);
  });

  test("a table of another version is used with a warning", () => {
    const definition = { name: "A", namespace: null, members: null, defaults: [], span };
    using tree = installed({ ...file({ definitions: [definition] }), version: "0.9.0" });
    const graph = scan(tree.dir, { cache: false });
    expect(graph.diagnostics).toMatchObject([
      { code: "CI3008", severity: "warning", labels: [{ text: "written for `p@0.9.0`" }] },
    ]);
    expect(packageOf(graph, tree.path("node_modules/p")).files[0].definitions).toHaveLength(1);
  });

  test("a facade, or an implementation of one, must name its table", () => {
    const manifest = (key: object) => ({
      "node_modules/p/package.json": { name: "p", version: "1.0.0", "crate-interface": key },
    });
    using bad = installed(undefined, manifest({ facadeImpl: "log" }));
    expect(scan(bad.dir, { cache: false }).diagnostics).toMatchObject([
      { code: "CI3008", headline: "`p` takes part in linking but has no symbol table" },
    ]);
    using good = installed(undefined, manifest({ implementations: { A: "a" } }));
    expect(scan(good.dir, { cache: false }).diagnostics).toEqual([]);
  });
});

test("a table, or a file in it, that is a link out of the package", () => {
  const empty = { definitions: [], implementations: [], calls: [] };
  using outside = installed(
    undefined,
    { "secret.json": "{}" },
    { "node_modules/p/dist/symbols.json": "secret.json" },
  );
  expect(scan(outside.dir, { cache: false }).diagnostics).toMatchObject([
    { code: "CI3007", labels: [{ span: { file: outside.path("node_modules/p/package.json") } }] },
  ]);
  using file = installed(
    { format: 1, package: "p", version: "1.0.0", files: [{ file: "dist/out.js", ...empty }] },
    { "secret.js": "" },
    { "node_modules/p/dist/out.js": "secret.js" },
  );
  expect(scan(file.dir, { cache: false }).diagnostics[0].headline).toContain(
    "`files[0].file` leads out of the package",
  );
});
