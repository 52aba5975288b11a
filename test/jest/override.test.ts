import { expect, test } from "vitest";
import { program } from "./program.ts";
import { runJest } from "./run-jest.ts";

/** The same tests in both formats; what differs is how modules are found and mocked. */
const files = (main: string): Record<string, string> => ({
  "src/sequence.test.ts": `import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";
import { main } from "${main}";

const seen: string[] = [];
afterEach(() => {
  seen.push(main("after"));
});

test("an override is seen by callers and by defaults", () => {
  override_interface(HelloIf, { hello: (name: string) => "mocked " + name });
  expect(main("x")).toBe("mocked x");
});
test("and still there for what its test cleans up, but in no other test", () => {
  expect(seen).toEqual(["mocked after"]);
  expect(main("x")).toBe("Hello, x 0!");
});
test("the original can be called, and be restored", () => {
  const hello = override_interface(HelloIf, (original) => ({
    hello: (name: string, id: number) => original.hello(name, id).toUpperCase(),
  }));
  expect(main("x")).toBe("HELLO, X 0!");
  hello.restore();
  expect(main("x")).toBe("Hello, x 0!");
});
test("a mock function counts its calls", () => {
  const hello = jest.fn((name: string, id: number) => name + id);
  override_interface(HelloIf, { hello });
  main("x");
  expect(hello).toHaveBeenCalledWith("x", 0);
});
test.skip("a test that does not run", () => {});

describe("what is overridden in beforeAll", () => {
  beforeAll(() => {
    override_interface(HelloIf, { hello: () => "for all" });
  });
  test("holds for one test", () => expect(main("x")).toBe("for all"));
  test("and for the next", () => expect(main("x")).toBe("for all"));
});

describe("what is overridden in beforeEach", () => {
  let runs = 0;
  beforeEach(() => {
    runs++;
    override_interface(HelloIf, { hello: () => "for each " + runs });
  });
  test("holds for one test", () => expect(main("x")).toBe("for each 1"));
  test.each([2, 3])("and for the next, %i", (run) => expect(main("x")).toBe("for each " + run));
});
`,
  "src/concurrent.test.ts": `import { describe, expect, test } from "@jest/globals";
import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";
import { main } from "${main}";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("tests that run at the same time", () => {
  test.concurrent.each([1, 2, 3, 4, 5, 6, 7, 8])("see their own override, %i", async (id) => {
    for (let i = 0; i < id; i++) await turn();
    override_interface(HelloIf, { hello: () => "mocked " + id });
    for (let i = 0; i < 9 - id; i++) {
      await turn();
      expect(main("x")).toBe("mocked " + id);
    }
  });
  test.concurrent("or none", async () => {
    for (let i = 0; i < 9; i++) {
      await turn();
      expect(main("x")).toBe("Hello, x 0!");
    }
  });
});
test("and nothing is left of them", () => expect(main("x")).toBe("Hello, x 0!"));
`,
  "src/unimplemented.test.ts": `import { expect, test } from "@jest/globals";
import { call_interface } from "crate-interface/macro";
import { override_interface } from "crate-interface/testing";
import { LonelyIf } from "./lonely${main.slice("./main".length)}";

test("what nobody implements can be overridden", () => {
  override_interface(LonelyIf, { one: () => 1 });
  expect(call_interface(LonelyIf.one())).toBe(1);
});
test("and only fails a test that does not", () => {
  expect(() => call_interface(LonelyIf.one())).toThrow("CI2001");
});
`,
  "src/lonely.ts": `import { def_interface } from "crate-interface/macro";
export interface LonelyIf { one(): number }
export const LonelyIf = def_interface<LonelyIf>();
`,
});

test("interfaces are overridden per test", async () => {
  using tree = program({
    files: {
      ...files("./main"),
      "src/reset.test.ts": `import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";
test("an override outlives the modules that it was made for", () => {
  override_interface(HelloIf, { hello: () => "mocked" });
  jest.resetModules();
  expect(require("./main").main("x")).toBe("mocked");
});
`,
    },
  });
  const { printed } = await runJest(tree);
  expect(printed).toContain("Tests:       1 skipped, 22 passed, 23 total");
});

test("in ES modules too", async () => {
  using tree = program({
    files: files("./main.ts"),
    jest: { extensionsToTreatAsEsm: [".ts"] },
    babel: { presets: ["@babel/preset-typescript"] },
  });
  const { printed } = await runJest(tree, { esm: true });
  expect(printed).toContain("Tests:       1 skipped, 21 passed, 22 total");
});

test("setup files override for all tests, after the preset's", async () => {
  using tree = program({
    files: {
      "setup.ts": `import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";
override_interface(HelloIf, { hello: () => "from setup" });
`,
      "src/main.test.ts": `import { main } from "./main";
test("is overridden", () => expect(main("x")).toBe("from setup"));
test("and still is", () => expect(main("x")).toBe("from setup"));
`,
    },
    jest: { setupFilesAfterEnv: ["./setup.ts"] },
  });
  expect((await runJest(tree)).printed).toContain("2 passed, 2 total");
  tree.write("packages/app/jest.config.json", {
    preset: "crate-interface/jest",
    setupFiles: ["./setup.ts"],
  });
  expect((await runJest(tree)).printed).toContain(
    "with it, override in files of `setupFilesAfterEnv`, since `setupFiles` are run before it",
  );
});
