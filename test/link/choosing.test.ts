import { describe, expect, test } from "vitest";
import type { Selection } from "../../src/scan/manifest/manifest.ts";
import { call, define, implement, type PackageSpec, type Shown, workspace } from "./graph.ts";

// What the root selects in a way that cannot be right, what it is told, and that this is right.

const facade = (version: string): PackageSpec => ({
  name: "log",
  version,
  manifest: { present: true, facade: true },
  files: { "index.ts": [define("Logger", ["log"])] },
});
const logger = (log: string): PackageSpec => ({
  dependencies: [log],
  manifest: { present: true, facadeImpl: ["log"] },
  files: { "index.ts": [implement("Logger", ["log"], { from: "log" })] },
});
const caller = (log: string): PackageSpec => ({
  dependencies: [log],
  files: { "index.ts": [call("Logger.log", { from: "log" })] },
});

function selecting(
  specs: Record<string, PackageSpec>,
  implementations: Record<string, Selection>,
): Shown[] {
  const { app, ...others } = specs;
  const manifest = { present: true, implementations };
  return workspace({ app: { ...app, manifest }, ...others }).link().problems;
}

describe("two versions of a facade, each with two implementations", () => {
  const specs = {
    app: { dependencies: ["foo", "bar", "new-a", "new-b", "old-a", "old-b"] },
    bar: caller("log:log-0.9"),
    foo: caller("log:log-1"),
    "log-0.9": facade("0.9.0"),
    "log-1": facade("1.0.0"),
    "new-a": logger("log:log-1"),
    "new-b": logger("log:log-1"),
    "old-a": logger("log:log-0.9"),
    "old-b": logger("log:log-0.9"),
  };
  const both = { "log@0.9.0#Logger": "old-a", "log@1.0.0#Logger": "new-a" };

  test("each error says which it is about, and has a key of its own", () => {
    const problems = workspace(specs).link().problems;
    expect(problems.map(({ headline, help }) => [headline, help[1]])).toEqual([
      [
        "`Logger` of `log@1.0.0` has 2 implementations",
        'choose one with `"implementations": { "log@1.0.0#Logger": "new-a" }` under `"crate-interface"` in app/package.json; the others: `new-b`',
      ],
      [
        "`Logger` of `log@0.9.0` has 2 implementations",
        'choose one with `"implementations": { "log@0.9.0#Logger": "old-a" }` under `"crate-interface"` in app/package.json; the others: `old-b`',
      ],
    ]);
    expect(selecting(specs, both)).toEqual([]);
  });

  test("a key with a version that is none names those that are", () => {
    const [unknown] = selecting(specs, { ...both, "log@0.8#Logger": "old-a" });
    expect(unknown.help).toEqual([
      "a similar interface exists: `log@0.9.0#Logger` or `log@1.0.0#Logger`",
    ]);
  });

  test("what is selected for one and does not implement it", () => {
    const [wrong] = selecting(specs, { ...both, "log@0.9.0#Logger": "new-a" });
    expect(wrong).toMatchObject({
      headline: "`new-a` is selected for `Logger` of `log@0.9.0`, but does not implement it",
      help: ["select `old-a` or `old-b`"],
    });
  });
});

describe("two versions of a facade, each with a default of its own", () => {
  const withDefault = (version: string): PackageSpec => ({
    ...facade(version),
    manifest: { present: true, facade: true, defaultFacadeImpl: "./noop.ts" },
    files: {
      "index.ts": [define("Logger", ["log"])],
      "noop.ts": [implement("Logger", ["log"], { from: "./index.ts" })],
    },
  });
  const specs = (...listed: string[]) => ({
    app: { dependencies: ["foo", "bar", "new-a", "old-a", ...listed] },
    bar: caller("log:log-0.9"),
    foo: caller("log:log-1"),
    "log-0.9": withDefault("0.9.0"),
    "log-1": withDefault("1.0.0"),
    "new-a": logger("log:log-1"),
    "old-a": logger("log:log-0.9"),
  });

  test.each([
    ["the one that is listed", ["log:log-1"], "Logger", ["old-a/index.ts", "log-1/noop.ts"]],
    ["both, where neither is", [], "Logger", ["log-0.9/noop.ts", "log-1/noop.ts"]],
    [
      "the one of the key, whichever is listed",
      ["log:log-1"],
      "log@0.9.0#Logger",
      ["log-0.9/noop.ts", "new-a/index.ts"],
    ],
  ])("the name of the facade selects that of %s", (_, listed, key, targets) => {
    const { app, ...others } = specs(...listed);
    const manifest = { present: true, implementations: { [key]: "log" } };
    const { linkage, problems } = workspace({ app: { ...app, manifest }, ...others }).link();
    expect(problems).toEqual([]);
    const found = linkage.interfaces.map(({ implementation }) => implementation?.file);
    expect(found).toEqual(targets.map((file) => expect.stringContaining(file)));
  });
});

test("a selection of the package that defines an interface means the defaults of its members", () => {
  const specs = {
    app: {
      dependencies: ["log", "log-a"],
      files: { "src/main.ts": [call("Logger.log", { from: "log" })] },
    },
    log: {
      manifest: { present: true, facade: true },
      files: { "index.ts": [define("Logger", ["log"], { defaults: ["log"] })] },
    },
    "log-a": logger("log"),
  };
  const { app, ...others } = specs;
  const manifest = { present: true, implementations: { Logger: "log" } };
  const linked = workspace({ app: { ...app, manifest }, ...others }).link();
  expect(linked.problems).toEqual([]);
  expect(linked.interface("Logger")).toMatchObject({
    implementation: null,
    rule: "weak",
    reason: "selected in `implementations` of app/package.json",
  });
});

