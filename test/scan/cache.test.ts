import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCache } from "../../src/scan/cache.ts";
import { createFileTables, type FileEntry } from "../../src/scan/file-tables.ts";
import { readerVersion } from "../../src/scan/reader-version.ts";
import { scan } from "../../src/scan/scan.ts";
import { isFresh, readStamp, sameStamp } from "../../src/scan/stamp.ts";
import { type Tree, writeTree } from "../tree.ts";

const DEFINE = `import { def_interface } from "crate-interface/macro";
import type { Shape } from "./types";
export const If = def_interface<Shape>();
`;
const CACHE = "node_modules/.cache/crate-interface";

let tree: Tree;
beforeEach(() => {
  tree = writeTree({
    "package.json": { name: "app" },
    "node_modules/.keep": "",
    "src/if.ts": DEFINE,
    "src/types.ts": "export interface Shape { a(): void }",
    "src/plain.ts": "export {};",
  });
});
afterEach(() => tree.cleanup());

/** Lets the time stamps of the tree settle, without waiting: as if the scan began later. */
function settled(): Map<string, FileEntry> {
  const tables = createFileTables(new Map());
  for (const name of ["src/if.ts", "src/plain.ts"]) tables.read(tree.path(name));
  openCache(tree.dir)?.write(tables.entries, Date.now() + 60_000);
  return tables.entries;
}

function cacheFile(): string {
  const [name] = readdirSync(tree.path(CACHE));
  return tree.path(`${CACHE}/${name}`);
}

describe("what is read back", () => {
  test("is what was written, files without macros included", () => {
    const entries = settled();
    expect(openCache(tree.dir)?.read()).toEqual(entries);
    expect(readdirSync(tree.path(CACHE))).toHaveLength(1);
  });

  test("saves reading the files: only what changed is read again", () => {
    settled();
    const entries = openCache(tree.dir)?.read() as Map<string, FileEntry>;
    const tables = createFileTables(entries);
    const table = tables.read(tree.path("src/if.ts"));
    expect(tables.read(tree.path("src/plain.ts"))).toBeNull();
    expect(tables.reads).toBe(0);
    expect(table?.definitions[0].members).toMatchObject([{ name: "a" }]);

    tree.write("src/plain.ts", DEFINE);
    expect(tables.read(tree.path("src/plain.ts"))).not.toBeNull();
    expect(tables.reads).toBe(1);
  });

  test("depends on the files that the members are declared in", () => {
    settled();
    tree.write("src/types.ts", "export interface Shape { b(): void }");
    const tables = createFileTables(openCache(tree.dir)?.read() as Map<string, FileEntry>);
    expect(tables.read(tree.path("src/if.ts"))?.definitions[0].members).toMatchObject([
      { name: "b" },
    ]);
  });

  test.each([
    ["cut short", (text: string) => text.slice(0, -10)],
    ["changed", (text: string) => text.replace('"If"', '"Of"')],
    ["of another program", () => '{"plain":[],"tables":[]}'],
    ["empty", () => ""],
    ["not text", () => "\0\uFFFF"],
  ])("is nothing when the file is %s", (_, damage) => {
    settled();
    writeFileSync(cacheFile(), damage(readFileSync(cacheFile(), "utf8")));
    expect(openCache(tree.dir)?.read().size).toBe(0);
    expect(scan(tree.dir).packages.get(tree.dir)?.files).toHaveLength(1);
  });
});

test("another build of the same version reads tables for itself", async () => {
  const built = "../../dist/scan/reader-version.js";
  const other = (await import(built)) as typeof import("../../src/scan/reader-version.ts");
  expect(readerVersion()).toBe(readerVersion());
  expect(other.readerVersion()).not.toBe(readerVersion());
});

test("a file that changed just now is not trusted: it may change again within the same tick", () => {
  const stamp = readStamp(tree.path("src/plain.ts"));
  expect(isFresh(stamp, stamp.changed + 10)).toBe(true);
  expect(isFresh(stamp, stamp.changed + 60_000)).toBe(false);
  expect(isFresh({ size: 1, modified: 1_000, changed: 5_000 }, 6_500)).toBe(true);
  openCache(tree.dir)?.write(createFileTables(new Map()).entries, 0);
  scan(tree.dir);
  expect(openCache(tree.dir)?.read().size).toBe(0);
});

test("content that keeps size and time of modification is still seen", () => {
  const file = tree.path("src/plain.ts");
  const before = readStamp(file);
  const { atime, mtime } = statSync(file);
  tree.write("src/plain.ts", "import {};");
  utimesSync(file, atime, mtime);
  expect(readStamp(file).size).toBe(before.size);
  expect(sameStamp(readStamp(file), before)).toBe(false);
});

describe("where it is written", () => {
  test("in the nearest node_modules, which may be above", () => {
    tree.write("packages/a/package.json", { name: "a" });
    tree.write("packages/a/index.ts", "export {};");
    scan(tree.path("packages/a"));
    expect(readdirSync(tree.path(CACHE))).toHaveLength(1);
    expect(readdirSync(tree.path("packages/a"))).toEqual(["index.ts", "package.json"]);
  });

  test("nowhere with `cache: false`", () => {
    scan(tree.dir, { cache: false });
    expect(readdirSync(tree.path("node_modules"))).toEqual([".keep"]);
  });

  test("a disk that refuses is no error", () => {
    // Not a permission, which a privileged user does not have to heed: a file where a folder goes.
    tree.write("node_modules/.cache", "");
    expect(scan(tree.dir).packages.get(tree.dir)?.files).toHaveLength(1);
    expect(readdirSync(tree.path("node_modules")).sort()).toEqual([".cache", ".keep"]);
  });

  test("builds at the same time leave one complete file", () => {
    const entries = settled();
    const caches = Array.from({ length: 8 }, () => openCache(tree.dir));
    for (const cache of caches) cache?.write(entries, Date.now() + 60_000);
    expect(readdirSync(tree.path(CACHE))).toHaveLength(1);
    expect(openCache(tree.dir)?.read().size).toBe(2);
  });
});
