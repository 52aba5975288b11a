import crateInterface from "crate-interface/vite";
import type { Browser } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startChromium } from "../browser/chromium.ts";
import { type Bundle, bundlers, type Job } from "../bundlers/bundlers.ts";
import { run } from "../bundlers/run.ts";
import { runIn } from "../cli/command.ts";
import type { Tree } from "../tree.ts";
import { cyclic, exports } from "./cyclic.ts";
import { buildProgram } from "./programs.ts";

// Implementations import classes, constants and functions of their facade's package, which calls
// them. In whatever order a program imports the two, all of it runs, and in the same order everywhere.

const ORDERS: [what: string, imports: string[], expected: string][] = [
  [
    "the facade first",
    ["log", "log-impl"],
    "log/facade, log/base, log-impl, log/callers, library, app, log: loaded (log-impl)",
  ],
  [
    "the implementation first",
    ["log-impl", "log"],
    "log/facade, log/base, log/callers, log-impl, library, app, log: loaded (log-impl)",
  ],
  [
    "a library first that calls the facade while it is loaded",
    ["library", "log-impl", "log"],
    "log/facade, log/base, log-impl, log/callers, library, app, log: loaded (log-impl)",
  ],
  [
    "the facade, whose default is a package that depends on it",
    ["log"],
    "log/facade, log/base, log-default, log/callers, library, app, log: loaded (log-default)",
  ],
  [
    "the default package of the facade first",
    ["log-default", "log"],
    "log/facade, log/base, log/callers, log-default, library, app, log: loaded (log-default)",
  ],
];

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

describe.each(ORDERS)("%s", (_, imports, expected) => {
  test.each(Object.entries(bundlers))("%s", async (...bundler) => {
    using tree = cyclic(imports);
    expect(await result(tree, bundler)).toBe(expected);
  });

  test.each(["webpack", "rspack"])(
    "%s, with each module in a function of its own",
    async (name) => {
      using tree = cyclic(imports);
      const mode = "development";
      expect(await result(tree, [name, bundlers[name]!], { mode })).toBe(expected);
    },
  );

  test("Vite's server, for Node and for browsers", async () => {
    using tree = cyclic(imports);
    const server = await start(tree);
    try {
      delete (globalThis as { order?: string[] }).order;
      expect(await server.ssrLoadModule("/src/main.ts")).toMatchObject({ result: expected });
      await using page = await browser.newPage();
      await page.goto(server.resolvedUrls?.local[0] ?? expect.fail("the server has no address"));
      await page.waitForFunction("document.title !== ''");
      expect(await page.title()).toBe(expected);
    } finally {
      await server.close();
    }
  });

  test("check has nothing to say", () => {
    using tree = cyclic(imports);
    const { status, stdout } = runIn(tree.path("packages/app"), ["check"]);
    expect(stdout).toBe(
      `✓ Logger → ${imports.includes("log-impl") ? "log-impl ../log-impl" : "log-default ../log-default"}/src/index.ts\n\napp: 1 interface\n`,
    );
    expect(status).toBe(0);
  });
});

test("an index that exports callers too early crashes, and works as check says", async () => {
  const imports = ["log", "log-impl"];
  using tree = cyclic(imports, ["callers", "facade", "base"]);
  const esbuild: [string, Bundle] = ["esbuild", bundlers.esbuild!];
  await expect(result(tree, esbuild)).rejects.toThrow(/before initialization|Class extends value/);

  const check = () => runIn(tree.path("packages/app"), ["check", "--no-color"]);
  const { status, stdout } = check();
  expect(status).toBe(1);
  expect(stdout).toContain(
    "error[CI2012]: `log-impl/src/index.ts` runs before `log/src/base.ts`, which declares `Base`\n",
  );
  expect(stdout).toContain(
    "help: import `log/src/base.ts` before `log/src/callers.ts` in `log/src/index.ts`\n",
  );
  tree.write("packages/log/src/index.ts", exports(["base", "callers", "facade"]));
  expect(check()).toMatchObject({ status: 0, stderr: "" });
  expect(await result(tree, esbuild)).toMatch(/, app, log: loaded \(log-impl\)$/);
});

test("Rollup goes on telling of cycles that linking has no part in", async () => {
  using tree = cyclic(["log"]);
  tree.write("packages/app/src/one.ts", 'export { two } from "./two.ts";\nexport const one = 1;\n');
  tree.write("packages/app/src/two.ts", 'export { one } from "./one.ts";\nexport const two = 2;\n');
  tree.write("packages/app/src/main.ts", 'import "log";\nexport { one, two } from "./two.ts";\n');
  await expect(result(tree, ["rollup", bundlers.rollup!])).rejects.toThrow(
    /^Circular dependency: \S+two\.ts -> \S+one\.ts -> \S+two\.ts$/,
  );
});

/** Builds the program, and runs it. */
async function result(tree: Tree, bundler: [string, Bundle], job: Partial<Job> = {}) {
  const app = tree.path("packages/app");
  await buildProgram(bundler, app, "node", { out: `${app}/dist`, ...job });
  return (await run(`${app}/dist/print.js`)).trimEnd();
}

/** A dev server of the program, on a port that is free. */
async function start(tree: Tree): Promise<ViteDevServer> {
  const server = await createServer({
    root: tree.path("packages/app"),
    configFile: false,
    logLevel: "silent",
    server: { host: "127.0.0.1", port: 0, ws: false },
    plugins: [crateInterface()],
  });
  return server.listen();
}
