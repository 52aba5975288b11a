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
    const other = { ...log, files: { ...log.files, "more.ts": [define("More", ["more"])] } };
    expect(help(other, "half.ts")).toEqual([]);
    const manifest = { facade: true, defaultFacadeImpl: "./noop.ts" };
    const withDefault = { ...log, manifest, files: { ...log.files, "noop.ts": whole } };
    expect(help(withDefault, "silent.ts")).toEqual([
      "or move it into `./noop.ts`, which is the default",
    ]);
    expect(help(withDefault, "noop.ts")).toBeUndefined();
  });

  test("of another package's interface: that is what it should say it implements", () => {
    const clock: PackageSpec = {
      manifest: { facade: true },
      dependencies: ["log"],
      files: { "index.ts": [define("Clock", ["now?"], { defaults: ["now"] })], "log.ts": whole },
    };
    const specs = { app: { ...app, dependencies: ["log", "clock"] }, log, clock };
    expect(problems(specs)[0]).toMatchObject({
      code: "CI3001",
      help: [
        'move it into a package of its own that depends on `log` and has `"facadeImpl": "log"` under `"crate-interface"`',
      ],
    });
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

  test("a file without `./`: what is in it is no stray implementation", () => {
    const files = { ...log.files, "src/noop.ts": whole };
    expect(problems({ app: onlyLog, log: withDefault("src/noop.ts", { files }) })).toMatchObject([
      { code: "CI3002", help: [expect.stringContaining('"./src/noop.ts"')] },
    ]);
  });

  test("a package that is one for development, or is not installed", () => {
    const dev = withDefault("log-noop", { devDependencies: ["log-noop"] });
    expect(problems({ app: onlyLog, log: dev, "log-noop": logPino })).toMatchObject([
      {
        code: "CI3002",
        headline: expect.stringContaining("`log-noop` is only in its devDependencies"),
        labels: [
          "log/package.json log-noop: the default",
          "log/package.json log-noop: listed here",
        ],
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

  test("a misspelt one: what is near comes first, and nothing else is said", () => {
    const typo = withDefault("log-nop", { dependencies: ["log-noop"] });
    const found = problems({ app: onlyLog, log: typo, "log-noop": logPino });
    expect(found).toMatchObject([
      {
        code: "CI3002",
        help: [
          'write `"defaultFacadeImpl": "log-noop"` in log/package.json',
          "add `log-nop` to the dependencies of log/package.json",
        ],
      },
    ]);
    const path = withDefault("src/noop.ts");
    expect(problems({ app: onlyLog, log: path })).toMatchObject([
      {
        code: "CI3002",
        help: ['write `"defaultFacadeImpl": "./src/noop.ts"` in log/package.json'],
      },
    ]);
  });

  test("a file that is not there: not CI3001 for the one that is", () => {
    const files = { ...log.files, "src/noop.ts": whole };
    for (const path of ["./src/nop.ts", "./src/noop"]) {
      expect(problems({ app: onlyLog, log: withDefault(path, { files }) })).toEqual([
        {
          code: "CI3002",
          severity: "error",
          headline: `the default implementation of \`log\` cannot be used: there is no file \`${path}\` that uses the macros`,
          labels: [`log/package.json ${path}: not found`],
          chains: ["app → log@1.0.0"],
          notes: ["a path is relative to package.json, and has the extension of the source file"],
          help: ['write `"defaultFacadeImpl": "./src/noop.ts"` in log/package.json'],
        },
      ]);
    }
  });

  test("one that leaves something out; members with a default it may leave out", () => {
    const partial = (members: string[]): Record<string, PackageSpec> => ({
      app: onlyLog,
      log: withDefault("./noop.ts", {
        files: {
          "index.ts": [
            define("Logger", ["log", "flush?", "level"], { defaults: ["flush"] }),
            define("Levels", ["level"]),
            define("Weak", ["a?"], { defaults: ["a"] }),
            define("Unseen", null, { defaults: ["b"] }),
          ],
          "noop.ts": [
            implement("Logger", members, { from: "./index.ts" }),
            implement("Levels", ["level"], { from: "./index.ts" }),
          ],
        },
      }),
    });
    expect(problems(partial(["log", "level"]))).toEqual([]);
    expect(problems(partial(["log"]))).toEqual([
      {
        code: "CI3002",
        severity: "error",
        headline:
          "the default implementation of `log` cannot be used: `./noop.ts` leaves out `Logger.level`",
        labels: [
          "log/package.json ./noop.ts: the default",
          "log/index.ts level: `level` declared here",
          "log/noop.ts Logger: implemented here",
        ],
        chains: ["app → log@1.0.0"],
        notes: [],
        help: [
          "in `./noop.ts`, add `level() {}` to what implements `Logger`, or, if that is a class, `static level() {}`",
        ],
      },
    ]);
  });

  test("a package that says that it implements the facade is asked itself", () => {
    const noop = { ...logPino, files: { "index.ts": [implement("Logger", ["log", "flush"])] } };
    const facade = withDefault("log-noop", { dependencies: ["log-noop"] });
    const specs = { app: onlyLog, log: facade, "log-noop": noop };
    expect(codes(specs)).toEqual(["error CI3004"]);
    const { interfaces } = workspace(specs).link().linkage;
    const errors = interfaces.map(({ errors: found }) => found.map(({ code }) => code));
    expect(errors).toEqual([["CI3004"], []]);
    // Nobody can be asked to make what is installed: the facade of the workspace should name another.
    expect(codes({ ...specs, "log-noop": { ...noop, installed: true } })).toEqual([
      "error CI3004",
      "error CI3002",
    ]);
  });

  test("one that takes no part", () => {
    const facade = withDefault("log-noop", { dependencies: ["log-noop"] });
    expect(problems({ app: onlyLog, log: facade, "log-noop": { installed: true } })).toMatchObject([
      {
        code: "CI3002",
        headline: expect.stringContaining("`log-noop` leaves out `Levels`, `Logger`"),
        notes: [
          '`log-noop@1.0.0` is not read: it has no "crate-interface" key in its package.json',
        ],
        help: [expect.stringContaining("if `log-noop` defines or implements interfaces, add")],
      },
    ]);
  });

  test("of an installed facade is a warning, unless the program needs it", () => {
    const installed = withDefault("log-noop", { installed: true });
    expect(codes({ app, log: installed, "log-pino": logPino })).toEqual(["warning CI3002"]);
    expect(problems({ app: onlyLog, log: installed })).toMatchObject([
      {
        code: "CI3002",
        severity: "error",
        labels: [
          "log/package.json log-noop: not a dependency",
          "app/main.ts Levels.level: called here",
          "app/main.ts Logger.log: called here",
        ],
        help: [
          "add `log-noop` to the dependencies of log/package.json",
          "implement it in `app` or in one of its dependencies: `impl_interface(Levels, { level() {} })`",
          "implement it in `app` or in one of its dependencies: `impl_interface(Logger, { log() {}, flush() {} })`",
        ],
      },
    ]);
    // What can be chosen instead is what helps most.
    const kit = {
      dependencies: ["log-pino"],
      manifest: { facadeImpl: ["log"] },
      peerDependencies: ["log"],
    };
    expect(
      codes({
        app: { dependencies: ["log", "kit"], files: calls },
        log: installed,
        kit,
        "log-pino": logPino,
      }),
    ).toContain("error CI2008");
  });

  test("is found in the table of an installed facade, which names its source", () => {
    const { graph, link } = workspace({
      app: onlyLog,
      log: withDefault("./src/noop.ts", {
        installed: true,
        files: { ...log.files, "src/noop.ts": whole },
      }),
    });
    for (const table of graph.packages.get("/ws/log")!.files) {
      table.file = table.file.replace("src/noop.ts", "dist/noop.js");
    }
    expect(link().problems).toEqual([]);
    expect(link().target("Logger")).toBe("log/dist/noop.js");
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

describe("CI3003 besides", () => {
  test("dependencies of the wrong kind are shown, with the range that they have", () => {
    const spec = { ...logPino, peerDependencies: [], devDependencies: ["log@workspace:^"] };
    expect(problems({ app, log, "log-pino": spec })).toMatchObject([
      {
        code: "CI3003",
        labels: [
          "log-pino/package.json log: in neither `dependencies` nor `peerDependencies`",
          "log-pino/package.json log: only in `devDependencies`",
        ],
        help: ['add `"log": "workspace:^"` to the peerDependencies of log-pino/package.json'],
      },
    ]);
  });

  test("a misspelt facade: what is listed was meant", () => {
    const spec = { ...logPino, manifest: { facadeImpl: ["logg"] } };
    expect(problems({ app, log, "log-pino": spec })).toMatchObject([
      {
        code: "CI3003",
        help: ["write `log` instead of `logg` in the `facadeImpl` of log-pino/package.json"],
      },
    ]);
  });

  test("another package than the one that is implemented", () => {
    const spec = { ...logPino, manifest: { facadeImpl: ["settings"] } };
    expect(problems({ app, log, "log-pino": spec, settings: {} })[0]).toMatchObject({
      code: "CI3003",
      help: ["write `log` instead of `settings` in the `facadeImpl` of log-pino/package.json"],
    });
  });

  test("a facade by its own name, where it is listed under another one", () => {
    const spec = { ...logPino, peerDependencies: ["journal:log@^1.0.0"] };
    expect(problems({ app, log, "log-pino": spec })).toMatchObject([
      {
        code: "CI3003",
        help: [
          "write `journal` instead of `log` in the `facadeImpl` of log-pino/package.json",
          'add `"log": "^1.0.0"` to the peerDependencies of log-pino/package.json',
        ],
      },
    ]);
  });

  test("what is no facade; that its implementations compete only follows", () => {
    const specs: Record<string, PackageSpec> = {
      app: { dependencies: ["log", "log-pino", "log-file"], files: calls },
      log: { ...log, manifest: {} },
      "log-file": logPino,
      "log-pino": logPino,
    };
    const found = problems(specs);
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "error CI3003",
      "error CI3003",
    ]);
    expect(found[0]).toMatchObject({
      headline: "`log-file` names `log` as its facade, which is none",
      labels: ["log-file/package.json log: not a facade"],
      help: [
        'if `log` is one, add `"facade": true` under `"crate-interface"` in log/package.json',
        "or remove `log` from the `facadeImpl` of log-file/package.json",
      ],
    });
    expect(codes({ ...specs, log: { ...log, manifest: { facade: true } } })).toEqual([
      "error CI2002",
      "error CI2002",
    ]);
  });

  test("an optional peer that is not installed, and a facade that says it implements, are no facades to check", () => {
    const both = {
      manifest: { facadeImpl: ["log", "tracing"] },
      peerDependencies: ["log@^1.0.0", "tracing!"],
    };
    expect(problems({ app, log, "log-pino": { ...logPino, ...both } })).toEqual([]);
    const undecided = { ...log, manifest: { facade: true, facadeImpl: ["log-pino"] } };
    expect(codes({ app, log: undecided, "log-pino": logPino })).toEqual([]);
  });

  test("two versions of a facade, each with its own implementation", () => {
    const old = { ...log, name: "log", version: "0.5.0" };
    expect(
      problems({
        app: { dependencies: ["log", "log-pino", "old-logger", "bar"], files: calls },
        log,
        "log-pino": logPino,
        "log-0.5": old,
        "old-logger": { ...logPino, peerDependencies: ["log:log-0.5@^0.5.0"] },
        bar: { dependencies: ["log:log-0.5@^0.5.0"], files: calls },
      }),
    ).toEqual([]);
  });

  test("of another version what is left out only follows, and members that are missing", () => {
    const two = { ...log, version: "2.0.0" };
    const half = [implement("Logger", ["log"], { from: "log" })];
    for (const spec of [logPino, { ...logPino, installed: true }]) {
      const specs = { app, log: two, "log-pino": { ...spec, files: { "index.ts": half } } };
      expect(codes(specs)).toEqual(["error CI3003"]);
    }
  });

  test("in an installed package is a warning, unless the program is linked to it", () => {
    const two = { ...log, version: "2.0.0" };
    const installed = { ...logPino, installed: true };
    expect(codes({ app, log: two, "log-pino": installed })).toEqual(["error CI3003"]);
    const uncalled = { ...app, files: {} };
    expect(codes({ app: uncalled, log: two, "log-pino": installed })).toEqual(["warning CI3003"]);
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
          "in `log-pino`, add `flush() {}` to what implements `Logger`, or, if that is a class, `static flush() {}`",
          "or remove `log` from the `facadeImpl` of log-pino/package.json",
        ],
      },
    ]);
  });

  test("what is implemented of another version is a near miss", () => {
    const found = problems({
      app: { ...app, dependencies: [...app.dependencies!, "log-0.5"] },
      log,
      "log-0.5": { ...log, name: "log", version: "0.5.0" },
      "log-pino": {
        ...logPino,
        peerDependencies: ["log"],
        dependencies: ["old:log-0.5"],
        files: {
          "index.ts": whole.map((_, i) =>
            implement(i ? "Levels" : "Logger", i ? ["level"] : ["log", "flush"], { from: "old" }),
          ),
        },
      },
    }).filter(({ code }) => code === "CI3004");
    expect(found).toMatchObject([
      {
        notes: [
          "`log-pino@1.0.0` implements `Levels` of `log@0.5.0`, which is another interface",
          "`log-pino@1.0.0` implements `Logger` of `log@0.5.0`, which is another interface",
        ],
      },
    ]);
  });

  test("of much that is left out, all is named and the first places are shown", () => {
    const names = Array.from({ length: 9 }, (_, i) => `If${i}`);
    const many = { ...log, files: { "index.ts": names.map((name) => define(name, ["a"])) } };
    const [found] = problems({ app: { ...app, files: {} }, log: many, "log-pino": half() });
    for (const name of names) expect(found.headline).toContain(`\`${name}\``);
    expect(found.labels).toHaveLength(7);
    expect(found.notes).toEqual(["and 3 more"]);
    expect(found.help).toHaveLength(10);
  });

  test("under conditions: all implementations of a package count together", () => {
    const under = (name: string, members: string[]): Statement =>
      implement("Logger", members, { from: "log", conditions: [name] });
    const levels = implement("Levels", ["level"], { from: "log" });
    const browser = half(under("browser", ["log", "flush"]), levels);
    const specs = { app: { ...app, files: {} }, log, "log-pino": browser };
    expect(workspace(specs).link({ conditions: ["browser"] }).problems).toEqual([]);
    // For Node there is none: that is for the program to know, and no mistake of the package.
    expect(codes(specs)).toEqual(["warning CI2001"]);
    const uneven = half(under("browser", ["log", "flush"]), under("node", ["log"]), levels);
    const built = workspace({ app, log, "log-pino": uneven }).link({ conditions: ["node"] });
    expect(built.problems.map(({ code }) => code)).toEqual(["CI2003"]);
  });

  test("what cannot be seen is not asked for; what could not be read says nothing", () => {
    const unseen = { ...log, files: { "index.ts": [define("Logger", null)] } };
    const implemented = half(implement("Logger", ["anything"], { from: "log" }));
    const idle = { ...app, files: {} };
    expect(codes({ app: idle, log: unseen, "log-pino": implemented })).toEqual([]);
    expect(codes({ app: idle, log: unseen, "log-pino": half() })).toEqual(["error CI3004"]);
    const { graph, link } = workspace({ app: idle, log, "log-pino": half() });
    for (const table of graph.packages.get("/ws/log-pino")!.files) table.incomplete = true;
    expect(link().problems.map(({ code }) => code)).not.toContain("CI3004");
  });

  test("of an installed package is a warning, unless what is missing is needed", () => {
    const installed = { ...half(whole[0]), installed: true };
    const logs = { "main.ts": [call("Logger.log", { from: "log" })] };
    expect(codes({ app: { ...app, files: logs }, log, "log-pino": installed })).toEqual([
      "error CI3004",
    ]);
    const idle = { ...app, files: {} };
    expect(codes({ app: idle, log, "log-pino": installed })).toEqual(["warning CI3004"]);
    const other: PackageSpec = { dependencies: ["log"], files: { "main.ts": [] } };
    expect(
      codes({
        app: { ...other, dependencies: ["log", "kit"] },
        log,
        kit: { peerDependencies: ["log-pino"] },
        "log-pino": installed,
      }),
    ).toContain("warning CI3004");
  });

  test("a half that is needed is an error with another way out", () => {
    const installed = { ...half(whole[0]), installed: true };
    expect(problems({ app, log, "log-pino": installed })).toMatchObject([
      {
        code: "CI3004",
        severity: "error",
        labels: [
          "log-pino/package.json log: says that it implements all of it",
          "log/index.ts Levels: `Levels` is not implemented",
          "app/main.ts Levels.level: called here",
        ],
        help: [
          "in `log-pino`, add `impl_interface(Levels, { level() {} })`",
          "or remove `log` from the `facadeImpl` of log-pino/package.json",
          "implement it in `app` or in one of its dependencies: `impl_interface(Levels, { level() {} })`",
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
          "the package being built chooses the implementation of a facade: what only a library lists is installed, but not linked",
        ],
        help: ["move `log-pino` from the dependencies to the devDependencies of http/package.json"],
      },
    ]);
  });

  test("said or not: what implements an interface of a facade is an implementation of it", () => {
    const silent = { ...logPino, manifest: {} };
    const specs = {
      app: { ...app, dependencies: ["log", "log-pino", "http"] },
      http: { optionalDependencies: ["log-pino"] },
      log,
      "log-pino": silent,
    };
    expect(problems(specs)).toMatchObject([
      { code: "CI3005", labels: ["http/package.json log-pino: in `optionalDependencies`"] },
    ]);
    const peers = { peerDependencies: ["log-pino"], devDependencies: ["log-pino"] };
    expect(problems({ ...specs, http: peers })).toEqual([]);
  });

  test("not for the default of a facade, nor for what is built on another implementation", () => {
    const facade = {
      ...log,
      manifest: { facade: true, defaultFacadeImpl: "log-pino" },
      dependencies: ["log-pino"],
    };
    const wrapper = {
      manifest: { facadeImpl: ["log"] },
      peerDependencies: ["log@^1.0.0"],
      dependencies: ["log-pino"],
      files: { "index.ts": whole },
    };
    const specs = { log: facade, "log-pino": logPino, wrapper };
    expect(problems({ app: { dependencies: ["log", "wrapper"], files: calls }, ...specs })).toEqual(
      [],
    );
    // A facade that brings along one without naming it: perhaps it is meant as the default.
    const unnamed = { ...facade, manifest: { facade: true } };
    expect(problems({ app, ...specs, log: unnamed })).toMatchObject([
      {
        code: "CI3005",
        help: [
          "move `log-pino` from the dependencies to the devDependencies of log/package.json",
          'or make it the default: `"defaultFacadeImpl": "log-pino"` in log/package.json',
        ],
      },
    ]);
  });

  test("an installed library is for its authors to mend; the root only if it is a library", () => {
    const http: PackageSpec = { installed: true, dependencies: ["log", "log-pino"] };
    const specs = { log, "log-pino": logPino };
    expect(
      problems({ app: { ...app, dependencies: ["log", "log-pino", "http"] }, http, ...specs }),
    ).toMatchObject([
      {
        code: "CI3005",
        severity: "warning",
        help: ["in `http`, move `log-pino` from the dependencies to the devDependencies"],
      },
    ]);
    const { problems: none, linkage } = workspace({ app, ...specs }).link();
    expect(none).toEqual([]);
    expect(linkage.ofLibrary.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning CI3005",
    ]);
    expect(linkage.ofLibrary[0].help).toEqual([
      'if `app` is a program that is built by itself, leave it, and add `"private": true` to app/package.json',
      "if it is a library, move `log-pino` from the dependencies to the devDependencies of app/package.json",
    ]);
    expect(codes({ app: { ...app, manifest: { symbols: "./table.json" } }, ...specs })).toEqual([
      "error CI3005",
    ]);
  });
});
