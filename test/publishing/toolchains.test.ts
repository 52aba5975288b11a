import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import esbuildPlugin from "crate-interface/esbuild";
import crateInterface from "crate-interface/vite";
import { build as esbuild } from "esbuild";
import { build as viteBuild } from "vite";
import { describe, expect, test } from "vitest";
import { bundlers } from "../bundlers/bundlers.ts";
import { type Files, type Tree, writeTree } from "../tree.ts";
import { writeSymbolsIn } from "./commands.ts";
import { TSCONFIG } from "./packages.ts";
import { runTool } from "./publish.ts";

const ENTRY = `
  export * from "./definition.js";
  export * from "./node/rng.js";
  export { roll } from "./roll.js";
`;

/** A library that defines, implements twice and calls, in a file each. */
const library = (files: Files = {}, manifest: Record<string, unknown> = {}): Tree =>
  writeTree({
    "package.json": {
      name: "rng",
      version: "1.0.0",
      type: "module",
      exports: "./dist/index.js",
      dependencies: { "crate-interface": "*" },
      "crate-interface": { symbols: "./dist/crate-interface.json" },
      ...manifest,
    },
    "tsconfig.json": TSCONFIG,
    "src/index.ts": ENTRY,
    "src/definition.ts": `
      import { def_interface } from "crate-interface/macro";
      export interface Rng { next(): number; seed?(): number }
      export const Rng = def_interface<Rng>({ defaults: { seed: () => 4 } });
    `,
    "src/node/rng.ts": `
      import { impl_interface } from "crate-interface/macro";
      import { Rng } from "../definition.js";
      impl_interface(Rng, { next: () => 4 }, { conditions: ["node"] });
    `,
    "src/web/rng.ts": `
      import { impl_interface } from "crate-interface/macro";
      import { Rng } from "../definition.js";
      impl_interface(Rng, { next: () => 6 }, { conditions: ["browser"] });
    `,
    "src/roll.ts": `
      import { call_interface } from "crate-interface/macro";
      import { Rng } from "./definition.js";
      export const roll = () => call_interface(Rng.next());
    `,
    ...files,
  });

const babel = (presetEnv: object): Files => ({
  "babel.config.json": {
    presets: [["@babel/preset-env", presetEnv], "@babel/preset-typescript"],
    plugins: ["crate-interface/babel"],
  },
});
const BABEL = ["@babel/cli/bin/babel.js", "src", "-d", "dist", "-x", ".ts"] as const;

const swcrc = (more: object): Files => ({
  ".swcrc": {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript" },
      experimental: { plugins: [["crate-interface/swc", {}]] },
    },
    ...more,
  },
});
const SWC = ["@swc/cli/bin/swc.js", "src", "-d", "dist", "--strip-leading-paths"] as const;

const write = (tree: Tree) => writeSymbolsIn(tree.dir);

/** Source file to the file that the symbol table names. */
function places(tree: Tree): Record<string, string> {
  const { files } = JSON.parse(readFileSync(tree.path("dist/crate-interface.json"), "utf8"));
  return Object.fromEntries(
    files.map(({ file, source }: { file: string; source?: string }) => [source ?? file, file]),
  );
}

const FILE_BY_FILE = {
  "src/definition.ts": "dist/definition.js",
  "src/node/rng.ts": "dist/node/rng.js",
  "src/roll.ts": "dist/roll.js",
  "src/web/rng.ts": "dist/web/rng.js",
};

describe("the table names the files that a compiler wrote", () => {
  test.each([
    ["Babel", babel({ modules: false }), BABEL],
    ["SWC", swcrc({}), SWC],
  ])("%s", (_, files, [program, ...args]) => {
    using tree = library(files);
    runTool(program, args, tree.dir);
    expect(write(tree)).toEqual({ stdout: "wrote dist/crate-interface.json", exitCode: 0 });
    expect(places(tree)).toEqual(FILE_BY_FILE);
  });

  test("ES modules, where CommonJS is written beside them", () => {
    using tree = library(
      { ...swcrc({}), "dist/cjs/package.json": { type: "commonjs" } },
      { exports: { import: "./dist/esm/index.js", require: "./dist/cjs/index.js" } },
    );
    const [program, ...args] = SWC.map((arg) => (arg === "dist" ? "dist/esm" : arg));
    runTool(program!, args, tree.dir);
    runTool(
      program!,
      [...args, "-C", "module.type=commonjs"].map((arg) => arg.replace("esm", "cjs")),
      tree.dir,
    );
    expect(write(tree).exitCode).toBe(0);
    expect(places(tree)["src/node/rng.ts"]).toBe("dist/esm/node/rng.js");
  });
});

