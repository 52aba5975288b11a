import { describe, expect, test } from "vitest";
import { call, define, implement, type PackageSpec, workspace } from "./graph.ts";

// npm installs a copy of `log` for every package that needs a version which is not at the top.

const log = (members: string[] = ["log"], more: Partial<PackageSpec> = {}): PackageSpec => ({
  name: "log",
  installed: true,
  manifest: { facade: true },
  files: { "index.ts": [define("Logger", members)] },
  ...more,
});

const APP: PackageSpec = { dependencies: ["stdout", "metrics"] };
const STDOUT: PackageSpec = {
  installed: true,
  dependencies: ["log:log-of-stdout"],
  files: { "index.ts": [implement("Logger", ["log"], { from: "log" })] },
};
const METRICS: PackageSpec = {
  installed: true,
  dependencies: ["log:log-of-metrics"],
  files: { "index.ts": [call("Logger.log", { from: "log" })] },
};

function linked(
  stdouts: PackageSpec,
  ofMetrics: PackageSpec,
): { targets: string[]; codes: string[] } {
  const { linkage, problems } = workspace({
    app: APP,
    stdout: STDOUT,
    metrics: METRICS,
    "log-of-stdout": stdouts,
    "log-of-metrics": ofMetrics,
  }).link();
  return {
    targets: linkage.interfaces.map(
      ({ definition, implementation }) => `${definition.package} → ${implementation?.package}`,
    ),
    codes: problems.map(({ code, severity }) => `${severity} ${code}`),
  };
}

const TOGETHER = ["/ws/log-of-metrics → /ws/stdout", "/ws/log-of-stdout → /ws/stdout"];

test("an implementation of one copy implements all of them", () => {
  expect(linked(log(), log())).toEqual({ targets: TOGETHER, codes: [] });
});

test.each([
  ["another version", log(["log"], { version: "2.0.0" })],
  ["other members", log(["log", "flush"])],
  ["no facade", log(["log"], { manifest: { facade: false } })],
  ["another default", log(["log"], { manifest: { facade: true, defaultFacadeImpl: "./x.ts" } })],
  ["what is developed here", log(["log"], { installed: false })],
  ["no version", log(["log"], { version: "" })],
])("%s is no copy", (_, other) => {
  const { targets, codes } = linked(log(), other);
  expect(targets).toContain("/ws/log-of-metrics → undefined");
  expect(codes).not.toEqual([]);
});

test("each copy keeps its own defaults, and what is wrong with all of them is said once", () => {
  const withDefault = log(["log?", "flush"], {
    files: { "index.ts": [define("Logger", ["log?", "flush"], { defaults: ["log"] })] },
  });
  const { linkage, problems } = workspace({
    app: { dependencies: ["metrics", "more-metrics"] },
    metrics: METRICS,
    "more-metrics": { ...METRICS, dependencies: ["log:log-of-stdout"] },
    "log-of-stdout": withDefault,
    "log-of-metrics": withDefault,
  }).link();
  expect(problems).toEqual([]);
  for (const { definition, members } of linkage.interfaces) {
    expect(members.map(({ file }) => file)).toEqual([definition.file]);
  }
});

describe("a copy with a default of its own", () => {
  const withFile = log(["log"], {
    manifest: { facade: true, defaultFacadeImpl: "./noop.ts" },
    files: {
      "index.ts": [define("Logger", ["log"])],
      "noop.ts": [implement("Logger", ["log"], { from: "./index.ts" })],
    },
  });
  const noop: PackageSpec = {
    name: "noop",
    installed: true,
    manifest: { facadeImpl: ["log"] },
    files: { "index.ts": [implement("Logger", ["log"], { from: "log" })] },
  };
  const withPackage = (dir: string): PackageSpec =>
    log(["log"], {
      manifest: { facade: true, defaultFacadeImpl: "noop" },
      dependencies: [`noop:${dir}`],
    });
  const copies: [string, Record<string, PackageSpec>][] = [
    ["a file", { "log-of-stdout": withFile, "log-of-metrics": withFile }],
    [
      "a package",
      {
        "log-of-stdout": withPackage("noop"),
        "log-of-metrics": withPackage("metrics/noop"),
        noop: { ...noop, dependencies: ["log:log-of-stdout@^1.0.0"] },
        "metrics/noop": { ...noop, dependencies: ["log:log-of-metrics@^1.0.0"] },
      },
    ],
  ];
  const said = (app: PackageSpec, specs: Record<string, PackageSpec>) => {
    const { linkage, problems } = workspace({
      app,
      stdout: { ...STDOUT, manifest: { facadeImpl: ["log"] } },
      metrics: METRICS,
      ...specs,
    }).link();
    expect(problems).toEqual([]);
    return linkage.interfaces.map(
      ({ definition, implementation, rule }) =>
        `${definition.package} → ${implementation?.file} ${rule}`,
    );
  };

  test.each(copies)("%s: it is no implementation of the other copy", (_, specs) => {
    // The root lists one of the copies, so that what is in it would count.
    const dependencies = ["log:log-of-stdout", "stdout", "metrics"];
    expect(said({ dependencies }, specs)).toEqual([
      "/ws/log-of-metrics → /ws/stdout/index.ts only",
      "/ws/log-of-stdout → /ws/stdout/index.ts only",
    ]);
  });

  test.each(copies)("%s: each is linked to its own", (_, specs) => {
    const targets = said({ dependencies: ["log:log-of-stdout", "metrics"] }, specs);
    for (const target of targets) expect(target).toContain("default");
    expect(new Set(targets.map((target) => target.split(" ")[2])).size).toBe(2);
  });
});

test("what is wrong with one copy alone is said of it", () => {
  const ordinary = { manifest: {} };
  const withOwn = log(["log"], {
    ...ordinary,
    files: {
      "index.ts": [define("Logger", ["log"]), implement("Logger", ["log"], { from: "./index.ts" })],
    },
  });
  const { linkage, problems } = workspace({
    app: { dependencies: ["log:near", "metrics"], files: {} },
    metrics: METRICS,
    near: withOwn,
    "log-of-metrics": log(["log"], ordinary),
  }).link();
  expect(linkage.interfaces.map(({ rule }) => rule)).toEqual(["none", "only"]);
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["error CI2001"]);
});

test("a name that copies alone have is not ambiguous, unless they bring code", () => {
  const importer = {
    dependencies: ["stdout", "metrics"],
    files: { "main.ts": [call("Logger.log", { from: "./logger" })] },
  };
  const codes = (copy: PackageSpec): string[] =>
    workspace({
      app: importer,
      stdout: STDOUT,
      metrics: METRICS,
      "log-of-stdout": copy,
      "log-of-metrics": copy,
    })
      .link()
      .problems.map(({ code }) => code);
  expect(codes(log())).toEqual([]);
  const withDefault = {
    files: { "index.ts": [define("Logger", ["log?"], { defaults: ["log"] })] },
  };
  expect(codes(log([], withDefault))).toEqual(["CI2005"]);
});
