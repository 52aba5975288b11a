import { expect, test } from "vitest";
import { BABEL } from "../jest/program.ts";
import { runJest } from "../jest/run-jest.ts";
import { copyExample } from "./copy.ts";
import { cyclic } from "./cyclic.ts";

// Facades under Jest, where modules are CommonJS.

const CONFIGURATION = {
  "babel.config.json": BABEL,
  "jest.config.json": {
    preset: "crate-interface/jest",
    testMatch: ["**/src/**/*.test.ts"],
  },
};

test("libraries pass their own tests, on implementations that only they have", async () => {
  using copy = copyExample();
  for (const [name, file] of [
    ["foo", "index"],
    ["vec", "vec"],
  ]) {
    copy.edit(`packages/${name}/src/${file}.test.ts`, '"vitest"', '"@jest/globals"');
    for (const [path, content] of Object.entries(CONFIGURATION)) {
      copy.write(`packages/${name}/${path}`, content);
    }
  }
  copy.write("jest.config.json", { projects: ["packages/foo", "packages/vec"] });
  const { exitCode, printed } = await runJest(copy, { cwd: "." });
  expect(printed).toContain("Tests:       4 passed, 4 total");
  expect(exitCode).toBe(0);
});

test("a facade and what implements it are loaded in either order", async () => {
  using tree = cyclic(["log", "log-impl"]);
  for (const [name, imports] of Object.entries({
    facade: ["log", "log-impl"],
    implementation: ["log-impl", "log"],
    library: ["library", "log"],
  })) {
    tree.write(
      `packages/app/src/${name}.test.ts`,
      `import { expect, test } from "@jest/globals";
${imports.map((specifier) => `import "${specifier}";`).join("\n")}
import { said } from "library";
test("${name} first", () => expect(said).toBe("log: loaded (log-impl)"));
`,
    );
  }
  for (const [path, content] of Object.entries(CONFIGURATION)) {
    tree.write(`packages/app/${path}`, content);
  }
  const { exitCode, printed } = await runJest(tree);
  expect(printed).toContain("Tests:       3 passed, 3 total");
  expect(exitCode).toBe(0);
});
