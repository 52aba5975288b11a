import { expect, test } from "vitest";
import { workspacePackages } from "../../src/scan/workspace.ts";
import { readPackagesList } from "../../src/scan/workspace-globs.ts";
import { type Files, type Tree, writeTree } from "../tree.ts";

const PACKAGES: Files = {
  "apps/web/package.json": { name: "web" },
  "packages/b/package.json": { name: "b" },
  "packages/a/package.json": { name: "a" },
  "packages/a/examples/deep/package.json": { name: "deep" },
  "packages/a/node_modules/installed/package.json": { name: "installed" },
  "packages/.hidden/package.json": { name: "hidden" },
  "packages/none/src/index.ts": "",
  "tools/package.json": { name: "tools" },
};

/** The packages of the workspace, relative to it, as one of them sees it. */
function seenFrom(dir: string, workspace: Files): string[] {
  using tree = writeTree({ ...PACKAGES, ...workspace });
  return relative(tree, workspacePackages(tree.path(dir)));
}

function relative(tree: Tree, dirs: string[]): string[] {
  return dirs.map((dir) => dir.slice(tree.dir.length + 1));
}

const npm = (...workspaces: string[]): Files => ({ "package.json": { name: "root", workspaces } });

test("npm and Yarn: globs, folders, and slashes at either end", () => {
  expect(seenFrom("packages/a", npm("./packages/*/", "tools", "apps/*"))).toEqual([
    "apps/web",
    "packages/a",
    "packages/b",
    "tools",
  ]);
});

test("Yarn 1: an object", () => {
  const workspaces = { packages: ["packages/*"], nohoist: ["**"] };
  expect(seenFrom("packages/b", { "package.json": { name: "root", workspaces } })).toEqual([
    "packages/a",
    "packages/b",
  ]);
});

test("negated globs and `**`", () => {
  expect(seenFrom("packages/b", npm("!packages/a/**", "packages/**"))).toEqual(["packages/b"]);
  expect(seenFrom("packages/b", npm("packages/**", "!**/examples/**"))).toEqual([
    "packages/a",
    "packages/b",
  ]);
});

test("pnpm", () => {
  const yaml = `# where packages are
packages:
  - 'packages/*'   # libraries
  - "apps/*"

  - tools
  - '!packages/b'
catalog:
  - not-a-glob
`;
  expect(seenFrom("apps/web", { "package.json": {}, "pnpm-workspace.yaml": yaml })).toEqual([
    "apps/web",
    "packages/a",
    "tools",
  ]);
});

test("the root of the workspace is the package being built", () => {
  expect(seenFrom(".", npm("packages/*"))).toEqual(["packages/a", "packages/b"]);
});

test("only the workspace that names the package counts, not one that happens to be around it", () => {
  const inner = { "packages/a/package.json": { name: "a", workspaces: ["examples/*"] } };
  expect(seenFrom("packages/a/examples/deep", { ...npm("packages/*"), ...inner })).toEqual([
    "packages/a/examples/deep",
  ]);
  expect(seenFrom("tools", { ...npm("packages/*") })).toEqual([]);
});

test("what is broken names nothing", () => {
  for (const text of ["{", "[]", '{"workspaces": 1}', '{"workspaces": [1, {}]}']) {
    expect(seenFrom("packages/a", { "package.json": text })).toEqual([]);
  }
  expect(seenFrom("packages/a", npm("", "!", "[", "packages/{", "/", "gone/*"))).toEqual([]);
});

test.each<[yaml: string, globs: string[] | null]>([
  ["packages: ['a/*', \"b\", c]", ["a/*", "b", "c"]],
  ["packages: [a] # comment\n", ["a"]],
  ["\uFEFFpackages:\r\n- a\r\n- b\r\n", ["a", "b"]],
  ["catalog:\n  x: 1\npackages:\n  - a\n", ["a"]],
  ["  packages:\n    - nested\n", null],
  ["packages:\n", null],
  ["packages: &anchor\n  - a\n", ["a"]],
  ["", null],
])("the list of %j is %j", (yaml, globs) => {
  expect(readPackagesList(yaml)).toEqual(globs);
});
