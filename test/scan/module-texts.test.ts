import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { check } from "../../src/cli/check.ts";
import { readSettings } from "../../src/cli/settings.ts";
import { openModuleTexts } from "../../src/scan/module-texts.ts";
import { type Tree, writeTree } from "../tree.ts";

const CACHE = "node_modules/.cache/crate-interface";

let tree: Tree;
beforeEach(() => {
  tree = writeTree({
    "package.json": { name: "app" },
    "node_modules/.keep": "",
    "src/a.ts": 'import { b } from "./b.ts";\nb();',
    "src/b.ts": "export function b() {}",
  });
});
afterEach(() => tree.cleanup());

const a = (): string => tree.path("src/a.ts");
const b = (): string => tree.path("src/b.ts");

/** Reads both modules as one process does, a minute after they were written. */
function processReads(...files: string[]): number {
  const texts = openModuleTexts(tree.dir, Date.now() + 60_000);
  for (const file of files) texts.read(file);
  texts.save();
  return texts.reads;
}

test("what one process has read, the next one knows", () => {
  expect(processReads(a(), b())).toBe(2);
  expect(processReads(a(), b())).toBe(0);
  const texts = openModuleTexts(tree.dir);
  expect(texts.has(a())).toBe(true);
  expect(texts.read(a()).imports).toEqual([{ specifier: "./b.ts", link: null }]);
  expect(texts.reads).toBe(0);
});

test("a file that changed is read again, one that is gone is empty", () => {
  processReads(a(), b());
  tree.write("src/a.ts", 'import { c } from "./c.ts";\nc();');
  tree.remove("src/b.ts");
  const texts = openModuleTexts(tree.dir);
  expect([texts.has(a()), texts.has(b())]).toEqual([false, false]);
  expect(texts.read(a()).imports).toEqual([{ specifier: "./c.ts", link: null }]);
  expect(texts.read(b()).exports).toEqual([]);
});

test("a file that may still change within a tick of its time stamp is not remembered", () => {
  const texts = openModuleTexts(tree.dir, Date.now());
  texts.read(a());
  texts.save();
  expect(openModuleTexts(tree.dir).has(a())).toBe(false);
});

test("what was not asked for is forgotten", () => {
  processReads(a(), b());
  processReads(b());
  expect(openModuleTexts(tree.dir).has(a())).toBe(false);
  expect(openModuleTexts(tree.dir).has(b())).toBe(true);
});

test("a cache that another hand has changed counts as none", () => {
  processReads(a(), b());
  const file = tree.path(`${CACHE}/${readdirSync(tree.path(CACHE))[0]}`);
  writeFileSync(file, readFileSync(file, "utf8").replace("./b.ts", "./x.ts"));
  expect(processReads(a(), b())).toBe(2);
});

test("without node_modules nothing is written anywhere", () => {
  tree.remove("node_modules");
  expect(processReads(a())).toBe(1);
  expect(readdirSync(tree.dir).sort()).toEqual(["package.json", "src"]);
});

test("check finds the same with a cache, and what an edit brings", () => {
  const DEFINE = 'import { def_interface } from "crate-interface/macro";\n';
  tree.write("src/own.ts", `${DEFINE}export const OwnIf = def_interface();`);
  tree.write("src/main.ts", 'import { OwnIf } from "./own.ts";\nOwnIf.hello();');
  const old = new Date(Date.now() - 3_600_000);
  utimesSync(tree.path("src/main.ts"), old, old);
  const codes = (): string[] => {
    const { stdout } = check(readSettings({ cwd: tree.dir, json: true }));
    return JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);
  };
  const first = codes();
  expect(first).toContain("CI1013");
  expect(codes()).toEqual(first);
  tree.write("src/main.ts", 'import { OwnIf } from "./own.ts";\nexport { OwnIf };');
  expect(codes()).not.toContain("CI1013");
});