test("`symbols --write --json` says what it did", () => {
  using tree = library();
  const failure = writeSymbolsIn(tree.dir, true);
  expect(failure.exitCode).toBe(1);
  expect(JSON.parse(failure.stdout)).toMatchObject({
    written: null,
    diagnostics: [
      { code: "CI3008", severity: "error", headline: expect.stringContaining("`rng`") },
    ],
  });
  const [program, ...args] = SWC;
  tree.write(".swcrc", swcrc({})[".swcrc"]);
  runTool(program, args, tree.dir);
  const success = writeSymbolsIn(tree.dir, true);
  expect(success.exitCode).toBe(0);
  expect(JSON.parse(success.stdout)).toEqual({
    written: "dist/crate-interface.json",
    diagnostics: [],
  });
});

describe.each(Object.entries(bundlers))("%s", (_, bundle) => {
  test("`symbols --write` after a build with the plugin writes what the build wrote", async () => {
    // In one file there can be one implementation.
    using tree = library({}, { exports: "./dist/main.js" });
    for (const name of ["definition", "node/rng", "roll"]) {
      const text = readFileSync(tree.path(`src/${name}.ts`), "utf8");
      tree.write(`src/${name}.ts`, text.replace('.js"', '.ts"'));
    }
    tree.write("src/main.ts", ENTRY.replaceAll('.js"', '.ts"'));
    tree.remove("src/web");
    const out = tree.path("dist");
    const plugin = { root: tree.dir };
    await bundle({ root: tree.dir, entry: tree.path("src/main.ts"), out, plugin });
    const built = readFileSync(tree.path("dist/crate-interface.json"), "utf8");
    expect(places(tree)["src/node/rng.ts"]).toBe("dist/main.js");
    expect(write(tree).exitCode).toBe(0);
    expect(readFileSync(tree.path("dist/crate-interface.json"), "utf8")).toBe(built);
  });
});

test("a facade without the key `symbols` is built as a library all the same, and told of it", async () => {
  using tree = library(
    {},
    { "crate-interface": { facade: true, defaultFacadeImpl: "./src/node/rng.ts" } },
  );
  tree.remove("src/web");
  tree.write("tsconfig.json", {});
  // A default has to be there always.
  const rng = readFileSync(tree.path("src/node/rng.ts"), "utf8");
  tree.write("src/node/rng.ts", rng.replace(', { conditions: ["node"] }', ""));
  const warnings: string[] = [];
  await esbuild({
    absWorkingDir: tree.dir,
    entryPoints: ["src/index.ts"],
    bundle: true,
    format: "esm",
    outdir: "dist",
    logLevel: "silent",
    plugins: [esbuildPlugin()],
  }).then((result) => warnings.push(...result.warnings.map(({ text }) => text)));
  expect(readFileSync(tree.path("dist/index.js"), "utf8")).toContain(
    'from "crate-interface/link/Rng"',
  );
  expect(places(tree)["src/node/rng.ts"]).toBe("dist/index.js");
  expect(warnings).toEqual([
    expect.stringContaining(
      "`rng` is built as a library, but its `package.json` names no symbol table",
    ),
  ]);
});

test("two implementations of one interface have an entry each, and the table tells them apart", async () => {
  using tree = library({}, { exports: { node: "./dist/n.js", browser: "./dist/b.js" } });
  const entry = { index: "src/definition.ts", b: "src/web/rng.ts", n: "src/node/rng.ts" };
  await viteBuild({
    root: tree.dir,
    configFile: false,
    logLevel: "silent",
    plugins: [crateInterface()],
    build: { lib: { entry, formats: ["es"], fileName: (_, name) => `${name}.js` } },
  });
  expect(places(tree)).toMatchObject({
    "src/node/rng.ts": "dist/n.js",
    "src/web/rng.ts": "dist/b.js",
  });

  // Nothing on disk says which is which.
  const { exitCode, stdout } = write(tree);
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    "error[CI3008]: which file of the output has the implementation in `src/node/rng.ts` cannot be told\n" +
      "  --> src/node/rng.ts:4:22\n",
  );
  expect(stdout).toContain(
    "note: the same symbols are in `src/web/rng.ts`\n" +
      "  note: they are exported by `dist/b.js`, `dist/n.js`\n",
  );
});

