import { describe, expect, test } from "vitest";
import {
  call,
  define,
  implement,
  type PackageSpec,
  type Shown,
  type Statement,
  workspace,
} from "./graph.ts";

// What is wrong with packages as facades and as implementations of facades: CI3001 to CI3005.

const log: PackageSpec = {
  manifest: { facade: true },
  files: { "index.ts": [define("Logger", ["log", "flush"]), define("Levels", ["level"])] },
};
const whole = [
  implement("Logger", ["log", "flush"], { from: "log" }),
  implement("Levels", ["level"], { from: "log" }),
];
const logPino: PackageSpec = {
  manifest: { facadeImpl: ["log"] },
  peerDependencies: ["log@^1.0.0"],
  files: { "index.ts": whole },
};
const calls = {
  "main.ts": [call("Logger.log", { from: "log" }), call("Levels.level", { from: "log" })],
};
const app: PackageSpec = { dependencies: ["log", "log-pino"], files: calls };

const problems = (specs: Record<string, PackageSpec>): Shown[] => workspace(specs).link().problems;
const codes = (specs: Record<string, PackageSpec>): string[] =>
  problems(specs).map(({ severity, code }) => `${severity} ${code}`);

test("a facade, an implementation and a program without mistakes", () => {
  expect(problems({ app, log, "log-pino": logPino })).toEqual([]);
});

describe("CI3001: a facade that implements", () => {
  test("one report, with all places, and not what follows from it", () => {
    const { link } = workspace({
      app: { dependencies: ["log"], files: calls },
      log: {
        ...log,
        files: { ...log.files, "silent.ts": whole, "other.ts": [implement("Levels", ["level"])] },
      },
    });
    expect(link().problems).toEqual([
      {
        code: "CI3001",
        severity: "error",
        headline: "`log` is a facade, but implements `Levels`, `Logger`",
        labels: [
          "log/other.ts Levels: implemented here",
          "log/silent.ts Logger: also implemented here",
          "log/silent.ts Levels: also implemented here",
          "log/package.json facade: a facade",
        ],
        chains: ["app → log@1.0.0"],
        notes: [
          "a facade defines interfaces; the package being built chooses what implements them",
        ],
        help: [
          'move it into a package of its own that depends on `log` and has `"facadeImpl": "log"` under `"crate-interface"`',
        ],
      },
    ]);
    expect(
      link()
        .interface("Logger")
        .errors.map(({ code }) => code),
    ).toEqual(["CI3001"]);
  });

  test("one file can be made the default; where there is one, it can be moved there", () => {
    const help = (specs: PackageSpec, file: string): string[] | undefined =>
      problems({
        app,
        log: { ...specs, files: { ...specs.files, [file]: whole } },
        "log-pino": logPino,
      })
        .find(({ code }) => code === "CI3001")
        ?.help.slice(1);
    expect(help(log, "src/silent.ts")).toEqual([
      'or make it the default: `"defaultFacadeImpl": "./src/silent.ts"` under `"crate-interface"` in log/package.json',
    ]);
    const manifest = { facade: true, defaultFacadeImpl: "./noop.ts" };
    const withDefault = { ...log, manifest, files: { ...log.files, "noop.ts": whole } };
    expect(help(withDefault, "silent.ts")).toEqual([
      "or move it into `./noop.ts`, which is the default",
    ]);
    expect(help(withDefault, "noop.ts")).toBeUndefined();
  });

  test("does not compete with what the root chooses", () => {
    const specs = {
      app,
      log: { ...log, files: { ...log.files, "x.ts": whole } },
      "log-pino": logPino,
    };
    expect(codes(specs)).toEqual(["error CI3001"]);
    expect(workspace(specs).link().target("Logger")).toBe("log-pino/index.ts");
  });

  test("in an installed facade is a warning, unless it is what leaves a hole", () => {
    const installed = { ...log, installed: true, files: { ...log.files, "x.ts": whole } };
    expect(codes({ app, log: installed, "log-pino": logPino })).toEqual(["warning CI3001"]);
    expect(codes({ app: { dependencies: ["log"], files: calls }, log: installed })).toEqual([
      "error CI3001",
    ]);
    expect(codes({ app: { dependencies: ["log"] }, log: installed })).toEqual(["warning CI3001"]);
  });
});

