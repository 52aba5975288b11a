import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transformFileAsync } from "@babel/core";
import crateInterface from "crate-interface/rolldown";
import { type InputOptions, type Plugin, rolldown } from "rolldown";
import { expect, test } from "vitest";
import { expand } from "../src/expand/expand.ts";
import { run } from "./bundlers/run.ts";
import { runIn } from "./cli/command.ts";
import { normalise } from "./fixture.ts";
import { writeTree } from "./tree.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const packages = `${repository}examples/hello/packages`;
const app = `${packages}/hello-app`;

test.each(["hello-if/src/index.ts", "hello-impl/src/index.ts", "hello-app/src/main.ts"])(
  "babel.config.js makes of %s what bundlers make of it",
  async (path) => {
    const file = `${packages}/${path}`;
    const expansion = expand(await readFile(file, "utf8"), file);
    expect(await normalise(await compile(file), file)).toBe(
      await normalise(expansion?.code ?? "", file),
    );
  },
);

const printed = "Hello, world 123!\nHello, Ferris 0! How do you do?\n";

test("the hello example, compiled by babel.config.js and linked by the command, runs", async () => {
  using tree = writeTree({});
  expect(runIn(app, ["link", "--out-dir", tree.dir])).toMatchObject({ status: 0, stderr: "" });
  const resolve = { alias: { "crate-interface/link": tree.path("link") } };
  await bundle({ resolve, plugins: [compiledByBabel] }, tree.path("main.js"));
  expect(await run(tree.path("main.js"))).toBe(printed);
});

test("a bundler's plugin links what Babel has expanded before it", async () => {
  using tree = writeTree({});
  const plugins = [compiledByBabel, crateInterface({ root: app })];
  await bundle({ plugins }, tree.path("main.js"));
  expect(await run(tree.path("main.js"))).toBe(printed);
});

async function bundle(options: InputOptions, file: string): Promise<void> {
  const build = await rolldown({ input: `${app}/src/main.ts`, ...options });
  await build.write({ file });
  await build.close();
}

const compiledByBabel: Plugin = {
  name: "babel",
  load: {
    filter: { id: /\.ts$/ },
    // The module is named as TypeScript, of which Babel has left none.
    handler: async (id) => ({ code: await compile(id), moduleType: "js" }),
  },
};

/** Compiles a file as Babel's command line does at the top of the repository. */
async function compile(file: string): Promise<string> {
  const result = await transformFileAsync(file, { cwd: repository });
  return result?.code ?? "";
}
