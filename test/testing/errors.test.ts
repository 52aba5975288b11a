import { expect, test } from "vitest";
import { program } from "./program.ts";
import { runVitest } from "./run-vitest.ts";

/** The message of the error that a test failed with, without the stack. */
function messageOf(failure: string | undefined): string {
  return (failure ?? "no such test").split("\n    at ")[0]!;
}

test("what is no interface, and what is no member", async () => {
  using tree = program({
    "main.test.ts": `
      const anything = override_interface as (definition: unknown, members: unknown) => unknown;
      test("an interface by another name", () => anything({ hello: 1 }, {}));
      test("a function", () => anything(() => {}, {}));
      test("nothing", () => anything(undefined, {}));
      test("no object", () => anything(HelloIf, "mock"));
      test("misspelt", () => anything(HelloIf, { helo: () => "mock", greet: () => "mock" }));
      test("misspelt before it is loaded", async () => {
        vi.resetModules();
        anything(HelloIf, { helo: () => "mock" });
        await import("./main.ts");
      });
      test("what an object of a class has besides", () => {
        class Fake { state = 1; hello() { return "fake"; } }
        anything(HelloIf, new Fake());
        expect(main.say("a")).toBe("fake");
      });
    `,
  });
  const { tests } = await runVitest(tree);
  const help = "\n  help: pass what `def_interface` made, imported from where it is defined";
  const misspelt = `OverrideError: [CI2018] \`HelloIf\` has no member \`helo\`
  note: its members are \`Box\`, \`greet\`, \`hello\`, \`later\`, \`version\`
  help: override members that it has; \`tsc\` reports others`;
  expect(
    Object.fromEntries(Object.entries(tests).map(([name, text]) => [name, messageOf(text)])),
  ).toEqual({
    "an interface by another name": `OverrideError: [CI2018] the first argument of \`override_interface\` is not an interface, but another object${help}`,
    "a function": `OverrideError: [CI2018] the first argument of \`override_interface\` is not an interface, but a function${help}`,
    nothing: `OverrideError: [CI2018] the first argument of \`override_interface\` is not an interface, but undefined${help}`,
    "no object":
      "OverrideError: [CI2018] what overrides `HelloIf` is not an object of members, but a string\n  help: pass an object, such as `override_interface(HelloIf, { member: () => 1 })`",
    misspelt,
    "misspelt before it is loaded": misspelt,
    "what an object of a class has besides": "passed",
  });
});

test("overrides that only a type checker would refuse", async () => {
  using tree = program({
    "main.test.ts": `
      const anything = override_interface as (definition: unknown, members: unknown) => unknown;
      test("a promise", () => anything(HelloIf, async () => ({ hello: () => "mock" })));
      test("undefined for a function", () => anything(HelloIf, { hello: undefined }));
      test("a string for a function", () => anything(HelloIf, { hello: "mock" }));
      test("an object for a class", () => anything(HelloIf, { Box: {} }));
      test("a field of a class", () => anything(HelloIf, new (class { hello = "mock"; })()));
      test("a string before what is linked is loaded", async () => {
        vi.resetModules();
        anything(HelloIf, { hello: "mock" });
        (await import("./main.ts")).say("a");
      });
      test("null, when it is called", () => {
        anything(HelloIf, { hello: null });
        main.say("a");
      });
      test("a getter, when it is called", () => {
        anything(HelloIf, { get hello() { return 1; } });
        main.say("a");
      });
      test("none of it is in force", () => expect(main.say("a")).toBe("real a"));
      test("itself", () => {
        override_interface(HelloIf, { hello: (name) => main.say(name) });
        main.say("a");
      });
      test("itself, by another", () => {
        override_interface(HelloIf, { hello: (name) => main.greet(name) });
        main.say("a");
      });
      test("as often as it likes", () => {
        override_interface(HelloIf, { hello: (name) => (name.length < 200 ? main.say(name + "!") : name) });
        expect(main.say("").length).toBe(200);
      });
    `,
  });
  const { tests } = await runVitest(tree);
  const noFunction = (member: string, found: string): string =>
    `OverrideError: [CI2018] \`${member}\` of \`HelloIf\` is a function or class, and what overrides it is ${found}
  help: override it by a function or class; to keep what is linked, leave it out`;
  const itself = `OverrideError: [CI2018] what overrides \`hello\` of \`HelloIf\` calls itself again and again
  note: in a test that overrides a member, calling the interface leads to the override
  help: call what it replaces: \`override_interface(HelloIf, (original) => ({ hello: (...args) => original.hello(...args) }))\``;
  expect(
    Object.fromEntries(Object.entries(tests).map(([name, text]) => [name, messageOf(text)])),
  ).toEqual({
    "a promise":
      "OverrideError: [CI2018] what overrides `HelloIf` is not an object of members, but a promise\n  help: make the object without `async`; the functions in it may be `async`",
    "undefined for a function": noFunction("hello", "undefined"),
    "a string for a function": noFunction("hello", "a string"),
    "an object for a class": noFunction("Box", "an object"),
    "a field of a class": noFunction("hello", "a string"),
    "a string before what is linked is loaded": noFunction("hello", "a string"),
    "null, when it is called": noFunction("hello", "null"),
    "a getter, when it is called": noFunction("hello", "a number"),
    "none of it is in force": "passed",
    itself,
    "itself, by another": itself,
    "as often as it likes": "passed",
  });
});

