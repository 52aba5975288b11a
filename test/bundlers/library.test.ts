import { readFileSync } from "node:fs";
import crateInterface from "crate-interface/vite";
import { createLogger, build as viteBuild } from "vite";
import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { type Bundle, bundlersAndVite7 } from "./bundlers.ts";
import { run } from "./run.ts";
import { workspace } from "./workspace.ts";

/** A library that defines, implements and calls, and an application that implements the rest. */
const library = (entry: string): Tree =>
  workspace({
    library: {
      manifest: {
        exports: "./dist/main.js",
        "crate-interface": { symbols: "./dist/symbols.json" },
      },
      files: {
        "src/main.ts": entry,
        "src/definition.ts": `
          import { def_interface } from "crate-interface/macro";
          export interface HelloIf { hello(): string; bye?(): string }
          export const HelloIf = def_interface<HelloIf>({ defaults: { bye: () => "default bye" } });
          export interface OwnIf { own(): string }
          export const OwnIf = def_interface<OwnIf>();
        `,
        "src/implementation.ts": `
          import { impl_interface } from "crate-interface/macro";
          import { OwnIf } from "./definition.ts";
          impl_interface(OwnIf, { own: () => "the library's own" });
        `,
        "src/caller.ts": `
          import { call_interface } from "crate-interface/macro";
          import { HelloIf, OwnIf } from "./definition.ts";
          export const talk = () =>
            [call_interface(HelloIf.hello()), call_interface(HelloIf.bye!()), call_interface(OwnIf.own())].join();
        `,
      },
    },
  });

const ALL = `
  export * from "./definition.ts";
  export * from "./implementation.ts";
  export { talk } from "./caller.ts";
`;

describe.each(Object.entries(bundlersAndVite7))("%s", (_, bundle) => {
  test("a library leaves links to its users, and says where its symbols are", async () => {
    using tree = library(ALL);
    const output = await buildLibrary(bundle, tree);
    const text = Object.values(output.files).join("\n");
    expect(text).toContain("crate-interface/link/HelloIf");
    expect(text).toContain("crate-interface/link/OwnIf");

    const symbols = JSON.parse(
      readFileSync(tree.path("packages/library/dist/symbols.json"), "utf8"),
    );
    expect(symbols).toMatchObject({ format: 1, package: "library", version: "1.0.0" });
    for (const { file } of symbols.files) expect(file).toBe("dist/main.js");
    expect(symbols.files.map(({ source }: { source: string }) => source)).toEqual([
      "src/caller.ts",
      "src/definition.ts",
      "src/implementation.ts",
    ]);
    expect(await use(bundle, tree)).toBe("from the application,default bye,the library's own\n");
  });

  test("a library that does not export an implementation is told so", async () => {
    using tree = library(`
      import "./implementation.ts";
      export * from "./definition.ts";
      export { talk } from "./caller.ts";
    `);
    const error: Error = await buildLibrary(bundle, tree).then(
      () => expect.fail("the build succeeded"),
      (reason) => reason,
    );
    expect(error.message).toContain("error[CI3008]");
    expect(error.message).toContain("__OwnIf_own");
    expect(error.message).toContain('export * from "./implementation.ts"');
  });
});

test("Vite's library mode works without a manifest key, but says what to add", async () => {
  using tree = library(ALL);
  tree.write("packages/library/package.json", {
    name: "library",
    version: "1.0.0",
    type: "module",
  });
  const root = tree.path("packages/library");
  const warnings: string[] = [];
  const customLogger = createLogger("silent");
  customLogger.warn = (message) => warnings.push(message);
  await viteBuild({
    root,
    configFile: false,
    customLogger,
    plugins: [crateInterface()],
    build: { lib: { entry: "src/main.ts", formats: ["es"], fileName: "main" } },
  });
  const text = readFileSync(`${root}/dist/main.js`, "utf8");
  expect(text).toContain("crate-interface/link/HelloIf");
  const symbols = JSON.parse(readFileSync(`${root}/dist/crate-interface.json`, "utf8"));
  expect(symbols.files).toHaveLength(3);
  expect(warnings).toEqual([
    expect.stringContaining(
      "warning[CI3008]: `library` is built as a library, but its `package.json` names no symbol table",
    ),
  ]);
  expect(warnings[0]).toContain(
    'help: add `"crate-interface": { "symbols": "./dist/crate-interface.json" }` to its `package.json`',
  );
});

function buildLibrary(bundle: Bundle, tree: Tree) {
  const root = tree.path("packages/library");
  return bundle({ root, entry: `${root}/src/main.ts`, out: `${root}/dist`, plugin: { root } });
}

/** Installs the library into an application, as npm does, and runs that. */
async function use(bundle: Bundle, tree: Tree): Promise<string> {
  tree.link("app/node_modules/library", "app/node_modules/.store/library");
  for (const file of ["package.json", "dist/main.js", "dist/symbols.json"]) {
    const text = readFileSync(tree.path(`packages/library/${file}`), "utf8");
    tree.write(`app/node_modules/.store/library/${file}`, text);
  }
  tree.write("app/package.json", { name: "app", type: "module", dependencies: { library: "1" } });
  tree.write(
    "app/src/main.ts",
    `
      import { impl_interface } from "crate-interface/macro";
      import { HelloIf, talk } from "library";
      impl_interface(HelloIf, { hello: () => "from the application" });
      console.log(talk());
    `,
  );
  const root = tree.path("app");
  const output = await bundle({
    root,
    entry: `${root}/src/main.ts`,
    out: `${root}/dist`,
    plugin: { root },
  });
  return run(output.entry);
}

test.each([
  ["es first", ["es", "cjs"]],
  ["es last", ["cjs", "es"]],
] as const)("of several formats, ES modules are what the symbols name: %s", async (_, formats) => {
  using tree = library(ALL);
  const root = tree.path("packages/library");
  await viteBuild({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [crateInterface()],
    build: {
      outDir: "dist",
      lib: {
        entry: "src/main.ts",
        formats: [...formats],
        fileName: (format) => `main.${format === "es" ? "js" : "cjs"}`,
      },
    },
  });
  const symbols = JSON.parse(readFileSync(`${root}/dist/symbols.json`, "utf8"));
  expect(symbols.files.map(({ file }: { file: string }) => file)).toEqual(
    symbols.files.map(() => "dist/main.js"),
  );
});
