import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { LinkedInterface } from "../../src/link/linkage.ts";
import { call, define, implement, type PackageSpec, type Statement, workspace } from "./graph.ts";

/** What a specifier imported in a folder leads to: a file, or a code. */
function led(to: LinkedInterface | Diagnostic): string | undefined {
  return "code" in to ? to.code : to.implementation?.file;
}

const log = (version: string): PackageSpec => ({
  name: "log",
  version,
  files: { "index.ts": [define("Logger", ["log"])] },
});
const logImpl = (facade: string): PackageSpec => ({
  dependencies: [facade],
  files: { "index.ts": [implement("Logger", ["log"], { from: "log" })] },
});
const logs = { "index.ts": [call("Logger.log", { from: "log" })] };

describe("the only definition", () => {
  test("is meant wherever its name is used, through barrels and without a dependency", () => {
    const { linkage, problems } = workspace({
      app: {
        dependencies: ["api", "impl"],
        files: { "main.ts": [call("Logger.log", { from: "api" })] },
      },
      api: { dependencies: ["log"] },
      log: log("1.0.0"),
      impl: logImpl("log"),
    }).link();
    expect(problems).toEqual([]);
    expect(led(linkage.resolve(null, "Logger", "/ws/app"))).toBe("/ws/impl/index.ts");
    expect(led(linkage.resolve(null, "Logger", "/elsewhere"))).toBe("/ws/impl/index.ts");
  });
});