describe("what cannot be linked is not written", () => {
  const refused = (tree: Tree): string => {
    const { exitCode, stdout } = write(tree);
    expect(exitCode).toBe(1);
    expect(() => readFileSync(tree.path("dist/crate-interface.json"))).toThrow("ENOENT");
    return stdout;
  };

  test("nothing is built", () => {
    using tree = library();
    expect(refused(tree)).toBe(
      "error[CI3008]: `rng` is not built, so that no file exports its symbols\n" +
        "  note: there is no JavaScript in `dist`\n" +
        "  note: a symbol table says which files of the output do\n" +
        "  help: build `rng` first, then run `crate-interface symbols --write` again\n\n" +
        "1 error; run `crate-interface explain CI3008` to read more",
    );
  });

  test("its package.json says nothing that makes sense", () => {
    using tree = library();
    const nested = "[".repeat(1e5) + "]".repeat(1e5);
    const { exports: _, ...manifest } = JSON.parse(readFileSync(tree.path("package.json"), "utf8"));
    const text = JSON.stringify({ ...manifest, main: { a: ["../x.js", 1] }, files: { a: 1 } });
    tree.write("package.json", `${text.slice(0, -1)}, "exports": ${nested}}`);
    expect(refused(tree)).toContain("`rng` is not built");
  });

  test("tsc has built it, which expands nothing", () => {
    using tree = library();
    const { compilerOptions } = TSCONFIG;
    tree.write("tsconfig.json", {
      ...TSCONFIG,
      compilerOptions: { ...compilerOptions, emitDeclarationOnly: false },
    });
    runTool("typescript/bin/tsc", [], tree.dir);
    const stdout = refused(tree);
    expect(stdout).toContain(
      "error[CI3008]: the macros in `dist/definition.js` are not expanded\n  --> dist/definition.js:1:31\n",
    );
    expect(stdout).toContain("tsc --emitDeclarationOnly");
    expect(stdout).toContain("4 errors");

    // What the help says.
    const [program, ...args] = SWC;
    tree.write(".swcrc", swcrc({})[".swcrc"]);
    tree.write("tsconfig.json", TSCONFIG);
    runTool(program, args, tree.dir);
    expect(write(tree).exitCode).toBe(0);
  });

  test.each([false, true])("a bundler has put the macros into it; minified: %s", async (minify) => {
    using tree = library();
    await esbuild({
      absWorkingDir: tree.dir,
      entryPoints: ["src/roll.ts"],
      outfile: "dist/index.js",
      bundle: true,
      minify,
      format: "esm",
      alias: {
        "crate-interface/macro": fileURLToPath(new URL("../../src/macro.ts", import.meta.url)),
      },
    });
    const stdout = refused(tree);
    expect(stdout).toContain("error[CI3008]: the macros in `dist/index.js` are not expanded\n");
    expect(stdout).toContain("throws when it runs\n");
  });

  test("tsc has built CommonJS", () => {
    using tree = library({}, { type: "commonjs" });
    const { compilerOptions } = TSCONFIG;
    tree.write("tsconfig.json", {
      ...TSCONFIG,
      compilerOptions: { ...compilerOptions, emitDeclarationOnly: false },
    });
    runTool("typescript/bin/tsc", [], tree.dir);
    expect(refused(tree)).toContain("the macros in `dist/node/rng.js` are not expanded");
  });

  test.each([
    ["Babel, whose preset writes CommonJS unless told otherwise", babel({}), BABEL],
    ["SWC, told to", swcrc({ module: { type: "commonjs" } }), SWC],
  ])("it is CommonJS: %s", (_, files, [program, ...args]) => {
    using tree = library(files);
    runTool(program, args, tree.dir);
    const stdout = refused(tree);
    expect(stdout).toContain(
      "error[CI3008]: no file of the output exports what `src/node/rng.ts` defines or implements\n" +
        "  --> src/node/rng.ts:4:22\n",
    );
    expect(stdout).toContain(
      "  note: not exported: `__Rng_next`\n" +
        "  note: `dist/node/rng.js` is CommonJS; ES modules are linked\n" +
        "  help: have the build write ES modules, besides CommonJS if need be\n",
    );
  });

  test("a bundler without the entry for it has left an implementation out", () => {
    using tree = library({
      "dist/index.js":
        'import { __Rng_next } from "crate-interface/link/Rng";\nexport const Rng = {};\n',
    });
    const stdout = refused(tree);
    expect(stdout).toContain(
      "no file of the output exports what `src/definition.ts` defines or implements",
    );
    expect(stdout).toContain(
      'help: re-export it from the entry of the library: if that is beside it, `export * from "./definition.ts"`\n',
    );
    expect(stdout).toContain(
      "  note: not exported: `__Rng_next`\n" +
        "  note: the same symbols are in `src/web/rng.ts`: what has `export *` of both exports neither\n" +
        "  help: if the output is older than the source, build again, then run `crate-interface symbols --write` again\n" +
        "  help: give each of these source files an entry of its own in the build, with the name of the source file\n",
    );
  });

  test("two implementations of one interface come from one file", () => {
    using tree = library({
      "dist/index.js":
        "export function __Rng_seed$weak() {}\nexport function __Rng_next() {}\nexport const Rng = {};\n",
    });
    const stdout = refused(tree);
    expect(stdout).toContain("implementation in `src/web/rng.ts` cannot be told");
    expect(stdout).toContain("2 errors");

    // What the help says.
    tree.write("dist/node/rng.js", "export function __Rng_next() {}\n");
    tree.write("dist/web/rng.js", "export function __Rng_next() {}\n");
    expect(write(tree).exitCode).toBe(0);
    expect(places(tree)).toMatchObject({
      "src/node/rng.ts": "dist/node/rng.js",
      "src/web/rng.ts": "dist/web/rng.js",
    });
  });
});

