import { execFileSync } from "node:child_process";
import { unlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { createFileTables } from "../../src/scan/file-tables.ts";
import { readBytes, readText } from "../../src/scan/read-file.ts";
import { scan } from "../../src/scan/scan.ts";
import { type Files, writeTree } from "../tree.ts";

const MACRO = 'import { call_interface } from "crate-interface/macro";\n';
const CALL = `${MACRO}import { If } from "if";\ncall_interface(If.a());\n`;

/** Codes of the diagnostics per file that takes part. */
function codes(files: Files, links: Record<string, string> = {}): Record<string, string[]> {
  using tree = writeTree({ "package.json": { name: "app" }, ...files }, links);
  const graph = scan(tree.dir, { cache: false });
  const tables = graph.packages.get(tree.dir)?.files ?? [];
  return Object.fromEntries(
    tables.map(({ file, diagnostics }) => [
      file.slice(tree.dir.length + 1),
      diagnostics.map(({ code }) => code),
    ]),
  );
}

test("a syntax error is one diagnostic, and the other files count", () => {
  expect(codes({ "a.ts": `${CALL}const = ;`, "b.ts": CALL })).toEqual({
    "a.ts": ["CI1012"],
    "b.ts": [],
  });
});

test.each([
  ["parentheses", "(".repeat(10_000) + "1" + ")".repeat(10_000)],
  ["arrays", "[".repeat(10_000) + "]".repeat(10_000)],
  ["templates", "`${".repeat(10_000) + "1" + "}`".repeat(10_000)],
  ["types", `1 as ${"[".repeat(10_000)}1${"]".repeat(10_000)}`],
  ["arrow functions", `${"() => ".repeat(10_000)}1`],
  ["operators", "!".repeat(100_000) + "1"],
  ["sums", "1+".repeat(100_000) + "1"],
  ["open brackets", "[".repeat(100_000)],
])("10,000 levels of %s", (_, expression) => {
  expect(codes({ "a.ts": `${CALL}const x = ${expression};`, "b.ts": CALL })).toEqual({
    "a.ts": ["CI1012"],
    "b.ts": [],
  });
});

test("a `node_modules` that is a symbolic link to itself holds nothing", () => {
  using tree = writeTree(
    { "package.json": { name: "app", dependencies: { x: "*" } }, "a.ts": CALL },
    { node_modules: "node_modules" },
  );
  const app = scan(tree.dir).packages.get(tree.dir);
  expect(app?.dependencies).toMatchObject([{ name: "x", dir: null }]);
  expect(app?.files).toHaveLength(1);
});

test("nesting in a file of types, which is parsed as well", () => {
  const deep = `export type X = ${"[".repeat(10_000)}1${"]".repeat(10_000)}; export interface Shape { a(): void }`;
  const define =
    'import { def_interface } from "crate-interface/macro"; import { Shape } from "./t"; export const A = def_interface<Shape>();';
  expect(codes({ "a.ts": define, "t.ts": deep })).toEqual({ "a.ts": [] });
});

test("names with quotes, backslashes, line breaks and the end of a comment", () => {
  const name = "it's \"*/ \\ \u2028 `${x}`.ts";
  const files = codes({ [name]: CALL, "line\nbreak.ts": CALL });
  expect(files).toEqual({ [name]: [], "line\nbreak.ts": [] });
  const member = `${MACRO}import { If } from "i'f\\"*/";\ncall_interface(If.\\u0061());`;
  expect(codes({ "a.ts": member })).toEqual({ "a.ts": [] });
});

test("bytes that are not UTF-8, and another encoding altogether", () => {
  const broken = Buffer.concat([Buffer.from(`${CALL}// `), Buffer.from([0xff, 0xfe, 0xc0, 0x80])]);
  const utf16 = Buffer.from(`\uFEFF${CALL}`, "utf16le");
  expect(codes({ "a.ts": broken, "b.ts": utf16, "c.ts": Buffer.alloc(1_000) })).toEqual({
    "a.ts": [],
  });
});

test("a byte order mark moves no position", () => {
  using tree = writeTree({ "package.json": {}, "a.ts": `\uFEFF${MACRO}call_interface;` });
  const [table] = scan(tree.dir, { cache: false }).packages.get(tree.dir)?.files ?? [];
  const { start, end } = table.diagnostics[0].labels[0].span;
  expect(String(readText(table.file)).slice(start, end)).toBe("call_interface");
});

test("links to nothing, to themselves and to a folder above", () => {
  expect(codes({ "a.ts": CALL }, { "gone.ts": "nowhere", "self.ts": "self.ts", up: "." })).toEqual({
    "a.ts": [],
  });
});

test("a file that vanishes between listing and reading", () => {
  using tree = writeTree({ "a.ts": CALL });
  const tables = createFileTables(new Map());
  expect(tables.read(tree.path("a.ts"))).not.toBeNull();
  unlinkSync(tree.path("a.ts"));
  expect(tables.read(tree.path("a.ts"))).toBeNull();
  expect(tables.entries.size).toBe(0);
});

test("what is no file is not read, and a pipe not waited for", () => {
  using tree = writeTree({ "x/y": "" });
  expect(readBytes(tree.path("x"))).toEqual({ reason: "it is a folder" });
  expect(readBytes(tree.path("gone"))).toEqual({ reason: "it does not exist" });
  execFileSync("mkfifo", [tree.path("pipe.ts")]);
  expect(readBytes(tree.path("pipe.ts"))).toEqual({ reason: "it is no regular file" });
  expect(codes({ "a.ts": CALL })).toEqual({ "a.ts": [] });
});

test("files of every size are read whole", () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 3_000_000]) {
    using tree = writeTree({ a: "x".repeat(size) });
    expect(readBytes(tree.path("a"))).toHaveLength(size);
  }
  using tree = writeTree({ a: Buffer.alloc(17 * 1024 * 1024) });
  expect(readBytes(tree.path("a"))).toMatchObject({ reason: "it is larger than 16 MiB" });
});

test("a source file that is too large is said to be left out, if it mentions the macros", () => {
  using tree = writeTree({ "package.json": {}, "plain.js": Buffer.alloc(17 * 1024 * 1024, " ") });
  const { length } = "crate-interface/macro";
  // Also where the text lies across what is read at once.
  for (const offset of [0, 1024 * 1024 - length + 1, 1024 * 1024 - 1, 17 * 1024 * 1024]) {
    tree.write("large.js", `${" ".repeat(offset)}${CALL}${" ".repeat(17 * 1024 * 1024 - offset)}`);
    const [table, ...others] = scan(tree.dir, { cache: false }).packages.get(tree.dir)!.files;
    expect(others).toEqual([]);
    expect(table).toMatchObject({ file: tree.path("large.js"), calls: [] });
    expect(table.diagnostics).toMatchObject([
      {
        code: "CI1012",
        severity: "warning",
        headline: "this file is not read: it is larger than 16 MiB",
      },
    ]);
  }
});
