import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const repository = fileURLToPath(new URL("../..", import.meta.url));

test("the hello example prints what was linked to what, and the result", async () => {
  const printed = await npm("hello-app", "start");
  expect(printed).toContain("✓ HelloIf → hello-impl");
  expect(printed).toContain("greet → its default");
  expect(printed.endsWith("Hello, world 123!\nHello, Ferris 0! How do you do?\n")).toBe(true);
});

test("the hello example has no type errors", async () => {
  await npm("hello-example", "check");
});

const BUILT = ["rollup", "rolldown", "webpack", "rspack", "esbuild", "babel-loader", "rspack-swc"];

test.each(BUILT)("the %s example builds and runs", async (bundler) => {
  await npm(`${bundler}-example`, "build");
  expect(await npm(`${bundler}-example`, "start")).toBe(`Hello, ${bundler} 1!\n`);
});

/** Runs a script of an example as its reader would, without colours; fails if it does. */
async function npm(workspace: string, script: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    "npm",
    ["run", "--silent", "--workspace", workspace, script],
    { cwd: repository, env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: "1" } },
  );
  return stdout;
}
