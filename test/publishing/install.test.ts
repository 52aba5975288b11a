import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync } from "node:fs";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundlers } from "../bundlers/bundlers.ts";
import { run } from "../bundlers/run.ts";
import { BIN, runIn } from "../cli/command.ts";
import type { Tree } from "../tree.ts";
import { installApp, MANAGERS } from "./install.ts";
import { PRINTS, TSCONFIG } from "./packages.ts";
import { publishLibraries, runTool } from "./publish.ts";

let tree: Tree;
beforeAll(() => {
  tree = publishLibraries();
});
afterAll(() => tree.cleanup());

describe.each(MANAGERS)("installed by $name", (manager) => {
  const isPlugAndPlay = manager.folder === "pnp";
  let root: string;
  beforeAll(() => {
    root = installApp(tree, manager);
  });

  test("`check` links by the tables of the packages", () => {
    const options = isPlugAndPlay ? ["-r", `${root}/.pnp.cjs`] : [];
    const check = (...more: string[]): string =>
      execFileSync(process.execPath, [...options, BIN, "check", ...more], {
        cwd: root,
        encoding: "utf8",
        env: {},
      });
    expect(check()).toMatch(/^✓ Logger → log-lines \S*\/log-lines\/dist\/index\.js\n/);
    const production = check("--production");
    expect(production).toMatch(/^✓ Logger → log-noop \S*\/log-noop\/dist\/noop\.js\n/);
    expect(production).toMatch(/\n {4}flush → its default \S*\/log\/dist\/index\.js\n/);
    expect(production).toMatch(/\napp: 1 interface\n$/);
  });

  if (isPlugAndPlay) {
    test("every bundler links them, out of Yarn's archives", async () => {
      const script = tree.path("build.mjs");
      await build({
        entryPoints: [new URL("plug-and-play-build.ts", import.meta.url).pathname],
        bundle: true,
        packages: "external",
        format: "esm",
        platform: "node",
        outfile: script,
      });
      const loader = "typescript-loader.cjs";
      copyFileSync(new URL(`../bundlers/${loader}`, import.meta.url), tree.path(loader));
      const printed = execFileSync(process.execPath, ["-r", `${root}/.pnp.cjs`, script], {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });
      const entries: Record<string, string> = JSON.parse(printed);
      expect(Object.keys(entries)).toEqual(Object.keys(bundlers));
      for (const [bundler, entry] of Object.entries(entries)) {
        expect({ bundler, prints: await run(entry) }).toEqual({ bundler, prints: PRINTS.chosen });
      }
    });
    return;
  }

  test.each(Object.entries(bundlers))("%s links them", async (bundler, bundle) => {
    const prints = async (production: boolean): Promise<string> => {
      const out = `${root}/dist/${bundler}-${production}`;
      const plugin = { root, production };
      return run((await bundle({ root, entry: `${root}/src/main.ts`, out, plugin })).entry);
    };
    expect(await prints(false)).toBe(PRINTS.chosen);
    // What decides about the default is the same for all.
    if (manager.folder === "npm") expect(await prints(true)).toBe(PRINTS.default);
  });
});

describe("what is installed", () => {
  const folder = "npm";

  test("type-checks by the declarations that it publishes", () => {
    const { compilerOptions } = TSCONFIG;
    const options = { ...compilerOptions, noEmit: true, declaration: false };
    tree.write(`${folder}/tsconfig.json`, {
      compilerOptions: { ...options, emitDeclarationOnly: false, skipLibCheck: false },
      include: ["src"],
    });
    expect(runTool("typescript/bin/tsc", [], tree.path(folder))).toBe("");
    tree.write(
      `${folder}/src/wrong.ts`,
      'import { call_interface } from "crate-interface/macro";\nimport { Logger } from "log";\n' +
        'call_interface(Logger.write("loud", "x"));\n',
    );
    expect(() => runTool("typescript/bin/tsc", [], tree.path(folder))).toThrow(
      expect.objectContaining({ stdout: expect.stringMatching(/^src\/wrong\.ts\(3,29\): error /) }),
    );
    tree.remove(`${folder}/src/wrong.ts`);
  });

  test("is not scanned: sources may say anything", () => {
    const before = runIn(tree.path(folder), ["check", "--json"]);
    const lines = `${folder}/node_modules/log-lines`;
    tree.write(
      `${lines}/src/trap.ts`,
      'import { impl_interface } from "crate-interface/macro";\nimport { Logger } from "log";\n' +
        'impl_interface(Logger, { write: () => "trapped" });\n',
    );
    tree.write(`${lines}/trap.js`, 'import "crate-interface/macro";\nthis is no code');
    tree.remove(`${lines}/src/index.ts`);
    expect(runIn(tree.path(folder), ["check", "--json"])).toEqual(before);
    expect(JSON.parse(before.stdout)).toMatchObject({
      interfaces: [{ implementedIn: "log-lines", reason: expect.any(String) }],
      diagnostics: [],
    });
  });

  test("is linked alike where a package manager has installed a facade twice", async () => {
    const copy = `${folder}/node_modules/http-client/node_modules/log`;
    cpSync(tree.path(`${folder}/node_modules/log`), tree.path(copy), { recursive: true });
    const root = tree.path(folder);
    const { status, stdout } = runIn(root, ["check", "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).interfaces).toMatchObject([
      { definedIn: "log", implementedIn: "log-lines" },
      { definedIn: "log", implementedIn: "log-lines" },
    ]);
    for (const [bundler, bundle] of Object.entries(bundlers)) {
      const out = `${root}/dist/twice-${bundler}`;
      const plugin = { root, production: false };
      const { entry } = await bundle({ root, entry: `${root}/src/main.ts`, out, plugin });
      expect({ bundler, prints: await run(entry) }).toEqual({ bundler, prints: PRINTS.chosen });
    }
  });
});
