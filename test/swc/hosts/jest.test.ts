import { describe, expect, test } from "vitest";
import { runJest } from "../../jest/run-jest.ts";
import { filesFor, type GuideFile } from "./guide.ts";
import { MISTAKE, makeMistake, program } from "./program.ts";

const [before, itself] = filesFor("@swc/jest");

const files = {
  "src/greeter.ts": `import { call_interface } from "crate-interface/macro";
import { HelloIf, planet } from "hello-if";

export const greeting = (): string => call_interface(HelloIf.hello(planet, 1));
`,
  "src/greeter.test.ts": `import { expect, jest, test } from "@jest/globals";
import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";
import { greeting } from "./greeter.ts";

test("is linked", () => {
  expect(greeting()).toBe("Hello, world 1!");
});
test("is replaced", () => {
  const hello = jest.fn((name: string, id: number): string => "mocked " + name);
  override_interface(HelloIf, { hello });
  expect(greeting()).toBe("mocked world");
  expect(hello).toHaveBeenCalledWith("world", 1);
});
`,
};

describe.each([
  ["before SWC, by the transformer of the preset", before],
  ["by SWC", itself],
] satisfies [string, GuideFile][])("macros are expanded %s", (_, config) => {
  test("in CommonJS", async () => {
    using tree = program(config, files);
    expect((await runJest(tree)).printed).toContain("Tests:       2 passed, 2 total");
  });

  test("in ES modules", async () => {
    const text = config.text.replace("preset:", `extensionsToTreatAsEsm: [".ts"], preset:`);
    using tree = program({ ...config, text }, files);
    const { printed } = await runJest(tree, { esm: true });
    expect(printed).toContain("Tests:       2 passed, 2 total");
  });

  test("and what is wrong with one fails the test file", async () => {
    using tree = program(config, files);
    makeMistake(tree, "src/greeter.ts");
    const { printed, exitCode } = await runJest(tree);
    expect(exitCode).toBe(1);
    expect(printed).toContain(MISTAKE);
    expect(printed).toMatch(/--> src\/greeter\.ts:4:62\n/);
    expect(printed).toMatch(/4 \| export const greeting = .*\n +[|:] +\^{7}\n/);
    expect(printed.match(/error\[/g)).toHaveLength(1);
  });
});
