import { expect, test } from "vitest";
import { createFileRules, type FileOptions } from "../../src/scan/source-files.ts";
import { type Files, type Tree, writeTree } from "../tree.ts";

/** What is scanned, relative to the tree; checked against `has`, which must say the same. */
function listed(tree: Tree, all: string[], options: FileOptions = {}): string[] {
  const rules = createFileRules(tree.dir, options);
  const list = rules.list().map((file) => file.slice(tree.dir.length + 1));
  const has = all.filter((file) => createFileRules(tree.dir, options).has(tree.path(file))).sort();
  expect(list).toEqual(has);
  return list;
}

function empty(...paths: string[]): Files {
  return Object.fromEntries(paths.map((path) => [path, ""]));
}

test("sources by extension, without declarations", () => {
  const sources = "a.ts b.tsx c.mts d.cts e.js f.jsx g.mjs h.cjs i.vue j.svelte".split(" ");
  const others = "k.d.ts l.d.mts m.d.vue.ts n.json o.css p.ts.map q.txs".split(" ");
  using tree = writeTree(empty(...sources, ...others));
  expect(listed(tree, [...sources, ...others])).toEqual(sources);
});

const left = [
  "src/a.test.ts",
  "src/a.spec.tsx",
  "src/__tests__/a.ts",
  "test/a.ts",
  "src/tests/a.ts",
  "dist/a.js",
  "build/a.js",
  "out/a.js",
  "coverage/a.js",
  ".next/a.js",
  "src/.cache/a.js",
  "node_modules/x/index.js",
  "src/node_modules/y/index.js",
];
const taken = ["a.ts", "src/build/a.ts", "src/contest.ts", "src/testing/a.ts"];

test("no tests, no build output, no dot-folders, no node_modules", () => {
  using tree = writeTree(empty(...left, ...taken));
  expect(listed(tree, [...left, ...taken])).toEqual(taken);
});

test("`include` adds back, `exclude` comes first, node_modules stays out", () => {
  using tree = writeTree(empty(...left, ...taken));
  expect(
    listed(tree, [...left, ...taken], {
      include: ["test/**", "**/*.spec.tsx", "node_modules/**", "./dist/a.js", "src/tests/"],
      exclude: ["src/build", "**/contest.*"],
    }),
  ).toEqual([
    "a.ts",
    "dist/a.js",
    "src/a.spec.tsx",
    "src/testing/a.ts",
    "src/tests/a.ts",
    "test/a.ts",
  ]);
});

test("a nested package is not ours; a package.json without a name begins none", () => {
  const all = ["a.ts", "inner/b.ts", "inner/deep/c.ts", "esm/d.ts", "broken/e.ts"];
  using tree = writeTree({
    ...empty(...all),
    "package.json": { name: "outer" },
    "inner/package.json": { name: "inner" },
    "esm/package.json": { type: "module" },
    "broken/package.json": "{",
  });
  expect(listed(tree, all)).toEqual(["a.ts", "esm/d.ts"]);
});

test("symbolic links are not followed, so circles are none", () => {
  using tree = writeTree(empty("src/a.ts"), {
    "src/loop": "src",
    "src/b.ts": "src/a.ts",
    "src/c.ts": "nowhere",
    "self.ts": "self.ts",
  });
  expect(createFileRules(tree.dir).list()).toEqual([tree.path("src/a.ts")]);
});

test("a folder named like a file is a folder", () => {
  using tree = writeTree(empty("src/a.ts/b.ts"));
  expect(listed(tree, ["src/a.ts", "src/a.ts/b.ts"].slice(1))).toEqual(["src/a.ts/b.ts"]);
});

test("one folder of a package", () => {
  using tree = writeTree(empty("a.ts", "src/b.ts", "src/deep/c.ts", "dist/d.ts"));
  const rules = createFileRules(tree.dir);
  expect(rules.list(tree.path("src"))).toEqual([tree.path("src/b.ts"), tree.path("src/deep/c.ts")]);
  expect(rules.list(tree.path("dist"))).toEqual([]);
  expect(rules.list(tree.path("gone"))).toEqual([]);
});

test("what tsc writes is build output, wherever tsconfig.json puts it", () => {
  const all = ["lib/a.js", "lib/deep/b.js", "src/lib/c.ts", "types/d.ts"];
  const tree = (tsconfig: string): Tree =>
    writeTree({ ...empty(...all), "tsconfig.json": tsconfig });
  const compilerOptions = (outDir: string): string =>
    `// comment\n{ "compilerOptions": { /* here */ "outDir": ${JSON.stringify(outDir)}, }, }`;

  for (const outDir of ["lib", "./lib/", "${configDir}/lib"]) {
    using output = tree(compilerOptions(outDir));
    expect(listed(output, all)).toEqual(["src/lib/c.ts", "types/d.ts"]);
    expect(listed(output, all, { include: ["lib/deep/**"] })).toEqual([
      "lib/deep/b.js",
      "src/lib/c.ts",
      "types/d.ts",
    ]);
  }
  for (const text of [
    compilerOptions("."),
    compilerOptions("../lib"),
    compilerOptions("/lib"),
    '{ "compilerOptions": { "outDir": 1 } }',
    '{ "outDir": "lib" }',
    '"outDir" {',
    `${"[".repeat(100_000)}"outDir"`,
  ]) {
    using output = tree(text);
    expect(listed(output, all)).toEqual(all);
  }
});

test("a file that package.json names is read, whatever the rules and the globs say", () => {
  const all = ["a.ts", "dist/b.js", "inner/d.ts", "src/f.css", "test/c.ts"];
  using tree = writeTree({ ...empty(...all), "inner/package.json": { name: "inner" } });
  const named = ["dist/b.js", "test/c.ts", "test/gone.ts", "inner/d.ts", "src/f.css", "a.ts"];
  const rules = createFileRules(tree.dir, { exclude: ["test/**"] }, named.map(tree.path));
  expect(rules.list()).toEqual(["a.ts", "dist/b.js", "test/c.ts"].map(tree.path));
  expect(rules.list(tree.path("test"))).toEqual([tree.path("test/c.ts")]);
  const has = [...named, "test/other.ts"].filter((path) => rules.has(tree.path(path)));
  // One that is gone is in the list as soon as it is back.
  expect(has).toEqual(["dist/b.js", "test/c.ts", "test/gone.ts", "a.ts"]);
});
