import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import crateInterface from "crate-interface/esbuild";
import { build } from "esbuild";
import { expect, test } from "vitest";
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

/** A facade and what implements it, built, and installed in `app`. */
function installed(viteConfig: string): Tree {
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
      "app/package.json": {
        name: "app",
        private: true,
        type: "module",
        dependencies: { metrics: "1", "metrics-stdout": "1" },
      },
      "app/src/main.ts":
        'import { inc, Timer } from "metrics";\nconsole.log(inc("a"), new Timer().name());\n',
    },
    { "node_modules/metrics": "metrics" },
  );
  const vite = (name: string): unknown =>
    runTool("vite/bin/vite.js", ["build", "--logLevel", "warn"], tree.path(name));
  vite("metrics");
  runTool("typescript/bin/tsc", [], tree.path("metrics"));
  vite("metrics-stdout");
  for (const name of ["metrics", "metrics-stdout"]) {
    for (const part of ["package.json", "dist"]) {
      const to = tree.path(`app/node_modules/${name}/${part}`);
      cpSync(tree.path(`${name}/${part}`), to, { recursive: true });
    }
  }
  return tree;
}

async function run(tree: Tree): Promise<string> {
  const absWorkingDir = tree.path("app");
  await build({
    absWorkingDir,
    entryPoints: ["src/main.ts"],
    outfile: "out.mjs",
    bundle: true,
    format: "esm",
    logLevel: "silent",
    plugins: [crateInterface()],
  });
  return execFileSync(process.execPath, [tree.path("app/out.mjs")], {
    encoding: "utf8",
    stdio: "pipe",
  });
}

test("the facade of the guide works with an implementation that extends a class of it", async () => {
  using tree = installed(block("vite.config.js"));
  expect(await run(tree)).toBe("a=1 base, stdout\n");
  expect(checkIn(tree.path("app"))).toMatchObject({
    exitCode: 0,
    stdout: expect.not.stringContaining("CI"),
  });
  expect(checkIn(tree.path("metrics"))).toMatchObject({
    exitCode: 0,
    stdout: expect.not.stringContaining("CI"),
  });
});

test("in a single file it would crash, as who installs it and who publishes it are told", async () => {
  using tree = installed(SINGLE);
  await expect(run(tree)).rejects.toThrow("Class extends value undefined");
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
