import { describe, expect, test } from "vitest";
import { bundlers } from "../bundlers/bundlers.ts";
import { workspace } from "../bundlers/workspace.ts";
import { type Tree, writeTree } from "../tree.ts";
import { checkIn, writeSymbolsIn } from "./commands.ts";

// What `symbols --write` warns of besides the table: what users would miss all the same.

const DEFINITION =
  'import { def_interface } from "crate-interface/macro";\n' +
  "export const Logger = def_interface<{ write?(): void }>({ defaults: { write() {} } });\n";
const BUILT = "export const Logger = {};\nexport function __Logger_write$weak() {}\n";
const WROTE = "wrote dist/crate-interface.json";

const library = (manifest: Record<string, unknown>, built = BUILT): Tree =>
  writeTree({
    "package.json": {
      name: "log",
      version: "1.0.0",
      type: "module",
      exports: "./dist/index.js",
      dependencies: { "crate-interface": "*" },
      "crate-interface": { facade: true, symbols: "./dist/crate-interface.json" },
      ...manifest,
    },
    "src/index.ts": DEFINITION,
    "dist/index.js": built,
  });

describe.each<
  [what: string, Record<string, unknown>, built: string, warning: string, mended: object]
>([
  [
    "`exports` that lead to no file",
    { exports: { ".": "./lib/index.js" } },
    BUILT,
    "warning[CI3008]: package.json of `log` leads to `lib/index.js`, which is not there\n",
    { exports: { ".": "./dist/index.js" } },
  ],
  [
    "`exports` that lead to what `files` leaves out",
    {
      exports: { ".": "./dist/index.js", "./more": "./more/index.js" },
      files: ["dist"],
    },
    BUILT,
    "without `more/index.js`\n",
    { files: ["dist", "more"] },
  ],
  [
    "types that are not installed",
    { dependencies: {}, devDependencies: { "crate-interface": "*" } },
    BUILT,
    "warning[CI3008]: `log` lists `crate-interface` in its devDependencies alone\n",
    { dependencies: { "crate-interface": "*" } },
  ],
])("%s", (_, manifest, built, warning, mended) => {
  test("are warned of, by `check` as well", () => {
    using tree = library(manifest, built);
    tree.write("more/index.js", "export {};\n");
    const { exitCode, stdout } = writeSymbolsIn(tree.dir);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining(warning) });
    expect(stdout).toContain(WROTE);
    expect(stdout).toContain("1 warning;");
    if (!warning.includes("leads to")) expect(checkIn(tree.dir).stdout).toContain(warning);
  });

  test("are no more once the help is followed", () => {
    using tree = library({ ...manifest, ...mended }, built);
    tree.write("more/index.js", "export {};\n");
    expect(writeSymbolsIn(tree.dir).stdout).toBe(WROTE);
  });

  test("are nothing to a package that is private", () => {
    using tree = library({ ...manifest, private: true }, built);
    tree.write("more/index.js", "export {};\n");
    if (!warning.includes("leads to")) expect(writeSymbolsIn(tree.dir).stdout).toBe(WROTE);
  });
});

test("output that was built before a member was removed is told by what it exports", () => {
  using tree = library({}, `${BUILT}export function __Logger_flush$weak() {}\n`);
  expect(writeSymbolsIn(tree.dir).stdout).toContain(
    [
      "warning[CI3008]: `dist/index.js` is older than the source, or not built from it",
      "  note: it exports `__Logger_flush$weak`, which no file of the source has",
      "  help: build again, into an empty folder, and then run `crate-interface symbols --write` again",
    ].join("\n"),
  );
  tree.write("dist/index.js", BUILT);
  expect(writeSymbolsIn(tree.dir).stdout).toBe(WROTE);
});

test("output that imports sources, as Babel leaves it, is told", () => {
  using tree = library({});
  tree.write("dist/logger.js", BUILT);
  tree.write("dist/index.js", 'export * from "./logger.ts";\n');
  expect(writeSymbolsIn(tree.dir).stdout).toContain(
    "warning[CI3008]: `dist/index.js` imports `./logger.ts`, which is not in the output\n",
  );
  tree.write("dist/index.js", 'export * from "./logger.js";\n');
  expect(writeSymbolsIn(tree.dir).stdout).toBe(WROTE);
});

test.each(Object.entries(bundlers))(
  "%s warns of a library with a facade in it",
  async (_, bundle) => {
    using tree = workspace({
      log: { files: { "src/index.ts": DEFINITION } },
      "log-impl": {
        dependencies: ["log"],
        files: {
          "src/main.ts":
            'import { impl_interface } from "crate-interface/macro";\nimport { Logger } from "log";\n' +
            "impl_interface(Logger, { write() {} });\nexport { Logger };\n",
        },
        manifest: {
          private: true,
          exports: "./dist/main.js",
          "crate-interface": { symbols: "./dist/symbols.json" },
        },
      },
    });
    const root = tree.path("packages/log-impl");
    const job = { root, entry: `${root}/src/main.ts`, out: `${root}/dist`, plugin: { root } };
    const { warnings } = await bundle(job);
    expect(warnings).toEqual([
      expect.stringContaining(
        "warning[CI3008]: `dist/main.js` contains `log`, which defines an interface\n",
      ),
    ]);
    // What the help says.
    expect((await bundle({ ...job, external: ["log"] })).warnings).toEqual([]);
  },
);