test("a constant while other tests run", async () => {
  using tree = program({
    "main.test.ts": `
      const turn = (ms: number) => new Promise((done) => setTimeout(done, ms));
      let others = 0;
      test.concurrent("overrides", async () => {
        override_interface(HelloIf, { version: "2" });
      });
      test.concurrent("sees the real one", async ({ expect }) => {
        for (let n = 0; n < 5; n++, await turn(1)) expect(main.version()).toBe("1");
      });
      test("alone", () => {
        override_interface(HelloIf, { version: "3" });
        expect(main.version()).toBe("3");
      });
    `,
  });
  const { tests } = await runVitest(tree);
  expect(
    messageOf(tests.overrides),
  ).toBe(`OverrideError: [CI2019] \`version\` of \`HelloIf\` is overridden while other tests run, and would change for them
  note: a constant is a binding between ES modules, with one value at a time; functions and classes are overridden for each test by itself
  help: run the test by itself, without \`concurrent\`; or make the member a function`);
  expect(tests).toMatchObject({ "sees the real one": "passed", alone: "passed" });
});

test("an override by code that belongs to none of several tests", async () => {
  using tree = program({
    "main.test.ts": `
      const turn = (ms: number) => new Promise((done) => setTimeout(done, ms));
      // A context from before the tests.
      const { AsyncResource } = await import("node:async_hooks");
      const outside = new AsyncResource("outside");
      test.concurrent("overrides", async () => {
        await turn(1);
        outside.runInAsyncScope(() => override_interface(HelloIf, { hello: () => "whose?" }));
      });
      test.concurrent("sees the real one", async ({ expect }) => {
        for (let n = 0; n < 10; n++, await turn(1)) expect(main.say("a")).toBe("real a");
      });
      test("alone, it is its own", () => {
        outside.runInAsyncScope(() => override_interface(HelloIf, { hello: () => "mine" }));
        expect([main.say("a"), outside.runInAsyncScope(() => main.say("a"))]).toEqual(["mine", "mine"]);
      });
      test("and ends with it", () => expect(main.say("a")).toBe("real a"));
    `,
  });
  const { tests } = await runVitest(tree);
  expect(
    messageOf(tests.overrides),
  ).toBe(`OverrideError: [CI2019] \`HelloIf\` is overridden by none of the tests that are running
  note: several tests run at the same time, and it cannot be told which of them this call belongs to
  help: override in the test itself, or before it in \`beforeEach\`; for all tests of a file, before the first of them starts`);
  expect(tests).toMatchObject({
    "sees the real one": "passed",
    "alone, it is its own": "passed",
    "and ends with it": "passed",
  });
});

