import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rspack } from "@rspack/core";
import { build as esbuild } from "esbuild";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import webpack from "webpack";
import * as module from "../src/macro.ts";
import { buildMacroPackage, freshFolder } from "./macro-package.ts";

const unlinkedFile = "this-program-was-not-linked--add-crate-interface-to-your-build.js";
const folder = freshFolder("macro");
const member = join(folder, "member.mjs");
const object = join(folder, "object.mjs");

beforeAll(() => {
  buildMacroPackage(join(folder, "node_modules/crate-interface"));
  writeFileSync(join(folder, "package.json"), '{ "name": "app" }');
  writeFileSync(
    member,
    'import { __HelloIf_hello } from "crate-interface/link/HelloIf";\n__HelloIf_hello();\n',
  );
  writeFileSync(
    object,
    'import * as HelloIf from "crate-interface/object/HelloIf";\nHelloIf.hello();\n',
  );
});

const { default: _, ...macros } = module;

test("the macros are four functions", () => {
  expect(Object.keys(macros).sort()).toEqual([
    "call_interface",
    "def_interface",
    "impl_interface",
    "use_interface",
  ]);
});

test.each(Object.entries(macros))("%s says what is missing when it is executed", (name, macro) => {
  const execute = macro as () => unknown;
  expect(execute).toThrow(
    `[CI2013] \`${name}\` was executed, but macros exist only at build time
  note: nothing expanded the file that calls it
  help: Vite: import crateInterface from "crate-interface/vite", and add \`crateInterface()\` to \`plugins\`; likewise from \`/rollup\`, \`/rolldown\`, \`/webpack\`, \`/rspack\` and \`/esbuild\`
  help: Jest: \`preset: "crate-interface/jest"\` in jest.config.js, and \`["crate-interface/jest", { transformer: "..." }]\` for every transformer in its \`transform\`
  help: Babel, Metro: \`plugins: ["crate-interface/babel"]\` in babel.config.js, not in \`.babelrc\`, which holds for one package only
  help: SWC: \`["crate-interface/swc", {}]\` in \`jsc.experimental.plugins\`; Next.js: in \`experimental.swcPlugins\`
  help: a file of an installed package was published as it is: install another version of the package, or tell its authors, to whom \`npx crate-interface symbols --write\` says so
  help: \`npx crate-interface explain CI2013\` says more`,
  );
});

test("tools that ignore `exports` find the macros in macro/package.json", () => {
  const require = createRequire(import.meta.url);
  // A path, as such tools build it, is not looked up in `exports`.
  const { default: macro, ...macros } = require("../macro");
  expect(Object.keys(macros).sort()).toEqual([
    "__esModule",
    "call_interface",
    "def_interface",
    "impl_interface",
    "use_interface",
  ]);
  expect(() => macros.call_interface()).toThrow("[CI2013]");
  expect(macro.isBabelMacro).toBe(true);
});

describe("a program that nothing linked", () => {
  test("Node names the interface, or throws", () => {
    expect(runNode(member)).toContain(
      "'crate-interface/link/HelloIf' does not provide an export named '__HelloIf_hello'",
    );
    const thrown = runNode(object);
    expect(thrown).toContain("[CI2013] this program was expanded but not linked");
    for (const tool of ["crate-interface/vite", "crate-interface/jest", "crate-interface/metro"]) {
      expect(thrown).toContain(tool);
    }
    expect(thrown).toContain("`crate-interface link --out-dir .crate-interface`, and aliases");
  });

  test("esbuild fails, naming the file", async () => {
    const bundle = esbuild({
      entryPoints: [member],
      bundle: true,
      write: false,
      logLevel: "silent",
    });
    await expect(bundle).rejects.toThrow(unlinkedFile);
  });

  test("Rolldown fails, naming the file", async () => {
    const bundle = await rolldown({ input: member });
    await expect(bundle.generate()).rejects.toThrow(unlinkedFile);
  });

  test.each([
    ["webpack", webpack],
    ["Rspack", rspack as unknown as typeof webpack],
  ])("%s fails, naming the interface", async (_, bundler) => {
    const errors = await new Promise<string>((resolve, reject) => {
      bundler({ entry: member, output: { path: join(folder, "out") } }, (error, stats) => {
        if (error) reject(error);
        else resolve(stats!.toString({ all: false, errors: true, colors: false }));
      });
    });
    expect(errors).toContain("was not found in 'crate-interface/link/HelloIf'");
  });

  test("a bundle that uses the whole object throws when it runs", async () => {
    const result = await esbuild({
      entryPoints: [object],
      bundle: true,
      write: false,
      format: "esm",
      logLevel: "silent",
    });
    const output = join(folder, "object.bundle.mjs");
    writeFileSync(output, result.outputFiles[0]!.contents);
    await expect(import(pathToFileURL(output).href)).rejects.toThrow(
      "[CI2013] this program was expanded but not linked",
    );
  });
});

/** What a program prints on stderr. */
function runNode(file: string): string {
  try {
    execFileSync(process.execPath, [file], { stdio: "pipe" });
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr);
  }
  return "";
}
