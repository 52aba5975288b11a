import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build as esbuild } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import webpack from "webpack";
import { buildMacroPackage, freshFolder } from "./macro-package.ts";

const folder = freshFolder("macro-commonjs");
const require = createRequire(join(folder, "index.cjs"));

/** What a file becomes that something expanded and compiled to CommonJS. */
const linked = `const { __HelloIf_hello } = require("crate-interface/link/HelloIf");
__HelloIf_hello();
`;
const unlinked = "[CI2013] this program was expanded but not linked";

beforeAll(() => {
  buildMacroPackage(join(folder, "node_modules/crate-interface"));
  writeFileSync(join(folder, "package.json"), '{ "name": "app" }');
  writeFileSync(join(folder, "linked.cjs"), linked);
});

describe("`require` loads CommonJS, which throws as ES modules do", () => {
  test("the macros", () => {
    expect(require.resolve("crate-interface/macro")).toMatch(/[/\\]commonjs[/\\]macro\.js$/);
    const { call_interface } = require("crate-interface/macro");
    expect(call_interface).toThrow("[CI2013] `call_interface` was executed");
  });

  test.each(["link", "object"])("the modules of %s", (kind) => {
    expect(() => require(`crate-interface/${kind}/HelloIf`)).toThrow(unlinked);
    expect(() => require(`crate-interface/${kind}/Mall/HelloIf`)).toThrow(unlinked);
  });
});

describe("a bundle of CommonJS that nothing linked throws when it runs", () => {
  const input = join(folder, "linked.cjs");

  test("esbuild", async () => {
    const outfile = join(folder, "esbuild.cjs");
    await esbuild({ entryPoints: [input], bundle: true, outfile, logLevel: "silent" });
    expect(() => require(outfile)).toThrow(unlinked);
  });

  test("webpack", async () => {
    const output = { path: folder, filename: "webpack.cjs" };
    const errors = await new Promise<unknown>((resolve, reject) => {
      webpack({ entry: input, mode: "production", output }, (error, stats) => {
        if (error) reject(error);
        else resolve(stats!.toJson({ all: false, errors: true }).errors);
      });
    });
    expect(errors).toEqual([]);
    expect(() => require(join(folder, "webpack.cjs"))).toThrow(unlinked);
  });
});