describe("CI3002: a default that is not usable", () => {
  const withDefault = (defaultFacadeImpl: string, spec: PackageSpec = {}): PackageSpec => ({
    ...log,
    manifest: { facade: true, defaultFacadeImpl },
    ...spec,
  });
  const onlyLog: PackageSpec = { dependencies: ["log"], files: calls };

  test("a package that is not a dependency", () => {
    expect(problems({ app: onlyLog, log: withDefault("log-noop"), "log-noop": logPino })).toEqual([
      {
        code: "CI3002",
        severity: "error",
        headline:
          "the default implementation of `log` cannot be used: `log-noop` is not among its dependencies",
        labels: ["log/package.json log-noop: not a dependency"],
        chains: ["app → log@1.0.0"],
        notes: [],
        help: ['add `"log-noop": "^1.0.0"` to the dependencies of log/package.json'],
      },
    ]);
  });

  test("a package that is one for development, or is not installed", () => {
    const dev = withDefault("log-noop", { devDependencies: ["log-noop"] });
    expect(problems({ app: onlyLog, log: dev, "log-noop": logPino })).toMatchObject([
      {
        code: "CI3002",
        headline: expect.stringContaining("`log-noop` is only in its devDependencies"),
        labels: ["log/package.json log-noop: ", "log/package.json log-noop: listed here"],
        help: ["move `log-noop` from the devDependencies to the dependencies of log/package.json"],
      },
    ]);
    const absent = withDefault("log-noop", { dependencies: ["log-noop!"] });
    expect(problems({ app: onlyLog, log: absent })).toMatchObject([
      {
        code: "CI3002",
        headline: expect.stringContaining("`log-noop` is not installed"),
        help: ["install the dependencies of log/package.json"],
      },
    ]);
  });
});

describe("CI3003", () => {
  test("the facade is no dependency", () => {
    expect(
      problems({
        app,
        log: { ...log, version: "1.4.0" },
        "log-pino": { ...logPino, peerDependencies: [] },
      }),
    ).toEqual([
      {
        code: "CI3003",
        severity: "error",
        headline: "`log-pino` implements the facade `log`, but does not depend on it",
        labels: ["log-pino/package.json log: in neither `dependencies` nor `peerDependencies`"],
        chains: ["app → log-pino@1.0.0"],
        notes: [],
        help: ['add `"log": "^1.4.0"` to the peerDependencies of log-pino/package.json'],
      },
    ]);
  });

  test("the version that is installed is not in the range", () => {
    expect(problems({ app, log: { ...log, version: "2.1.0" }, "log-pino": logPino })).toEqual([
      {
        code: "CI3003",
        severity: "error",
        headline: "`log-pino` implements `log` in versions `^1.0.0`, but `2.1.0` is installed",
        labels: [
          "log-pino/package.json log: `2.1.0` is not in this range",
          "log-pino/package.json log: implements it",
        ],
        chains: ["app → log-pino@1.0.0"],
        notes: [],
        help: [
          "install a version of `log` in the range `^1.0.0`",
          'or, if its interfaces are implemented as they are in that version, make the range in the peerDependencies of log-pino/package.json `"log": "^1.0.0 || ^2.1.0"`',
        ],
      },
    ]);
  });
});

describe("CI3004", () => {
  const half = (...statements: Statement[]): PackageSpec => ({
    ...logPino,
    files: { "index.ts": statements },
  });

  test("interfaces and members that are left out, in one report", () => {
    const found = problems({
      app,
      log,
      "log-pino": half(implement("Logger", ["log"], { from: "log" })),
    });
    expect(found).toEqual([
      {
        code: "CI3004",
        severity: "error",
        headline:
          "`log-pino` does not implement all of `log`: it leaves out `Levels`, `Logger.flush`",
        labels: [
          "log-pino/package.json log: says that it implements all of it",
          "log/index.ts Levels: `Levels` is not implemented",
          "log/index.ts flush: `flush` declared here",
          "log-pino/index.ts Logger: implemented here",
        ],
        chains: ["app → log-pino@1.0.0"],
        notes: [],
        help: [
          "in `log-pino`, add `impl_interface(Levels, { level() {} })`",
          "in `log-pino`, add `flush() {}` to what implements `Logger`",
          "or remove `log` from the `facadeImpl` of log-pino/package.json",
        ],
      },
    ]);
  });
});

describe("CI3005", () => {
  test("a library that brings along an implementation", () => {
    expect(
      problems({
        app: { ...app, dependencies: ["log", "log-pino", "http"] },
        http: { dependencies: ["log", "log-pino"] },
        log,
        "log-pino": logPino,
      }),
    ).toEqual([
      {
        code: "CI3005",
        severity: "warning",
        headline: "the library `http` depends on `log-pino`, which implements the facade `log`",
        labels: ["http/package.json log-pino: in `dependencies`"],
        chains: ["app → http@1.0.0 → log-pino@1.0.0"],
        notes: [
          "the package being built chooses the implementation of a facade; what a library brings along is not linked for that",
        ],
        help: ["move `log-pino` from the dependencies to the devDependencies of http/package.json"],
      },
    ]);
  });
});
