import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { getDefaultConfig, type MetroConfig } from "metro-config";
import { expect, test } from "vitest";
import { withCrateInterface } from "../../src/integrations/metro.ts";
import { bundle, run } from "./metro.ts";
import { hello, project } from "./project.ts";

const require = createRequire(import.meta.url);
const METRO = dirname(require.resolve("metro/package.json"));

/** Runs Metro's command line in `packages/app`. */
function metro(cwd: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const { CI: _, NODE_OPTIONS: __, ...env } = process.env;
  const options = { cwd, env: { ...env, NO_COLOR: "1" } };
  return promisify(execFile)(process.execPath, [join(METRO, "src/cli.js"), ...args], options);
}

const commonjs = `
  const { withCrateInterface } = require("crate-interface/metro");
  module.exports = withCrateInterface({
    projectRoot: __dirname,
    watchFolders: [require("path").resolve(__dirname, "../.."), ${JSON.stringify(dirname(require.resolve("metro-runtime/package.json")))}],
    resolver: { useWatchman: false },
    cacheStores: [],
    maxWorkers: 2,
    transformer: { asyncRequireModulePath: ${JSON.stringify(require.resolve("metro-runtime/src/modules/asyncRequire"))} },
  });
`;

const modules = (count: number, from: string): string =>
  Array.from({ length: count }, (_, i) => `import "./m${i}.ts";`).join("\n") + from;

test("a metro.config.js in CommonJS, with Metro's command line and its workers", async () => {
  const fillers = Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [`src/m${i}.ts`, `export const m: number = ${i};`]),
  );
  using tree = project(
    { "src/index.ts": hello("from a worker") },
    { files: { ...fillers, "metro.config.js": commonjs }, manifest: { type: "commonjs" } },
  );
  const main = readFileSync(tree.path("packages/app/src/main.ts"), "utf8");
  tree.write("packages/app/src/main.ts", modules(8, main));
  const app = tree.path("packages/app");
  const build = ["build", "src/main.ts", "--out", "out.js", "--platform", "ios"];
  const { stderr } = await metro(app, ...build);
  expect(stderr).toBe("");
  expect(await run(readFileSync(`${app}/out.js`, "utf8"))).toEqual(["from a worker"]);

  tree.remove("packages/hello-impl/src/index.ts");
  const failed = await metro(app, ...build).catch((error) => error);
  expect(failed.code).toBe(1);
  expect(failed.stdout + failed.stderr).toContain("error[CI2001]: no implementation of `HelloIf`");
  expect(failed.stdout + failed.stderr).toContain("  --> src/main.ts:11:");
});

test("a configuration stays what it was: an object, a promise or a function", async () => {
  using tree = project({ "src/index.ts": hello("hi") });
  const projectRoot = tree.path("packages/app");
  const config: MetroConfig = { projectRoot, resolver: { sourceExts: ["ts"] }, resetCache: true };
  const expected = {
    projectRoot,
    resetCache: true,
    cacheVersion: expect.stringContaining("crate-interface@"),
    resolver: { sourceExts: ["ts"], resolveRequest: expect.any(Function) },
    server: { enhanceMiddleware: expect.any(Function) },
  };
  expect(withCrateInterface(config)).toEqual(expected);
  expect(Object.keys(config)).toEqual(["projectRoot", "resolver", "resetCache"]);
  await expect(withCrateInterface(Promise.resolve(config))).resolves.toEqual(expected);
  expect(withCrateInterface(() => config)()).toEqual(expected);

  // What a function does not say is as in the configuration that Metro passes to it.
  const defaults = { ...(await getDefaultConfig(projectRoot)), cacheVersion: "7" };
  const ofDefaults = withCrateInterface(async (_: MetroConfig): Promise<MetroConfig> => ({}));
  const extended = await ofDefaults(defaults);
  expect(extended.cacheVersion).toMatch(/^7 crate-interface@\d/);
  expect(extended.projectRoot).toBeUndefined();
});

test("a wrong option is an error at once", () => {
  const wrong = { conditon: ["x"] } as object;
  expect(() => withCrateInterface({}, wrong)).toThrow(
    "crate-interface: unknown option `conditon`; did you mean `conditions`?",
  );
});

test("what is no configuration is an error that says so", async () => {
  const message =
    "crate-interface: the configuration must be an object, a promise of one, or a function";
  const extend = withCrateInterface as (config?: unknown) => unknown;
  expect(() => extend()).toThrow(new TypeError(`${message}, but it is undefined`));
  expect(() => extend("metro.config.js")).toThrow(`${message}, but it is "metro.config.js"`);
  await expect(extend(Promise.resolve(null))).rejects.toThrow(`${message}, but it is null`);
  expect(extend(() => [])).toThrow(`${message}, but it is []`);
});

test("the user's own resolveRequest is asked for everything else", async () => {
  using tree = project({ "src/index.ts": `import "virtual";\n${hello("hi")}` });
  tree.write("packages/app/src/virtual.ts", `console.log("the user's own");`);
  const asked: string[] = [];
  const { printed } = await bundle(tree, {
    config: {
      resolver: {
        resolveRequest(context, specifier, platform) {
          asked.push(specifier);
          return specifier === "virtual"
            ? { type: "sourceFile", filePath: tree.path("packages/app/src/virtual.ts") }
            : context.resolveRequest(context, specifier, platform);
        },
      },
    },
  });
  expect(printed).toEqual(["the user's own", "hi"]);
  expect(asked).toContain("virtual");
  expect(asked.filter((specifier) => specifier.startsWith("crate-interface/link/"))).toEqual([]);
});