describe("several definitions of one name", () => {
  test("two versions of one package, each with its own implementation", () => {
    const { linkage, problems } = workspace({
      app: { dependencies: ["old", "new", "impl-1", "impl-2"] },
      old: { dependencies: ["log:log-1"], files: logs },
      new: { dependencies: ["log:log-2"], files: logs },
      "log-1": log("1.4.0"),
      "log-2": log("2.0.0"),
      "impl-1": logImpl("log:log-1"),
      "impl-2": logImpl("log:log-2"),
    }).link();
    expect(problems).toEqual([]);
    expect(linkage.interfaces.map(({ key }) => key)).toEqual([
      "/ws/log-1#Logger",
      "/ws/log-2#Logger",
    ]);
    expect(led(linkage.resolve(null, "Logger", "/ws/old"))).toBe("/ws/impl-1/index.ts");
    expect(led(linkage.resolve(null, "Logger", "/ws/new"))).toBe("/ws/impl-2/index.ts");
  });

  test("an implementation of the other version is a near miss", () => {
    const { problems } = workspace({
      app: { dependencies: ["old", "log:log-2", "impl-2"] },
      old: { dependencies: ["log:log-1"], files: logs },
      "log-1": log("1.4.0"),
      "log-2": log("2.0.0"),
      "impl-2": logImpl("log:log-2"),
    }).link();
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([
      {
        code: "CI2001",
        severity: "error",
        headline: "no implementation of `Logger` of `log@1.4.0` is linked into `app`",
        labels: ["old/index.ts Logger.log: called here", "log-1/index.ts Logger: defined here"],
        chains: [],
        notes: ["`impl-2@1.0.0` implements `Logger` of `log@2.0.0`, which is another interface"],
        help: [
          "implement it in `app` or in one of its dependencies: `impl_interface(Logger, { log() {} })`",
        ],
      },
    ]);
  });

  test("the importer's own package comes first", () => {
    const { linkage, problems } = workspace({
      app: {
        dependencies: ["log", "impl"],
        files: {
          "logger.ts": [define("Logger", ["log"])],
          "impl.ts": [implement("Logger", ["log"], { from: "./logger.ts" })],
          "main.ts": [call("Logger.log", { from: "./logger.ts" })],
        },
      },
      log: log("1.0.0"),
      impl: logImpl("log"),
    }).link();
    expect(problems).toEqual([]);
    expect(led(linkage.resolve(null, "Logger", "/ws/app"))).toBe("/ws/app/impl.ts");
    expect(led(linkage.resolve(null, "Logger", "/ws/impl"))).toBe("/ws/impl/index.ts");
  });

  test("an importer that depends on several of them is ambiguous: CI2005", () => {
    const { linkage, problems } = workspace({
      app: {
        dependencies: ["log", "audit", "both"],
        files: { "main.ts": [call("Logger.log", { from: "log" })] },
      },
      log: log("1.0.0"),
      audit: { files: { "index.ts": [define("Logger", ["audit"])] } },
      both: {
        dependencies: ["log", "audit"],
        files: {
          "a.ts": [implement("Logger", ["log"], { from: "log" })],
          "b.ts": [implement("Logger", ["audit"], { from: "audit" })],
        },
      },
    }).link();
    const errors = problems.filter(({ severity }) => severity === "error");
    expect(errors).toEqual([
      {
        code: "CI2005",
        severity: "error",
        headline: "`Logger` is ambiguous in `app@1.0.0`",
        labels: [
          "app/main.ts Logger.log: could be any of several",
          "audit/index.ts Logger: defined here",
          "log/index.ts Logger: also defined here",
        ],
        chains: ["app → audit@1.0.0", "app → log@1.0.0"],
        notes: [
          "a name means the interface of the importer's own package, or that of the only package in its dependencies that defines it",
        ],
        help: ["give each `Logger` its own `namespace`"],
      },
    ]);
    expect(led(linkage.resolve(null, "Logger", "/ws/app"))).toBe("CI2005");
    // An implementation needs no specifier: what it imports is what it implements.
    expect(linkage.interfaces.map(({ implementation }) => implementation?.file)).toEqual([
      "/ws/both/b.ts",
      "/ws/both/a.ts",
    ]);
  });

  test("an importer that depends on none of them is told to depend on one", () => {
    const { problems } = workspace({
      app: { dependencies: ["foo", "log", "audit"] },
      foo: { files: { "index.ts": [call("Logger.log", { from: "./barrel.ts" })] } },
      log: log("1.0.0"),
      audit: { files: { "index.ts": [define("Logger", ["log"])] } },
    }).link();
    expect(problems.find(({ code }) => code === "CI2005")?.help).toEqual([
      "add `audit` to the dependencies of foo/package.json",
      "add `log` to the dependencies of foo/package.json",
      "or give each `Logger` its own `namespace`",
    ]);
  });

  test("a call that imports another interface than its name means is no wrong link: CI2005", () => {
    const { problems } = workspace({
      app: {
        dependencies: ["log", "impl"],
        files: {
          "impl.ts": [implement("Logger", ["log"], { from: "./logger.ts" })],
          "logger.ts": [define("Logger", ["log"])],
          "main.ts": [call("Logger.log", { from: "log/deep" })],
        },
      },
      log: log("1.0.0"),
      impl: logImpl("log"),
    }).link();
    expect(problems).toEqual([
      {
        code: "CI2005",
        severity: "error",
        headline: "`Logger` is imported from `log@1.0.0`, but means that of `app@1.0.0` here",
        labels: [
          "app/main.ts Logger.log: imported from `log@1.0.0`",
          "log/index.ts Logger: defined here",
          "app/logger.ts Logger: also defined here",
        ],
        chains: ["app → log@1.0.0", "app"],
        notes: ["all calls of one name in a package are linked to one interface"],
        help: [
          "give one of the two a `namespace`, or call `Logger` of `log@1.0.0` from another package than `app@1.0.0`",
        ],
      },
    ]);
  });

  test("through a package that re-exports one of them, that one is meant", () => {
    const use = (item: Statement) =>
      workspace({
        app: { dependencies: ["log", "sdk"], files: { "main.ts": [item] } },
        log: log("2.0.0"),
        sdk: { dependencies: ["log:old/log"] },
        "old/log": { ...log("1.0.0"), name: "log" },
      }).link();
    const implemented = use(implement("Logger", ["log"], { from: "sdk" }));
    expect(implemented.linkage.interfaces.map(({ key, rule }) => `${key} ${rule}`)).toEqual([
      "/ws/log#Logger none",
      "/ws/old/log#Logger only",
    ]);
    // All calls in a package are linked to one interface, so a call cannot have it.
    expect(use(call("Logger.log", { from: "sdk" })).problems[0]).toMatchObject({
      code: "CI2005",
      headline: "`Logger` is imported from `log@1.0.0`, but means that of `log@2.0.0` here",
    });
  });

  test("of which the root knows one only for development, they are still two", () => {
    const { linkage } = workspace({
      app: { devDependencies: ["log"], dependencies: ["audit"], files: {} },
      log: log("1.0.0"),
      audit: { files: { "index.ts": [define("Logger", ["log"])] } },
    }).link({ production: true });
    expect(linkage.interfaces).toHaveLength(2);
  });
});