describe("one facade", () => {
  const specs = {
    app: {
      dependencies: ["log", "log-a"],
      files: { "src/main.ts": [call("Logger.log", { from: "log" })] },
    },
    log: facade("1.0.0"),
    "log-a": logger("log"),
    "log-b": logger("log"),
  };

  test("a package as the key: its interface is named, and is no other's", () => {
    expect(selecting(specs, { log: "log-a" })).toMatchObject([
      {
        code: "CI2009",
        headline: "`implementations` selects for `log`, which is a package and not an interface",
        help: ["write its interface `Logger`"],
      },
    ]);
    expect(selecting(specs, { Logger: "log-a" })).toEqual([]);
  });

  test("a package without interfaces as the key is one of nobody", () => {
    expect(selecting(specs, { "log-a": "log-a" })).toMatchObject([
      { headline: "`implementations` selects for `log-a`, which no package defines" },
    ]);
  });

  test("a file without `./`", () => {
    const app: PackageSpec = {
      ...specs.app,
      files: {
        ...specs.app.files,
        "src/own.ts": [implement("Logger", ["log"], { from: "log" })],
      },
    };
    const own = { ...specs, app };
    expect(selecting(own, { Logger: "src/own.ts" })).toMatchObject([
      {
        headline: "`src/own.ts` is selected for `Logger`, but `app` has no such dependency",
        help: ["write `./src/own.ts`: the path of a file begins with `./`"],
      },
    ]);
    expect(selecting(own, { Logger: "./src/own.ts" })).toEqual([]);
  });

  test("a file without `./` that is not there: what else there is, is named too", () => {
    expect(selecting(specs, { Logger: "src/nope.ts" })).toMatchObject([
      {
        help: ["write `./src/nope.ts`: the path of a file begins with `./`", "or select `log-a`"],
      },
    ]);
  });

  test("what the root does not reach has no chain from it", () => {
    expect(selecting(specs, { Logger: "log-b" })).toMatchObject([
      {
        headline: "`log-b` is selected for `Logger`, but cannot be linked",
        chains: [],
        help: ["add `log-b` to the dependencies of app/package.json"],
      },
    ]);
  });

  test("letters that have changed places in `facadeImpl`", () => {
    const typo = { ...logger("log"), manifest: { present: true, facadeImpl: ["lgo"] } };
    expect(workspace({ ...specs, "log-a": typo }).link().problems).toMatchObject([
      {
        code: "CI3003",
        help: ["write `log` instead of `lgo` in the `facadeImpl` of log-a/package.json"],
      },
    ]);
  });
});

describe("implementations for conditions that are active at the same time", () => {
  const forConditions = (...conditions: string[]) =>
    implement("Logger", ["log"], { from: "log", conditions });
  const app: PackageSpec = {
    dependencies: ["log", "log-env"],
    files: { "main.ts": [call("Logger.log", { from: "log" })] },
  };
  const env = (browser: string[], node: string[]): Record<string, PackageSpec> => ({
    app,
    log: facade("1.0.0"),
    "log-env": {
      ...logger("log"),
      files: { "browser.ts": [forConditions(...browser)], "node.ts": [forConditions(...node)] },
    },
  });

  test("of one package: that both are is said, and to leave out one decides", () => {
    const { link } = workspace(env(["browser"], ["node"]));
    expect(link({ conditions: ["browser", "node"] }).problems).toMatchObject([
      {
        code: "CI2002",
        notes: ["their conditions are active at the same time: `browser`, `node`"],
        help: [
          "leave out `browser` or `node` from the option `conditions` of the plugin, or from `--conditions` on the command line",
          "remove all but one from `log-env@1.0.0`, or give them `conditions` that are not active at the same time",
        ],
      },
    ]);
    for (const condition of ["browser", "node"]) {
      expect(link({ conditions: [condition] }).target("Logger")).toBe(`log-env/${condition}.ts`);
    }
  });

  test("what all of them have would not decide", () => {
    const { link } = workspace(env(["browser", "worker"], ["browser"]));
    const [several] = link({ conditions: ["browser", "worker"] }).problems;
    expect(several.help[0]).toMatch(/^leave out `worker` from the option/);
    expect(link({ conditions: ["browser"] }).problems).toEqual([]);
    const [same] = workspace(env(["node"], ["node"])).link({ conditions: ["node"] }).problems;
    expect(same.notes).toEqual(["all of them are for `node`, which is active"]);
    expect(same.help).toEqual([
      "remove all but one from `log-env@1.0.0`, or give them `conditions` that are not active at the same time",
    ]);
  });

  test("of two packages one may be selected as well", () => {
    const one = (condition: string): PackageSpec => ({
      ...logger("log"),
      files: { "index.ts": [forConditions(condition)] },
    });
    const specs = {
      app: { ...app, dependencies: ["log", "log-node", "log-web"] },
      log: facade("1.0.0"),
      "log-node": one("node"),
      "log-web": one("browser"),
    };
    const conditions = ["browser", "node"];
    const [several] = workspace(specs).link({ conditions }).problems;
    expect(several.help).toEqual([
      expect.stringMatching(/^leave out `browser` or `node` from the option `conditions`/),
      "remove `log-node` or `log-web` from the dependencies of app/package.json",
      expect.stringContaining('"implementations": { "Logger": "log-node" }'),
    ]);
    const manifest = { present: true, implementations: { Logger: "log-node" } };
    const chosen = workspace({ ...specs, app: { ...specs.app, manifest } });
    expect(chosen.link({ conditions }).target("Logger")).toBe("log-node/index.ts");
  });
});
