import { cpSync, readdirSync, readFileSync } from "node:fs";
import esbuildPlugin from "crate-interface/esbuild";
import rolldownPlugin from "crate-interface/rolldown";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { rollup } from "rollup";
import { expect, test } from "vitest";
import { type Bundle, bundlers, rollupInput } from "../bundlers/bundlers.ts";
import { run } from "../bundlers/run.ts";
import { type Tree, writeTree } from "../tree.ts";
import { checkIn, writeSymbolsIn } from "./commands.ts";
import { TSCONFIG } from "./packages.ts";
import { runTool } from "./publish.ts";

// The guide's facade with a base class, published and installed.

const GUIDE = readFileSync(new URL("../../docs/publishing.md", import.meta.url), "utf8");
const SECTION = GUIDE.split("\n### A facade with a bundler\n")[1]!.split(/^### /m)[0]!;
const KEY = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(SECTION)![1]!);

/** The block that begins with a path. */
const block = (path: string): string =>
  new RegExp(`^\`\`\`\\w+\\n// ${path}\\n([^]*?)^\`\`\`$`, "m").exec(SECTION)![1]!;

const published = (name: string, more: object): object => ({
  name,
  version: "1.0.0",
  type: "module",
  sideEffects: false,
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  files: ["dist"],
  dependencies: { "crate-interface": "*" },
  ...more,
});

const SINGLE = `
  import crateInterface from "crate-interface/vite";
  export default {
    plugins: [crateInterface()],
    build: {
      lib: { entry: "src/index.ts", formats: ["es"], fileName: "index" },
      rolldownOptions: { external: ["metrics"] },
    },
  };
`;

const APP = {
  name: "app",
  private: true,
  type: "module",
  dependencies: { metrics: "1", "metrics-stdout": "1" },
};

/** Builds the package of a folder into `dist`. */
type Build = (dir: string) => Promise<unknown>;

const vite: Build = async (dir) =>
  runTool("vite/bin/vite.js", ["build", "--logLevel", "warn"], dir);

/** What keeps a file for each source file, by the name of the bundler. */
const BUILDS: Record<string, Build> = {
  Vite: vite,
  async Rollup(root) {
    const out = `${root}/dist`;
    const input = rollupInput({ root, entry: `${root}/src/index.ts`, out, plugin: { root } });
    const bundle = await rollup(input);
    await bundle.write({ dir: out, preserveModules: true, preserveModulesRoot: `${root}/src` });
  },
  async Rolldown(cwd) {
    const bundle = await rolldown({ cwd, input: "src/index.ts", plugins: [rolldownPlugin()] });
    const preserveModulesRoot = `${cwd}/src`;
    await bundle.write({ dir: `${cwd}/dist`, preserveModules: true, preserveModulesRoot });
    await bundle.close();
  },
  "esbuild without `bundle`": (absWorkingDir) =>
    build({
      absWorkingDir,
      entryPoints: readdirSync(`${absWorkingDir}/src`).map((name) => `src/${name}`),
      outdir: "dist",
      format: "esm",
      plugins: [esbuildPlugin()],
    }),
};