test("an interface that nothing implements is an error when it is used, unless it is overridden", async () => {
  using tree = program({
    "main.test.ts": `
      test("not overridden", () => main.say("a"));
      test("a class", () => new main.Box(1));
      test("a default calls it", () => main.greet("a"));
      test("an override calls what is not there", () => {
        override_interface(HelloIf, (original) => ({ hello: (name) => original.hello(name) }));
        main.say("a");
      });
      test("overridden", () => {
        override_interface(HelloIf, { hello: () => "mock", version: "2", Box: class { n = 7; double() { return 0; } static create() { return new this(); } } });
        expect([main.say("a"), main.taken("a"), main.greet("a"), main.version(), new main.Box(1).n]).toEqual(["mock", "mock", "mock!", "2", 7]);
      });
    `,
  });
  tree.remove("packages/hello-impl/src/index.ts");
  tree.write(
    "packages/app/src/main.ts",
    `
    import { call_interface, use_interface } from "crate-interface/macro";
    import { HelloIf } from "hello-if";
    export const say = (name: string) => call_interface(HelloIf.hello(name));
    export const version = () => use_interface(HelloIf.version);
    export const taken = use_interface(HelloIf.hello);
    export const { greet } = use_interface(HelloIf);
    export const Box = use_interface(HelloIf.Box);
  `,
  );
  const { tests } = await runVitest(tree);
  const unimplemented = (
    member: string,
  ) => `OverrideError: [CI2001] no implementation of \`HelloIf\` is linked into \`app\`, and its member \`${member}\` is not overridden
  help: override it before it is used, by \`override_interface\` from \`crate-interface/testing\`
  help: or let \`app\` depend on an implementation, at least for development; \`crate-interface check\` says which there are`;
  expect(messageOf(tests["not overridden"])).toBe(unimplemented("hello"));
  expect(messageOf(tests["an override calls what is not there"])).toBe(unimplemented("hello"));
  expect(messageOf(tests["a class"])).toBe(unimplemented("Box"));
  expect(messageOf(tests["a default calls it"])).toBe(unimplemented("hello"));
  expect(tests.overridden).toBe("passed");
});

test("two implementations are as much of an error as in a build", async () => {
  using tree = program({ "main.test.ts": `test("says", () => main.say("a"));` });
  tree.write(
    "packages/hello-impl/src/other.ts",
    `
      import { impl_interface } from "crate-interface/macro";
      import { HelloIf } from "hello-if";
      impl_interface(HelloIf, { hello: () => "other" });
    `,
  );
  const { tests } = await runVitest(tree);
  expect(tests["main.test.ts"]).toContain("error[CI2002]: `HelloIf` has 2 implementations");
});

test("without the plugin nothing can be overridden", async () => {
  using tree = program({});
  tree.write("packages/app/vite.config.ts", "export default {};");
  tree.write(
    "packages/app/src/plain.test.ts",
    `
      import { override_interface } from "crate-interface/testing";
      import { test } from "vitest";
      test("overrides", () => override_interface({ interface: "Mall/HelloIf" } as never, {}));
    `,
  );
  const { tests } = await runVitest(tree);
  expect(
    messageOf(tests.overrides),
  ).toBe(`OverrideError: [CI2017] \`Mall/HelloIf\` cannot be overridden here, since nothing linked this program for tests
  note: only Vitest and Jest run programs whose interfaces can be overridden
  help: Vitest 4.1 or newer: import crateInterface from "crate-interface/vite", and add \`crateInterface()\` to \`plugins\` of the configuration that the tests run with
  help: Jest: add \`preset: "crate-interface/jest"\` to its configuration; with it, override in files of \`setupFilesAfterEnv\`, since \`setupFiles\` are run before it`);
});
