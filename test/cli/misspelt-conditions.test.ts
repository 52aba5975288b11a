import { expect, test } from "vitest";
import { check } from "../../src/cli/check.ts";
import { readSettings } from "../../src/cli/settings.ts";
import { type Tree, writeTree } from "../tree.ts";

/** A program that implements its interface under a condition, and without. */
function program(condition: string, selected: string = condition): Tree {
  return writeTree({
    "package.json": {
      name: "app",
      private: true,
      "crate-interface": {
        implementations: { Rng: { [selected]: "./src/web.ts", default: "./src/rng.ts" } },
      },
    },
    "src/rng.ts": `import { call_interface, def_interface, impl_interface } from "crate-interface/macro";
export const Rng = def_interface<{ next(): number }>();
impl_interface(Rng, { next: () => 4 });
export const roll = () => call_interface(Rng.next());
`,
    "src/web.ts": `import { impl_interface } from "crate-interface/macro";
import { Rng } from "./rng.js";
impl_interface(Rng, { next: () => 6 }, { conditions: [${JSON.stringify(condition)}] });
`,
  });
}

function said(tree: Tree, conditions?: string): string {
  const { stdout, exitCode } = check(
    readSettings({ cwd: tree.dir, color: false, ...(conditions ? { conditions } : {}) }),
  );
  expect(exitCode).toBe(0);
  return stdout.split("\n\n").slice(2).join("\n\n");
}

test("a condition that looks like a well-known one is a warning, wherever it stands", () => {
  using tree = program("brower");
  expect(said(tree)).toBe(
    [
      "warning[CI3006]: `brower` looks like the condition `browser`",
      "  --> package.json:7:9",
      '  5 |     "implementations": {',
      '  6 |       "Rng": {',
      '> 7 |         "brower": "./src/web.ts",',
      "    |         ^^^^^^^^^^^^^^^^^^^^^^^^ for builds with `brower` alone",
      '  8 |         "default": "./src/rng.ts"',
      "  9 |       }",
      "  help: write `browser`",
      "  help: or, if it is a condition of your own, name it: `crate-interface check --conditions brower`",
      "",
      "warning[CI1007]: `brower` looks like the condition `browser`",
      "  --> src/web.ts:3:16",
      '  1 | import { impl_interface } from "crate-interface/macro";',
      '  2 | import { Rng } from "./rng.js";',
      '> 3 | impl_interface(Rng, { next: () => 6 }, { conditions: ["brower"] });',
      "    |                ^^^ for builds with `brower` alone",
      "  help: write `browser`",
      "  help: or, if it is a condition of your own, name it: `crate-interface check --conditions brower`",
      "",
      "2 warnings; run `crate-interface explain CI1007` (also CI3006) to read more",
    ].join("\n"),
  );
  expect(said(tree, "brower")).toBe("");
});

test.each([
  ["Browser", "browser"],
  ["borwser", "browser"],
  ["developement", "development"],
  ["prodution", "production"],
  ["react_native", "react-native"],
  ["ndoe", "node"],
  ["tset", "test"],
])("%s may be %s", (condition, meant) => {
  using tree = program(condition);
  expect(said(tree)).toContain(`\`${condition}\` looks like the condition \`${meant}\``);
});

test("a choice that is misspelt for `default` is one", () => {
  using tree = program("browser", "defualt");
  expect(said(tree)).toContain("warning[CI3006]: `defualt` looks like the condition `default`\n");
});

test.each([
  "acme",
  "code",
  "desktop",
  "mode",
  "node20",
  "nodejs",
  "rest",
  "server",
  "ssr",
  "staging",
  "tests",
  "text",
  "web",
  "workers",
])("%s is a condition of one's own", (condition) => {
  using tree = program(condition);
  expect(said(tree)).toBe("");
});