// What `npm pack --dry-run` of npm 11 lists for these.
describe("`files` has to have what the table names, and the table", () => {
  const warning = (files: string[]): string => {
    using tree = library({}, { files });
    const entries = ["definition", "node/rng", "web/rng", "roll"];
    for (const name of entries) tree.write(`dist/${name}.js`, BUILT);
    tree.write("dist/index.js", "export {};\n");
    return write(tree).stdout;
  };
  const BUILT = "export function __Rng_seed$weak() {}\nexport function __Rng_next() {}\n";

  test.each([
    [["dist"]],
    [["./dist/"]],
    [["/dist"]],
    [["dist/*"]],
    [["dist/**"]],
    [["dist/**/*.js", "dist/*.json"]],
    [["**/*.js", "dist/crate-interface.json"]],
    [["*"]],
    [["!dist/web", "dist"]],
  ])("%j", (files) => {
    expect(warning(files)).toBe("wrote dist/crate-interface.json");
  });

  test.each([
    [["dist/**/*.js"], "`dist/crate-interface.json`"],
    [["dist", "!dist/web"], "`dist/web/rng.js`"],
    [["lib"], "`dist/crate-interface.json`, `dist/definition.js`, "],
  ])("not %j", (files, without) => {
    const stdout = warning(files);
    expect(stdout).toContain(
      "warning[CI3008]: `files` of `rng` leaves out what has to be published\n",
    );
    expect(stdout).toContain(`without ${without}`);
  });

  test("what is missing can be added", () => {
    const [, entry] = /help: add (".+?") to `files`/.exec(warning(["dist/**/*.js"]))!;
    expect(warning(["dist/**/*.js", JSON.parse(entry!)])).toBe("wrote dist/crate-interface.json");
  });
});

describe("a package that exports its sources", () => {
  const source = { exports: "./src/index.ts" };

  test("has them in its table, with a word of warning", () => {
    using tree = library({}, source);
    const { exitCode, stdout } = write(tree);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^warning\[CI3008\]: `rng` would be published as source, with its macros\n {2}--> package\.json:5:14\n/,
    );
    expect(Object.values(places(tree))).toEqual(Object.keys(FILE_BY_FILE));
  });

  test("and is private needs no warning", () => {
    using tree = library({}, { ...source, private: true });
    expect(write(tree).stdout).toBe("wrote dist/crate-interface.json");
  });

  test("but publishes its output, as pnpm and Yarn can, has the output in its table", () => {
    using tree = library(swcrc({}), {
      ...source,
      packageManager: "pnpm@10.34.9",
      publishConfig: { exports: "./dist/index.js" },
    });
    expect(write(tree).stdout).toContain("`rng` is not built");
    const [program, ...args] = SWC;
    runTool(program, args, tree.dir);
    expect(write(tree).stdout).toBe("wrote dist/crate-interface.json");
    expect(places(tree)).toEqual(FILE_BY_FILE);
  });
});
