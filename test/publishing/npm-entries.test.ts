import { execFileSync } from "node:child_process";
import crateInterface from "crate-interface/rollup";
import { rollup } from "rollup";
import { describe, expect, test } from "vitest";
import { readPublishedEntries } from "../../src/scan/symbols/published-entries.ts";
import { type Tree, writeTree } from "../tree.ts";
import { checkIn, writeSymbolsIn } from "./commands.ts";
import { runTool } from "./publish.ts";

// `publishConfig.exports` is what pnpm and Yarn publish, and nothing to npm.

const PNPM = "pnpm/bin/pnpm.cjs";
const YARNRC = "enableImmutableInstalls: false\nenableNetwork: false\nenableTelemetry: false\n";
const YARN = "@yarnpkg/cli-dist/bin/yarn.js";

const MANIFEST = {
  name: "log",
  version: "1.0.0",
  type: "module",
  exports: "./src/index.ts",
  files: ["dist", "src"],
  publishConfig: { exports: "./dist/index.js" },
  "crate-interface": { facade: true, symbols: "./dist/crate-interface.json" },
};

/** A library whose `exports` lead to sources, and only `publishConfig` to the output. */
function library(manifest: Record<string, unknown> = {}, files = {}): Tree {
  return writeTree({
    "package.json": { ...MANIFEST, ...manifest },
    "src/index.ts":
      'import { def_interface } from "crate-interface/macro";\n' +
      "export const Logger = def_interface<{ write?(): void }>({ defaults: { write() {} } });\n",
    "dist/index.js": "export const Logger = {};\nexport function __Logger_write$weak() {}\n",
    ...files,
  });
}

const WARNING = [
  "warning[CI3008]: npm would publish `log` as source, with its macros",
  "  --> package.json:11:16",
  "   9 |   ],",
  '  10 |   "publishConfig": {',
  '> 11 |     "exports": "./dist/index.js"',
  "     |                ^^^^^^^^^^^^^^^^^ not heeded by npm",
  "  12 |   },",
  '  13 |   "crate-interface": {',
  "  note: pnpm and Yarn put `publishConfig.exports` in the place of `exports` when they pack; npm publishes `exports`, which leads to `src/index.ts`",
  "  help: publish with `pnpm publish` or `yarn npm publish`, and let `packageManager` of package.json say which",
  "  help: or, to publish with npm, let `exports` itself lead to the output",
].join("\n");

/** What package.json exports in a tarball. */
function packedExports(tree: Tree, tarball: string): unknown {
  const text = execFileSync("tar", ["xOf", tarball, "package/package.json"], { cwd: tree.dir });
  return JSON.parse(String(text)).exports;
}

describe("what is exported in the tarball of", () => {
  test("npm", () => {
    using tree = library();
    execFileSync("npm", ["pack"], { cwd: tree.dir, stdio: "pipe" });
    expect(packedExports(tree, "log-1.0.0.tgz")).toBe("./src/index.ts");
    expect(readPublishedEntries(tree.dir).npmPaths).toEqual(["src/index.ts"]);
  });

  test("pnpm", () => {
    using tree = library();
    runTool(PNPM, ["pack"], tree.dir);
    expect(packedExports(tree, "log-1.0.0.tgz")).toBe("./dist/index.js");
    expect(readPublishedEntries(tree.dir).paths).toEqual(["dist/index.js"]);
  });

  test("Yarn", () => {
    using tree = library({}, { "yarn.lock": "", ".yarnrc.yml": YARNRC });
    runTool(YARN, ["install"], tree.dir);
    runTool(YARN, ["pack"], tree.dir);
    expect(packedExports(tree, "package.tgz")).toBe("./dist/index.js");
  });
});

test("`symbols --write` and `check` say that npm would publish the sources", () => {
  using tree = library({}, { "package-lock.json": {} });
  const written = writeSymbolsIn(tree.dir);
  expect(written.exitCode).toBe(0);
  expect(written.stdout).toBe(
    `${WARNING}\n\n1 warning; run \`crate-interface explain CI3008\` to read more\n\nwrote dist/crate-interface.json`,
  );
  expect(checkIn(tree.dir).stdout).toContain(WARNING);
});

test("so does the build of the library by a plugin", async () => {
  using tree = library();
  const warnings: string[] = [];
  const build = await rollup({
    input: tree.path("src/index.ts"),
    plugins: [crateInterface({ root: tree.dir })],
    onwarn: ({ message }) => void warnings.push(message),
  });
  await build.write({ dir: tree.path("dist") });
  await build.close();
  expect(warnings).toEqual([expect.stringContaining(WARNING.split("\n")[0]!)]);
});

test.each<[string, manifest: Record<string, unknown>, files: Record<string, unknown>]>([
  ["pnpm packs, as `packageManager` says", { packageManager: "pnpm@10.34.9" }, {}],
  ["Yarn packs, as `packageManager` says", { packageManager: "yarn@4.18.1" }, {}],
  ["pnpm packs, as the lockfile says", {}, { "pnpm-lock.yaml": "lockfileVersion: '9.0'\n" }],
  ["Yarn packs, as the lockfile says", {}, { "yarn.lock": "__metadata:\n  version: 8\n" }],
  ["it is private", { private: true }, {}],
  ["`exports` lead to the output", { exports: "./dist/index.js" }, {}],
  [
    "`exports` lead to the output without a condition",
    {
      exports: { "@acme/source": "./src/index.ts", default: "./dist/index.js" },
    },
    {},
  ],
])("nothing is said where %s", (_, manifest, files) => {
  using tree = library(manifest, files);
  expect(writeSymbolsIn(tree.dir).stdout).toBe("wrote dist/crate-interface.json");
});

test.each([
  ["Yarn 1", { packageManager: "yarn@1.22.22" }, {}],
  ["Yarn 1, as its lockfile says", {}, { "yarn.lock": "# yarn lockfile v1\n" }],
  ["Bun", {}, { "bun.lock": "{}" }],
])("%s is like npm", (_, manifest, files) => {
  using tree = library(manifest, files);
  expect(writeSymbolsIn(tree.dir).stdout).toContain(WARNING.split("\n")[0]);
});

test("`main` is like `exports`", () => {
  const main = { exports: undefined, main: "src/index.ts" };
  using tree = library({ ...main, publishConfig: { main: "dist/index.js" } });
  expect(writeSymbolsIn(tree.dir).stdout).toContain(
    "help: or, to publish with npm, let `main` itself lead to the output\n",
  );
});