test("one package that defines an interface twice is CI2005", () => {
  const { problems } = workspace({
    app: {
      files: {
        "a.ts": [define("HelloIf", ["hello"])],
        "b.ts": [define("HelloIf", ["hello"])],
        "impl.ts": [implement("HelloIf", ["hello"], { from: "./a.ts" })],
        "main.ts": [call("HelloIf.hello", { from: "./a.ts" })],
      },
    },
  }).link();
  expect(problems).toEqual([
    {
      code: "CI2005",
      severity: "error",
      headline: "`HelloIf` is defined more than once in `app@1.0.0`",
      labels: ["app/a.ts HelloIf: first defined here", "app/b.ts HelloIf: also defined here"],
      chains: ["app"],
      notes: [],
      help: ["rename one of them, or give it a `namespace`"],
    },
  ]);
});

test("one of two definitions that is build output can be left out", () => {
  const { problems } = workspace({
    app: {
      files: {
        "lib/hello.js": [define("HelloIf", ["hello"])],
        "src/hello.ts": [define("HelloIf", ["hello"])],
      },
    },
  }).link();
  expect(problems.find(({ code }) => code === "CI2005")?.help).toEqual([
    "rename one of them, or give it a `namespace`",
    'if `lib/hello.js` is built from `src/hello.ts`, leave it out with the option `exclude: ["lib/**"]` of the plugin, and with `--exclude "lib/**"` on the command line',
  ]);
});

describe("a name that nobody defines: CI2006", () => {
  test("one error for all its places, with the names it is like", () => {
    const { linkage, problems } = workspace({
      app: {
        dependencies: ["hello-if", "hello-impl"],
        files: { "main.ts": Array.from({ length: 7 }, () => call("HeloIf.hello")) },
      },
      "hello-if": { files: { "index.ts": [define("HelloIf", [])] } },
      "hello-impl": {
        dependencies: ["hello-if"],
        files: { "index.ts": [implement("HeloIf", ["hello"])] },
      },
    }).link();
    expect(problems).toEqual([
      {
        code: "CI2006",
        severity: "error",
        headline: "no package defines an interface `HeloIf`",
        labels: Array.from({ length: 3 }, () => "app/main.ts HeloIf.hello: unknown interface"),
        chains: [],
        notes: ["used in 5 more places"],
        help: ["a similar interface exists: `HelloIf` of `hello-if@1.0.0`"],
      },
    ]);
    expect(led(linkage.resolve(null, "HeloIf", "/ws/app"))).toBe("CI2006");
  });

  test("the package it is imported from is not installed, or not read", () => {
    const { graph, link } = workspace({
      app: {
        dependencies: ["gone", "plain"],
        files: {
          "a.ts": [call("GoneIf.go", { from: "gone" })],
          "b.ts": [call("PlainIf.go", { from: "plain" })],
        },
      },
      plain: { installed: true },
    });
    graph.packages.get("/ws/app")!.dependencies[0].dir = null;
    expect(link().problems).toMatchObject([
      {
        headline: "no package defines an interface `GoneIf`",
        notes: ["`gone` is not installed, although `app` lists it"],
        help: ["install the dependencies of app/package.json"],
      },
      {
        headline: "no package defines an interface `PlainIf`",
        notes: ['`plain@1.0.0` is not read: it has no "crate-interface" key in its package.json'],
        help: [
          'if `plain` defines or implements interfaces, add `"crate-interface": { "symbols": "./dist/crate-interface.json" }` to its package.json, and build it again',
        ],
      },
    ]);
  });

  test("it may be another name of what the file's package or the one it imports from reaches", () => {
    const help = (from: string, dependencies: string[]) =>
      workspace({
        app: { dependencies, files: { "a.ts": [call("GreetingIf.hello", { from })] } },
        api: { dependencies: ["mall"] },
        mall: { files: { "index.ts": [define("Mall/HelloIf", [])] } },
        plain: {},
      }).link().problems[0].help;
    const renamed =
      "if `GreetingIf` is another name for `Mall/HelloIf` of `mall@1.0.0`, export it under its own name";
    const defined = "define it: `export const GreetingIf = def_interface<GreetingIf>()`";
    expect(help("api/deep", ["api", "plain"])).toEqual([renamed]);
    expect(help("./barrel.ts", ["api", "plain"])).toEqual([renamed, defined]);
    expect(help("@/barrel", ["api"])).toEqual([renamed, defined]);
    expect(help("plain", ["api", "plain"])).toEqual([defined]);
    expect(help("./barrel.ts", ["plain"])).toEqual([defined]);
  });

  test("importing it fails with the same error, its places and help included", () => {
    const { linkage } = workspace({
      app: { files: { "a.ts": [call("HelloIf.hello", { from: "./b.ts" })] } },
    }).link();
    expect(linkage.diagnostics).toHaveLength(1);
    expect(linkage.resolve(null, "HelloIf", "/ws/app")).toBe(linkage.diagnostics[0]);
  });

  test("a package defines it that the root does not depend on", () => {
    const [problem] = workspace({
      app: { files: { "a.ts": [call("HelloIf.hello", { from: "./barrel.ts" })] } },
      "hello-if": { files: { "index.ts": [define("HelloIf", [])] } },
    }).link().problems;
    expect(problem).toMatchObject({
      code: "CI2006",
      notes: ["`hello-if@1.0.0` defines `HelloIf`, but `app` does not depend on it"],
      help: ["add `hello-if` to the dependencies of app/package.json"],
    });
  });

  test("is not reported beside the error of the broken definition in the same file", () => {
    const { graph, link } = workspace({
      app: { files: { "main.ts": [call("HelloIf.hello", { from: null })] } },
    });
    const [table] = graph.packages.get("/ws/app")!.files;
    table.incomplete = true;
    table.diagnostics.push({
      code: "CI1002",
      severity: "error",
      headline: "",
      labels: [],
      chains: [],
      notes: [],
      help: [],
    });
    expect(link().problems.map(({ code }) => code)).toEqual(["CI1002"]);
  });
});

