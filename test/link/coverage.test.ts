import { describe, expect, test } from "vitest";
import {
  call,
  define,
  implement,
  inDefault,
  inImplementation,
  type Statement,
  workspace,
} from "./graph.ts";

/** An app that calls an interface which one package implements, or none does. */
function hello(parts: { definition: Statement[]; implementation?: Statement[]; calls: string[] }) {
  return workspace({
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: { "main.ts": parts.calls.map((what) => call(what)) },
    },
    "hello-if": { files: { "index.ts": parts.definition } },
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "index.ts": parts.implementation ?? [] },
    },
  }).link();
}

describe("members that are missing: CI2003", () => {
  test("declared ones, called or not, where they are declared", () => {
    const { problems } = hello({
      definition: [define("HelloIf", ["hello", "bye", "wave", "greet?"], { defaults: ["greet"] })],
      implementation: [implement("HelloIf", ["hello"])],
      calls: ["HelloIf.hello"],
    });
    expect(problems).toEqual([
      {
        code: "CI2003",
        severity: "error",
        headline: "not all members of `HelloIf` are implemented, missing: `bye`, `wave`",
        labels: [
          "hello-impl/index.ts HelloIf: missing `bye`, `wave`",
          "hello-if/index.ts bye: `bye` declared here",
          "hello-if/index.ts wave: `wave` declared here",
        ],
        chains: [],
        notes: [],
        help: [
          "add to the implementation `bye() {}, wave() {}`, or, if it is a class, `static bye() {} static wave() {}`",
        ],
      },
    ]);
  });

  test("where the members cannot be seen, only those that are called, where they are called", () => {
    const { problems } = hello({
      definition: [define("Mall/HelloIf", null, { defaults: ["greet"] })],
      implementation: [implement("Mall/HelloIf", ["hello"])],
      calls: ["Mall/HelloIf.greet", "Mall/HelloIf.say-bye", "Mall/HelloIf.say-bye"],
    });
    expect(problems).toEqual([
      {
        code: "CI2003",
        severity: "error",
        headline: "not all members of `Mall/HelloIf` are implemented, missing: `say-bye`",
        labels: [
          "hello-impl/index.ts Mall/HelloIf: missing `say-bye`",
          "app/main.ts Mall/HelloIf.say-bye: `say-bye` called here",
        ],
        chains: [],
        notes: [],
        help: [
          'add to the implementation `"say-bye"() {}`, or, if it is a class, `static "say-bye"() {}`',
        ],
      },
    ]);
  });

  test("an optional member without a default, only if it is called", () => {
    const parts = {
      definition: [define("HelloIf", ["hello", "greet?"])],
      implementation: [implement("HelloIf", ["hello"])],
    };
    expect(hello({ ...parts, calls: ["HelloIf.hello"] }).problems).toEqual([]);
    expect(hello({ ...parts, calls: ["HelloIf.greet"] }).problems).toMatchObject([
      { code: "CI2003" },
    ]);
    expect(hello({ ...parts, calls: ["HelloIf"] }).problems).toMatchObject([{ code: "CI2003" }]);
  });
});

test("members that are supplied and not declared: CI2010", () => {
  const { problems, interface: linked } = hello({
    definition: [define("HelloIf", ["hello", "greet?"], { defaults: ["gret"] })],
    implementation: [implement("HelloIf", ["hello", "wave"])],
    calls: ["HelloIf.hello"],
  });
  expect(problems).toEqual([
    {
      code: "CI2010",
      severity: "error",
      headline: "`gret` is not a member of `HelloIf`",
      labels: ["hello-if/index.ts gret: not a member", "hello-if/index.ts HelloIf: defined here"],
      chains: [],
      notes: [],
      help: ["a similar member exists: `greet`"],
    },
    {
      code: "CI2010",
      severity: "error",
      headline: "`wave` is not a member of `HelloIf`",
      labels: ["hello-impl/index.ts wave: not a member", "hello-if/index.ts HelloIf: defined here"],
      chains: [],
      notes: [],
      help: ["make `wave` a function of the module, outside of the interface, or remove it"],
    },
  ]);
  expect(linked("HelloIf").members.map(({ name }) => name)).toEqual(["hello"]);
});

