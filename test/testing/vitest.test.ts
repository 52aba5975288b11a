import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { program } from "./program.ts";
import { runVitest } from "./run-vitest.ts";

const REPOSITORY = join(import.meta.dirname, "../..");

// What the tests below do runs in Vitest's own processes; each of its tests has to pass.

const MEMBERS = `
  test("the real ones without override", async () => {
    expect(main.say("a")).toBe("real a");
    expect(main.taken("a")).toBe("real a");
    expect(main.greet("a")).toBe("real a!");
    expect(main.everything.hello("a")).toBe("real a");
    expect(await main.later("a")).toBe("real a!");
    expect(main.version()).toBe("1");
    expect(main.taken).toHaveLength(1);
  });
  test("functions: called, taken beforehand, as one object, from a default and an implementation", async () => {
    override_interface(HelloIf, { hello: (name) => "mock " + name });
    expect(main.say("a")).toBe("mock a");
    expect(main.taken("a")).toBe("mock a");
    expect(main.everything.hello("a")).toBe("mock a");
    expect(main.greet("a")).toBe("mock a!");
    expect(await main.later("a")).toBe("mock a!");
  });
  test("a default", async () => {
    override_interface(HelloIf, { greet: () => "hi" });
    expect(main.greet("a")).toBe("hi");
    expect(await main.later("a")).toBe("hi");
    expect(main.say("a")).toBe("real a");
  });
  test("constants", () => {
    const override = override_interface(HelloIf, { version: "2" });
    expect([main.version(), main.everything.version]).toEqual(["2", "2"]);
    override.restore();
    expect([main.version(), main.everything.version]).toEqual(["1", "1"]);
  });
  test("classes: made, tested, with statics that see private members, and extended", () => {
    const { Box, BigBox } = main;
    const real = new Box(1);
    expect([real.n, real.double(), Box.create(3).n, new BigBox(4).double()]).toEqual([1, 2, 3, 80]);
    expect([real instanceof Box, new BigBox(1) instanceof Box]).toEqual([true, true]);
    class Mock {
      n = 7;
      double() { return -1; }
      static create() { return new this(); }
    }
    override_interface(HelloIf, { Box: Mock });
    const mock = new Box(1);
    expect([mock.n, mock.double(), Box.create(3).n]).toEqual([7, -1, 7]);
    expect([mock instanceof Box, mock instanceof Mock, real instanceof Box]).toEqual([true, true, false]);
    // What has extended the real class is still what it was.
    expect([new BigBox(4).n, new BigBox(4).double()]).toEqual([4, 80]);
    class SmallBox extends Box {}
    expect([new SmallBox(1).n, new SmallBox(1) instanceof Mock]).toEqual([7, true]);
  });
  test("an object with state", () => {
    class Fake {
      calls: string[] = [];
      hello(name: string) { this.calls.push(name); return "fake"; }
    }
    const fake = new Fake();
    override_interface(HelloIf, fake);
    expect([main.say("a"), main.taken("b"), fake.calls]).toEqual(["fake", "fake", ["a", "b"]]);
  });
  test("what it replaces can be called", () => {
    const outer = override_interface(HelloIf, (original) => ({ hello: (name) => "[" + original.hello(name) + "]" }));
    const inner = override_interface(HelloIf, (original) => ({
      hello: (name) => "<" + original.hello(name) + original.version + ">",
    }));
    expect(main.say("a")).toBe("<[real a]1>");
    outer.restore();
    expect(main.say("a")).toBe("<real a1>");
    expect([outer.active, inner.active]).toEqual([false, true]);
  });
  test("a mock of Vitest", () => {
    const hello = vi.fn(() => "spied");
    override_interface(HelloIf, { hello });
    main.say("a");
    main.taken("b");
    expect(hello.mock.calls).toEqual([["a"], ["b"]]);
  });
`;

const SCOPES = `
  describe("what a test overrides", () => {
    test("holds", () => {
      override_interface(HelloIf, { hello: () => "first", version: "2" });
      expect(main.say("a") + main.version()).toBe("first2");
    });
    test("ends with it", () => {
      expect(main.say("a") + main.version()).toBe("real a1");
    });
    test.fails("fails", () => {
      override_interface(HelloIf, { hello: () => "left behind" });
      throw new Error(main.say("a"));
    });
    test("ends with one that failed", () => {
      expect(main.say("a")).toBe("real a");
    });
    let tries = 0;
    test("ends before it is tried again", { retry: 1 }, () => {
      const before = main.say("a");
      override_interface(HelloIf, { hello: () => "tried" });
      expect([tries++, before]).toEqual([1, "real a"]);
    });
    test("ends with the block", () => {
      {
        using _ = override_interface(HelloIf, { hello: () => "block" });
        expect(main.say("a")).toBe("block");
      }
      expect(main.say("a")).toBe("real a");
    });
  });
  describe("what beforeEach overrides", () => {
    const after: string[] = [];
    beforeEach(async () => {
      await null;
      override_interface(HelloIf, { hello: () => "each" });
    });
    afterEach(() => void after.push(main.say("a")));
    afterAll(() => expect(after).toEqual(["each", "test"]));
    test("holds", () => expect(main.say("a")).toBe("each"));
    test("can be overridden", () => {
      override_interface(HelloIf, { hello: () => "test" });
      expect(main.say("a")).toBe("test");
    });
  });
  test("ends after it", () => expect(main.say("a")).toBe("real a"));
  describe("what beforeAll overrides", () => {
    let override: { restore(): void };
    beforeAll(() => { override = override_interface(HelloIf, { hello: () => "all" }); });
    afterAll(() => override.restore());
    test("holds", () => expect(main.say("a")).toBe("all"));
    test("holds for concurrent tests", async () => expect(main.say("a")).toBe("all"));
  });
  test("ends where it is restored", () => expect(main.say("a")).toBe("real a"));
  // Left behind on purpose: other files must not see it.
  beforeAll(() => { override_interface(HelloIf, { greet: () => "left behind" }); });
  test("holds in the whole file", () => expect(main.greet("a")).toBe("left behind"));
`;