describe("a name in another namespace: CI2007", () => {
  const mall: PackageSpec = { files: { "index.ts": [define("Mall/HelloIf", ["hello"])] } };

  test("used without its namespace", () => {
    const { problems } = workspace({
      app: {
        dependencies: ["mall"],
        files: { "main.ts": [call("HelloIf.hello", { from: "mall" })] },
      },
      mall,
    }).link();
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([
      {
        code: "CI2007",
        severity: "error",
        headline: "`HelloIf` is defined in namespace `Mall`, but used without namespace",
        labels: [
          "app/main.ts HelloIf.hello: used without namespace",
          "mall/index.ts HelloIf: defined in namespace `Mall`",
        ],
        chains: [],
        notes: [],
        help: ['add the option `{ namespace: "Mall" }`'],
      },
    ]);
  });

  test("used in a namespace that it does not have", () => {
    const problem = (path: string, definition: string) =>
      workspace({
        app: {
          dependencies: ["x"],
          files: { "main.ts": [implement(path, ["hello"], { from: "x" })] },
        },
        x: { files: { "index.ts": [define(definition, ["hello"])] } },
      })
        .link()
        .problems.find(({ code }) => code === "CI2007");
    expect(problem("Male/HelloIf", "Mall/HelloIf")).toMatchObject({
      headline: "`HelloIf` is defined in namespace `Mall`, but used in namespace `Male`",
      help: ['add the option `{ namespace: "Mall" }`'],
    });
    expect(problem("Mall/HelloIf", "HelloIf")).toMatchObject({
      labels: [
        "app/main.ts Mall/HelloIf: used in namespace `Mall`",
        "x/index.ts HelloIf: defined without namespace",
      ],
      help: ["leave out the option `namespace`"],
    });
  });

  test("is no link to another package's interface that happens to have the name", () => {
    const { problems } = workspace({
      app: {
        dependencies: ["mall", "hello-if"],
        files: { "main.ts": [call("HelloIf.hello", { from: "mall" })] },
      },
      mall,
      "hello-if": { files: { "index.ts": [define("HelloIf", ["hello"])] } },
    }).link();
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      {
        code: "CI2007",
        headline: "`HelloIf` is defined in namespace `Mall`, but used without namespace",
      },
    ]);
  });
});