test("members that are called and not declared: CI2004", () => {
  const { problems } = hello({
    definition: [define("HelloIf", ["hello"])],
    implementation: [implement("HelloIf", ["hello"])],
    calls: ["HelloIf.helo", "HelloIf.helo", "HelloIf.wave"],
  });
  expect(problems).toEqual([
    {
      code: "CI2004",
      severity: "error",
      headline: "`HelloIf` has no member `helo`",
      labels: [
        "app/main.ts HelloIf.helo: unknown member",
        "app/main.ts HelloIf.helo: also called here",
        "hello-if/index.ts HelloIf: defined here",
      ],
      chains: [],
      notes: [],
      help: ["a similar member exists: `hello`"],
    },
    {
      code: "CI2004",
      severity: "error",
      headline: "`HelloIf` has no member `wave`",
      labels: [
        "app/main.ts HelloIf.wave: unknown member",
        "hello-if/index.ts HelloIf: defined here",
      ],
      chains: [],
      notes: [],
      help: ["declare `wave` in `HelloIf`"],
    },
  ]);
});

test("an unknown member is not also a missing implementation", () => {
  const { problems } = hello({
    definition: [define("HelloIf", ["greet?"], { defaults: ["greet"] })],
    calls: ["HelloIf.helo"],
  });
  expect(problems.map(({ code }) => code)).toEqual(["CI2004"]);
});

describe("an interface that nobody calls", () => {
  test("is linked like any other", () => {
    const { target, problems } = hello({
      definition: [define("HelloIf", ["hello"])],
      implementation: [implement("HelloIf", ["hello"])],
      calls: [],
    });
    expect(target("HelloIf")).toBe("hello-impl/index.ts");
    expect(problems).toEqual([]);
  });

  test("needs no implementation: its errors are warnings", () => {
    const { problems, interface: linked } = hello({
      definition: [define("HelloIf", ["hello"])],
      calls: [],
    });
    expect(problems).toEqual([
      {
        code: "CI2001",
        severity: "warning",
        headline: "no implementation of `HelloIf` is linked into `app`",
        labels: ["hello-if/index.ts HelloIf: defined here"],
        chains: [],
        notes: ["nobody calls it, so it does not fail a build"],
        help: [
          "implement it in `app` or in one of its dependencies: `impl_interface(HelloIf, { hello() {} })`",
        ],
      },
    ]);
    // Whoever imports it nevertheless, such as a test file that is not scanned, gets the error.
    expect(linked("HelloIf").errors).toMatchObject([{ code: "CI2001", severity: "error" }]);
  });

  test("with several implementations is a warning, too", () => {
    const { problems } = hello({
      definition: [define("HelloIf", ["hello"])],
      implementation: [implement("HelloIf", ["hello"]), implement("HelloIf", ["hello"])],
      calls: [],
    });
    expect(problems).toMatchObject([{ code: "CI2002", severity: "warning" }]);
  });
});

describe("`this.member`", () => {
  const definition = [
    define("HelloIf", null, { defaults: ["greet"] }),
    inDefault("HelloIf.hello", "greet"),
  ];

  test("in a default demands nothing while nobody calls the interface", () => {
    const { problems, target, interface: linked } = hello({ definition, calls: [] });
    expect(problems).toEqual([]);
    expect(target("HelloIf")).toBe("defaults");
    expect(linked("HelloIf").called).toBe(false);
  });

  test("in a default that is linked needs its member", () => {
    expect(hello({ definition, calls: ["HelloIf.greet"] }).problems).toMatchObject([
      {
        code: "CI2001",
        labels: [
          "app/main.ts HelloIf.greet: called here",
          "hello-if/index.ts HelloIf: defined here",
        ],
        notes: ["`hello` has no default"],
      },
    ]);
    const implementation = [implement("HelloIf", ["bye"])];
    expect(hello({ definition, implementation, calls: ["HelloIf.bye"] }).problems).toMatchObject([
      {
        code: "CI2003",
        labels: [
          "hello-impl/index.ts HelloIf: missing `hello`",
          "hello-if/index.ts HelloIf.hello: `hello` called here",
        ],
      },
    ]);
  });

  test("in a default that is overridden needs nothing", () => {
    const implementation = [implement("HelloIf", ["greet"])];
    expect(hello({ definition, implementation, calls: ["HelloIf.greet"] }).problems).toEqual([]);
  });

  test("in an implementation needs its member where that implementation is linked", () => {
    const build = (conditions: string[]) =>
      workspace({
        app: {
          dependencies: ["hello-if", "hello-impl"],
          files: { "main.ts": [call("HelloIf.hello")] },
        },
        "hello-if": { files: { "index.ts": [define("HelloIf", null)] } },
        "hello-impl": {
          dependencies: ["hello-if"],
          files: {
            "any.ts": [implement("HelloIf", ["hello"])],
            "web.ts": [
              implement("HelloIf", ["hello"], { conditions: ["browser"] }),
              inImplementation("HelloIf.paint", "hello"),
            ],
          },
        },
      }).link({ conditions });
    expect(build(["node"]).problems).toEqual([]);
    expect(build(["browser"]).problems).toMatchObject([
      { code: "CI2003", headline: expect.stringContaining("missing: `paint`") },
    ]);
  });
});