const CONCURRENT = `
  const turn = (ms = 0) => new Promise((done) => setTimeout(done, ms));
  // More than Vitest runs at a time, so that some start when others end.
  describe.for(Array.from({ length: 12 }, (_, i) => i))("%i", (i) => {
    test.concurrent("overrides at once", async ({ expect }) => {
      override_interface(HelloIf, { hello: () => "at once " + i });
      for (let n = 0; n < 5; n++, await turn(i % 3)) expect(main.say("a")).toBe("at once " + i);
    });
    test.concurrent("overrides later", async ({ expect }) => {
      expect(main.say("a")).toBe("real a");
      await turn(i % 4);
      expect(main.say("a")).toBe("real a");
      const override = override_interface(HelloIf, { hello: () => "later " + i });
      await turn(i % 2);
      expect([main.say("a"), main.taken("a"), main.greet("a")]).toEqual(["later " + i, "later " + i, "later " + i + "!"]);
      override.restore();
      expect(main.say("a")).toBe("real a");
    });
    test.concurrent("overrides nothing", async ({ expect }) => {
      for (let n = 0; n < 8; n++, await turn(n % 3)) expect([main.say("a"), main.version()]).toEqual(["real a", "1"]);
    });
    test.concurrent("overrides a class", async ({ expect }) => {
      const real = main.Box;
      override_interface(HelloIf, { Box: class { n = i; double() { return 0; } static create() { return new this(); } } });
      await turn(2);
      expect([new real(100).n, new main.Box(100).n]).toEqual([i, i]);
    });
  });
`;

const RESET = `
  test("modules that a test has loaded anew", async () => {
    vi.resetModules();
    const again = await import("./main.ts");
    const { HelloIf: HelloAgain } = await import("hello-if");
    expect(again.say).not.toBe(main.say);
    const first = override_interface(HelloIf, { hello: () => "first", version: "first" });
    expect([main.say("a"), again.say("a"), main.version(), again.version()]).toEqual(["first", "first", "first", "first"]);
    first.restore();
    override_interface(HelloAgain, { hello: () => "second" });
    expect([main.say("a"), again.say("a"), again.version()]).toEqual(["second", "second", "1"]);
  });
  test("what is loaded after it was overridden", async () => {
    vi.resetModules();
    override_interface(HelloIf, { hello: () => "early", version: "early" });
    const late = await import("./main.ts");
    expect([late.say("a"), late.version()]).toEqual(["early", "early"]);
  });
  test("and is restored there", async () => {
    expect([main.say("a"), main.version()]).toEqual(["real a", "1"]);
    expect((await import("./main.ts")).version()).toBe("1");
  });
`;

/** Ways to run tests, as options of Vitest. */
const WAYS: [string, string[]][] = [
  ["processes", []],
  ["threads", ["--pool=threads"]],
  ["realms of their own", ["--pool=vmThreads"]],
  ["a process that all files share", ["--no-isolate", "--no-file-parallelism"]],
  ["what stands for a browser", ["--environment=./browser.ts"]],
];

/** What the tests above need, in an application of their own. */
function everything(): Tree {
  return program({
    "../browser.ts": `
      export default { name: "browser", viteEnvironment: "client", setup: () => ({ teardown() {} }) };
    `,
    "a-scopes.test.ts": SCOPES,
    "b-members.test.ts": MEMBERS,
    "concurrent.test.ts": CONCURRENT,
    "reset.test.ts": RESET,
  });
}

async function expectAllPassed(tree: Tree, options: string[]): Promise<void> {
  const { tests } = await runVitest(tree, "packages/app", ...options);
  expect(Object.entries(tests).filter(([, result]) => result !== "passed")).toEqual([]);
  expect(Object.keys(tests)).toHaveLength(72);
}

test.each(WAYS)("in %s", async (_, options) => {
  using tree = everything();
  await expectAllPassed(tree, options);
});

// Where a file in node_modules would be left to Node, and evaluated once.
test.each(WAYS.filter(([name]) => !/^(?:threads|realms)/.test(name)))(
  "in %s, where this package is installed rather than linked",
  async (_, options) => {
    using tree = everything();
    const installed = tree.path("packages/app/node_modules/crate-interface");
    for (const path of ["dist", "package.json"]) {
      cpSync(join(REPOSITORY, path), `${installed}/${path}`, { recursive: true });
    }
    await expectAllPassed(tree, options);
  },
);