/** A facade and what implements it, built, and installed in `app`. */
async function installed(viteConfig: string, buildFacade: Build = vite): Promise<Tree> {
  const tree = writeTree(
    {
      "metrics/package.json": published("metrics", { "crate-interface": KEY }),
      "metrics/tsconfig.json": TSCONFIG,
      "metrics/vite.config.js": viteConfig,
      "metrics/src/index.ts": block("src/index.ts"),
      "metrics/src/base.ts":
        "export class BaseTimer {\n  name(): string { return 'base'; }\n}\nexport const unit = 'ms';\n",
      "metrics/src/facade.ts": `
        import { def_interface, type Interface } from "crate-interface/macro";
        export interface Metrics {
          count(name: string, n: number): string;
          inc?(name: string): string;
          Timer: new () => { name(): string };
        }
        export const Metrics: Interface<Metrics> = def_interface<Metrics>({
          defaults: { inc(name) { return this.count(name, 1); } },
        });
      `,
      "metrics/src/noop.ts": `
        import { impl_interface } from "crate-interface/macro";
        import { Metrics } from "./facade.js";
        import { BaseTimer } from "./base.js";
        impl_interface(Metrics, { count: () => "noop", Timer: BaseTimer });
        export {};
      `,
      "metrics/src/callers.ts": `
        import { use_interface } from "crate-interface/macro";
        import { Metrics } from "./facade.js";
        export const { inc, Timer } = use_interface(Metrics);
      `,
      "metrics-stdout/package.json": published("metrics-stdout", {
        peerDependencies: { metrics: "1" },
        "crate-interface": { facadeImpl: "metrics", symbols: "./dist/crate-interface.json" },
      }),
      "metrics-stdout/vite.config.js": SINGLE,
      "metrics-stdout/src/index.ts": `
        import { impl_interface } from "crate-interface/macro";
        import { BaseTimer, Metrics } from "metrics";
        class StdoutTimer extends BaseTimer { override name() { return super.name() + ", stdout"; } }
        impl_interface(Metrics, { count: (name, n) => name + "=" + n, Timer: StdoutTimer });
      `,
      "app/package.json": APP,
      "app/src/main.ts":
        'import { inc, Timer } from "metrics";\nconsole.log(inc("a"), new Timer().name());\n',
    },
    { "node_modules/metrics": "metrics" },
  );
  await buildFacade(tree.path("metrics"));
  runTool("typescript/bin/tsc", [], tree.path("metrics"));
  await vite(tree.path("metrics-stdout"));
  for (const name of ["metrics", "metrics-stdout"]) {
    for (const part of ["package.json", "dist"]) {
      const to = tree.path(`app/node_modules/${name}/${part}`);
      cpSync(tree.path(`${name}/${part}`), to, { recursive: true });
    }
  }
  return tree;
}

/** What the application prints. */
async function printed(tree: Tree, bundle: Bundle): Promise<string> {
  const root = tree.path("app");
  const entry = `${root}/src/main.ts`;
  return run((await bundle({ root, entry, out: `${root}/out`, plugin: { root } })).entry);
}

test.each(Object.entries(BUILDS))(
  "the facade of the guide works in every bundler, built by %s, with what extends a class of it",
  async (_, buildFacade) => {
    using tree = await installed(block("vite.config.js"), buildFacade);
    for (const [name, bundle] of Object.entries(bundlers)) {
      expect([name, await printed(tree, bundle)]).toEqual([name, "a=1 base, stdout\n"]);
    }
    for (const name of ["app", "metrics"]) {
      expect(checkIn(tree.path(name))).toMatchObject({
        exitCode: 0,
        stdout: expect.not.stringContaining("CI"),
      });
    }
    // Its default, where the application lists nothing else.
    tree.write("app/package.json", { ...APP, dependencies: { metrics: "1" } });
    expect(await printed(tree, bundlers.esbuild!)).toBe("noop base\n");
  },
);

test("in a single file it would crash, as who installs it and who publishes it are told", async () => {
  using tree = await installed(SINGLE);
  for (const bundle of Object.values(bundlers)) {
    await expect(printed(tree, bundle)).rejects.toThrow(
      /Class extends value undefined|before initialization/,
    );
  }
  const { exitCode, stdout } = checkIn(tree.path("app"));
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    "error[CI2012]: `metrics-stdout/dist/index.js` runs before `metrics/dist/index.js`, which declares `BaseTimer`\n",
  );
  expect(stdout).toMatch(/help: build `metrics@1\.0\.0` so that .+`preserveModules`/);
  const warning = "warning[CI2012]: `dist/index.js` calls `Metrics`, and declares `BaseTimer`\n";
  expect(writeSymbolsIn(tree.path("metrics")).stdout).toContain(warning);
  expect(checkIn(tree.path("metrics")).stdout).toContain(warning);
});
