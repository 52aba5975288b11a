import { describe, expect, test } from "vitest";
import { call, define, implement, type PackageSpec, workspace } from "./graph.ts";

// One `describe` per rule of DESIGN 4.1, and one test per thing that a rule says.

const helloIf: PackageSpec = { files: { "index.ts": [define("HelloIf", ["hello"])] } };
const helloImpl: PackageSpec = {
  dependencies: ["hello-if"],
  files: { "index.ts": [implement("HelloIf", ["hello"])] },
};
const caller = { "main.ts": [call("HelloIf.hello")] };

describe("rule 1: candidates", () => {
  test("a package that the root depends on", () => {
    const { target, problems } = workspace({
      app: { dependencies: ["hello-if", "hello-impl"], files: caller },
      "hello-if": helloIf,
      "hello-impl": helloImpl,
    }).link();
    expect(target("HelloIf")).toBe("hello-impl/index.ts");
    expect(problems).toEqual([]);
  });

  test("a package that a dependency brings in, optional and peer ones too", () => {
    for (const kind of ["dependencies", "optionalDependencies", "peerDependencies"]) {
      const { target } = workspace({
        app: { dependencies: ["hello-if", "kit"], files: caller },
        kit: { [kind]: ["hello-impl"] },
        "hello-if": helloIf,
        "hello-impl": helloImpl,
      }).link();
      expect(target("HelloIf")).toBe("hello-impl/index.ts");
    }
  });

  test("the root itself, and the definition's own package", () => {
    const own = workspace({
      app: {
        dependencies: ["hello-if"],
        files: { ...caller, "impl.ts": [implement("HelloIf", ["hello"])] },
      },
      "hello-if": helloIf,
    }).link();
    expect(own.target("HelloIf")).toBe("app/impl.ts");
    const beside = workspace({
      app: { dependencies: ["hello-if"], files: caller },
      "hello-if": {
        files: {
          ...helloIf.files,
          "impl.ts": [implement("HelloIf", ["hello"], { from: "./index.ts" })],
        },
      },
    }).link();
    expect(beside.target("HelloIf")).toBe("hello-if/impl.ts");
  });

  test("a devDependency of the root, unless the build is for production", () => {
    const { link } = workspace({
      app: { dependencies: ["hello-if"], devDependencies: ["hello-impl"], files: caller },
      "hello-if": helloIf,
      "hello-impl": helloImpl,
    });
    expect(link().target("HelloIf")).toBe("hello-impl/index.ts");
    const { target, problems } = link({ production: true });
    expect(target("HelloIf")).toBe("nothing");
    expect(problems).toEqual([
      {
        code: "CI2001",
        severity: "error",
        headline: "no implementation of `HelloIf` is linked into `app`",
        labels: [
          "app/main.ts HelloIf.hello: called here",
          "hello-if/index.ts HelloIf: defined here",
          "hello-impl/index.ts HelloIf: implemented here",
        ],
        chains: [],
        notes: [
          "`hello-impl@1.0.0` implements it, but only the devDependencies of `app` lead to it, and the build is for production",
        ],
        help: [
          "move `hello-impl` from the devDependencies to the dependencies of app/package.json",
        ],
      },
    ]);
  });

  test("no devDependency of a dependency, and no package that nobody depends on", () => {
    const { problems } = workspace({
      app: { dependencies: ["hello-if", "kit"], files: caller },
      kit: { devDependencies: ["hello-impl"] },
      "hello-if": helloIf,
      "hello-impl": helloImpl,
    }).link();
    expect(problems).toEqual([
      {
        code: "CI2001",
        severity: "error",
        headline: "no implementation of `HelloIf` is linked into `app`",
        labels: [
          "app/main.ts HelloIf.hello: called here",
          "hello-if/index.ts HelloIf: defined here",
          "hello-impl/index.ts HelloIf: implemented here",
        ],
        chains: [],
        notes: ["`hello-impl@1.0.0` implements it, but `app` does not depend on it"],
        help: ["add `hello-impl` to the dependencies of app/package.json"],
      },
    ]);
  });

  test("an installed package that takes no part is a near miss", () => {
    const { problems } = workspace({
      app: { dependencies: ["hello-if", "hello-old", "hello-new"], files: caller },
      "hello-if": helloIf,
      "hello-old": { installed: true, version: "0.3.0", dependencies: ["hello-if"] },
      "hello-new": { installed: true, dependencies: ["hello-if"], manifest: { present: true } },
    }).link();
    expect(problems).toMatchObject([
      {
        code: "CI2001",
        notes: [
          '`hello-old@0.3.0` is not read: it has no "crate-interface" key in its package.json',
        ],
      },
    ]);
  });

  describe("of a facade", () => {
    const log: PackageSpec = {
      manifest: { facade: true },
      files: { "index.ts": [define("Logger", ["log"])] },
    };
    const logPino: PackageSpec = {
      dependencies: ["log"],
      files: { "index.ts": [implement("Logger", ["log"], { from: "log" })] },
    };
    const logs = { "main.ts": [call("Logger.log", { from: "log" })] };

    test("what the root lists itself", () => {
      for (const kind of ["dependencies", "optionalDependencies", "devDependencies"]) {
        const { target } = workspace({
          app: { [kind]: ["log", "log-pino"], files: logs },
          log,
          "log-pino": logPino,
        }).link();
        expect(target("Logger")).toBe("log-pino/index.ts");
      }
    });

    test("the root's own source", () => {
      const { target } = workspace({
        app: {
          dependencies: ["log"],
          files: { ...logs, "logger.ts": [implement("Logger", ["log"], { from: "log" })] },
        },
        log,
      }).link();
      expect(target("Logger")).toBe("app/logger.ts");
    });

    test("no peer of the root: that leaves the choice to others", () => {
      const { problems, target } = workspace({
        app: { dependencies: ["log"], peerDependencies: ["log-pino"], files: logs },
        log,
        "log-pino": logPino,
      }).link();
      expect(target("Logger")).toBe("nothing");
      expect(problems).toMatchObject([
        {
          code: "CI2008",
          chains: ["app → log-pino@1.0.0"],
          notes: [
            expect.any(String),
            "`log-pino@1.0.0` implements it, but `app` lists it only in its peerDependencies, which leaves the choice to its users",
          ],
          help: [
            "move `log-pino` from the peerDependencies to the dependencies of app/package.json",
          ],
        },
      ]);
      const both = workspace({
        app: {
          dependencies: ["log"],
          peerDependencies: ["log-pino"],
          devDependencies: ["log-pino"],
          files: logs,
        },
        log,
        "log-pino": logPino,
      });
      expect(both.link().target("Logger")).toBe("log-pino/index.ts");
      expect(both.link({ production: true }).target("Logger")).toBe("nothing");
    });

    test("no devDependency in a build for production, although a dependency brings it in", () => {
      const { link } = workspace({
        app: { dependencies: ["log", "foo"], devDependencies: ["log-pino"], files: logs },
        foo: { peerDependencies: ["log-pino"] },
        log,
        "log-pino": logPino,
      });
      expect(link().target("Logger")).toBe("log-pino/index.ts");
      expect(link({ production: true }).problems).toMatchObject([
        {
          code: "CI2001",
          notes: [
            "`log-pino@1.0.0` implements it, but `app` lists it only in its devDependencies, and the build is for production",
          ],
          help: [
            "move `log-pino` from the devDependencies to the dependencies of app/package.json",
          ],
        },
      ]);
    });

    test("which may be a peer as well", () => {
      const { link } = workspace({
        app: {
          dependencies: ["log"],
          devDependencies: ["log-pino"],
          peerDependencies: ["log-pino"],
          files: logs,
        },
        log,
        "log-pino": logPino,
      });
      expect(link({ production: true }).problems).toMatchObject([
        {
          notes: [
            "`log-pino@1.0.0` implements it, but `app` lists it only in its devDependencies and peerDependencies, and the build is for production",
          ],
        },
      ]);
    });

    test("what is not installed may be what is missing, if it would count", () => {
      const { link } = workspace({
        app: {
          dependencies: ["log"],
          optionalDependencies: ["log-pino!"],
          devDependencies: ["log-json!"],
          peerDependencies: ["log-file!"],
          files: logs,
        },
        log,
      });
      const said = (production: boolean) => link({ production }).problems[0].notes;
      expect(said(false)).toEqual([
        "`log-json` is not installed, although `app` lists it",
        "`log-pino` is not installed, although `app` lists it",
      ]);
      expect(said(true)).toEqual(["`log-pino` is not installed, although `app` lists it"]);
    });

    test("what is listed and not installed is no other copy that a dependency has", () => {
      const { problems } = workspace({
        app: { dependencies: ["log", "foo", "log-pino!"], files: logs },
        foo: { peerDependencies: ["log-pino:foo/log-pino"] },
        log,
        "foo/log-pino": { ...logPino, name: "log-pino" },
      }).link();
      expect(problems).toMatchObject([
        { code: "CI2008", help: ["install the dependencies of app/package.json"] },
      ]);
    });

    test("nothing in the facade itself", () => {
      const { linkage, target } = workspace({
        app: { dependencies: ["log", "log-pino"], files: logs },
        log: {
          ...log,
          files: {
            ...log.files,
            "own.ts": [implement("Logger", ["log"], { from: "./index.ts" })],
          },
        },
        "log-pino": logPino,
      }).link();
      expect(target("Logger")).toBe("log-pino/index.ts");
      expect(linkage.interfaces[0].rejected).toMatchObject([
        { cause: "facade", reason: "it is in the facade itself, and not its default" },
      ]);
    });

    test("a facade that is built itself: what it lists for development", () => {
      const { link } = workspace({
        log: { ...log, devDependencies: ["log-pino"], files: { ...log.files, ...logs } },
        "log-pino": logPino,
      });
      expect(link().target("Logger")).toBe("log-pino/index.ts");
      expect(link({ production: true }).target("Logger")).toBe("nothing");
    });

    test("nothing that only a dependency brings in: CI2008", () => {
      const { problems } = workspace({
        app: { dependencies: ["log", "foo"], files: logs },
        foo: { version: "1.2.0", dependencies: ["log", "log-pino"] },
        log,
        "log-pino": { ...logPino, version: "9.0.1" },
      }).link();
      expect(problems.filter(({ code }) => code !== "CI3005")).toEqual([
        {
          code: "CI2008",
          severity: "error",
          headline: "`Logger` is implemented, but not by a package that `app` lists itself",
          labels: [
            "app/main.ts Logger.log: called here",
            "log/index.ts Logger: defined here",
            "log-pino/index.ts Logger: implemented here",
          ],
          chains: ["app → foo@1.2.0 → log-pino@9.0.1"],
          notes: [
            "`Logger` belongs to a facade: the package being built chooses its implementation",
            "`log-pino@9.0.1` implements it, but `app` does not list it in its own dependencies",
          ],
          help: ["add `log-pino` to the dependencies of app/package.json"],
        },
      ]);
    });
  });
});

describe("rule 2: conditions", () => {
  const build = (files: NonNullable<PackageSpec["files"]>) =>
    workspace({
      app: { dependencies: ["hello-if", "hello-impl"], files: caller },
      "hello-if": helloIf,
      "hello-impl": { dependencies: ["hello-if"], files },
    });

  test("all of them must be active", () => {
    const { link } = build({
      "web.ts": [implement("HelloIf", ["hello"], { conditions: ["browser", "worker"] })],
    });
    expect(link({ conditions: ["worker", "browser"] }).target("HelloIf")).toBe("hello-impl/web.ts");
    const { problems } = link({ conditions: ["browser"] });
    expect(problems).toEqual([
      {
        code: "CI2001",
        severity: "error",
        headline: "no implementation of `HelloIf` is linked into `app`",
        labels: [
          "app/main.ts HelloIf.hello: called here",
          "hello-if/index.ts HelloIf: defined here",
          "hello-impl/web.ts HelloIf: implemented here",
        ],
        chains: [],
        notes: ["`hello-impl@1.0.0` implements it, but its condition `worker` is not active"],
        help: [
          "activate `browser`, `worker` with the option `conditions` of the plugin, or with `--conditions browser,worker` on the command line",
        ],
      },
    ]);
  });

  test("one with conditions beats one without", () => {
    const { link } = build({
      "any.ts": [implement("HelloIf", ["hello"])],
      "node.ts": [implement("HelloIf", ["hello"], { conditions: ["node"] })],
    });
    expect(link({ conditions: ["node"] }).target("HelloIf")).toBe("hello-impl/node.ts");
    expect(link({ conditions: ["browser"] }).target("HelloIf")).toBe("hello-impl/any.ts");
    expect(link({ conditions: ["node"] }).interface("HelloIf").rejected).toMatchObject([
      {
        cause: "unconditional",
        reason: "the one for `node` of `hello-impl@1.0.0` comes before it",
      },
    ]);
  });

  test("two with active conditions are two, however many conditions each has", () => {
    const { problems } = build({
      "a.ts": [implement("HelloIf", ["hello"], { conditions: ["node"] })],
      "b.ts": [implement("HelloIf", ["hello"], { conditions: ["node", "production"] })],
    }).link({ conditions: ["node", "production"] });
    expect(problems.map(({ code }) => code)).toEqual(["CI2002"]);
    // Whoever builds for production cannot leave that out.
    expect(problems[0].help.join()).not.toContain("`production`");
  });
});

describe("rule 3: explicit selection", () => {
  const two = (manifest: PackageSpec["manifest"] = {}) =>
    workspace({
      app: {
        dependencies: ["hello-if", "hello-a", "alias:hello-b"],
        manifest,
        files: { ...caller, "own.ts": [implement("HelloIf", ["hello"])] },
      },
      "hello-if": helloIf,
      "hello-a": helloImpl,
      "hello-b": helloImpl,
    });

  test("by package, by the alias of a package, and by file", () => {
    const target = (selected: string) =>
      two({ implementations: { HelloIf: selected } })
        .link()
        .target("HelloIf");
    expect(target("hello-a")).toBe("hello-a/index.ts");
    expect(target("hello-b")).toBe("hello-b/index.ts");
    expect(target("alias")).toBe("hello-b/index.ts");
    expect(target("./own.ts")).toBe("app/own.ts");
    expect(target("././own.ts")).toBe("app/own.ts");
  });

  test("the plugin's option comes before package.json, a package's key before a bare one", () => {
    const { link } = two({
      implementations: { HelloIf: "hello-b", "hello-if#HelloIf": "hello-a" },
    });
    expect(link().target("HelloIf")).toBe("hello-a/index.ts");
    expect(link().interface("HelloIf").reason).toBe(
      "selected in `implementations` of app/package.json",
    );
    const option = link({ implementations: { HelloIf: "./own.ts" } });
    expect(option.target("HelloIf")).toBe("app/own.ts");
    expect(option.interface("HelloIf").reason).toBe("selected in the option `implementations`");
  });

  test("by condition, as Node resolves `exports`: in order, nested, `default` for all others", () => {
    const selection = {
      browser: { worker: "hello-a" },
      node: "hello-b",
      default: "./own.ts",
    };
    const { link } = two({ implementations: { HelloIf: selection } });
    expect(link({ conditions: ["worker", "browser"] }).target("HelloIf")).toBe("hello-a/index.ts");
    expect(link({ conditions: ["browser"] }).target("HelloIf")).toBe("app/own.ts");
    expect(link({ conditions: ["browser", "node"] }).target("HelloIf")).toBe("hello-b/index.ts");
    expect(link().target("HelloIf")).toBe("app/own.ts");
  });

  test("a namespace is part of the key", () => {
    const { link } = workspace({
      app: {
        dependencies: ["mall", "mall-a", "mall-b"],
        files: { "main.ts": [call("Mall/HelloIf.hello", { from: "mall" })] },
      },
      mall: { files: { "index.ts": [define("Mall/HelloIf", ["hello"])] } },
      "mall-a": {
        dependencies: ["mall"],
        files: { "index.ts": [implement("Mall/HelloIf", ["hello"], { from: "mall" })] },
      },
      "mall-b": {
        dependencies: ["mall"],
        files: { "index.ts": [implement("Mall/HelloIf", ["hello"], { from: "mall" })] },
      },
    });
    for (const key of ["Mall/HelloIf", "mall#Mall/HelloIf"]) {
      const { target, problems } = link({ implementations: { [key]: "mall-b" } });
      expect(target("HelloIf")).toBe("mall-b/index.ts");
      expect(problems).toEqual([]);
    }
    const { problems } = link({ implementations: { HelloIf: "mall-b" } });
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning CI2009",
      "error CI2002",
    ]);
  });

  test("may take one without conditions where one with conditions is active", () => {
    const { target } = workspace({
      app: {
        dependencies: ["hello-if", "hello-a", "hello-web"],
        manifest: { implementations: { HelloIf: "hello-a" } },
        files: caller,
      },
      "hello-if": helloIf,
      "hello-a": helloImpl,
      "hello-web": {
        dependencies: ["hello-if"],
        files: { "index.ts": [implement("HelloIf", ["hello"], { conditions: ["browser"] })] },
      },
    }).link({ conditions: ["browser"] });
    expect(target("HelloIf")).toBe("hello-a/index.ts");
  });

  test("what the root lists and is not installed is nothing else of that name", () => {
    const { problems } = workspace({
      app: {
        dependencies: ["hello-if", "hello-a!", "kit"],
        manifest: { implementations: { HelloIf: "hello-a" } },
        files: caller,
      },
      "hello-if": helloIf,
      kit: { dependencies: ["hello-a:kit/hello-a"] },
      "kit/hello-a": { ...helloImpl, name: "hello-a" },
    }).link();
    expect(problems).toMatchObject([
      {
        code: "CI2009",
        headline: "`hello-a` is selected for `HelloIf`, but it is not installed",
        help: ["install the dependencies of app/package.json"],
      },
    ]);
  });

  test("what is selected for conditions that are not active is said, the nested ones too", () => {
    const notes = (conditions: string[]) =>
      two({ implementations: { HelloIf: { browser: { worker: "hello-a" }, node: "hello-b" } } })
        .link({ conditions })
        .problems[0].notes.at(-1);
    const selects = "`implementations` of app/package.json selects";
    expect(notes([])).toBe(`${selects} only for \`browser\`, \`node\`, of which none is active`);
    expect(notes(["browser"])).toBe(
      `${selects} only for \`worker\`, \`node\`, of which none is active`,
    );
    const { problems } = two({ implementations: { HelloIf: {} } }).link();
    expect(problems[0].notes).toEqual([`${selects} nothing for it: there is no choice`]);
  });

  test("one that does not exist is CI2009, with those that do", () => {
    expect(two({ implementations: { HelloIf: "hello-c" } }).link().problems).toEqual([
      {
        code: "CI2009",
        severity: "error",
        headline: "`hello-c` is selected for `HelloIf`, but `app` has no such dependency",
        labels: [
          "hello-if/index.ts HelloIf: defined here",
          "app/own.ts HelloIf: implemented here",
          "hello-a/index.ts HelloIf: implemented here",
          "hello-b/index.ts HelloIf: implemented here",
        ],
        chains: [],
        notes: ["the selection is in `implementations` of app/package.json"],
        help: ["select `./own.ts` or `hello-a` or `alias`"],
      },
    ]);
  });

  test("a file of another package is CI2009: the package is what can be selected", () => {
    const { problems } = two({ implementations: { HelloIf: "hello-a/src/index.ts" } }).link();
    expect(problems).toMatchObject([{ code: "CI2009", help: ["select `hello-a`"] }]);
  });

  test("one that cannot be there is CI2009, with the reason", () => {
    const said = (selected: string) => {
      const { graph, link } = workspace({
        app: {
          dependencies: ["hello-if", "hello-impl", "gone", "plain"],
          manifest: { implementations: { HelloIf: selected } },
          files: caller,
        },
        "hello-if": helloIf,
        "hello-impl": helloImpl,
        gone: {},
        plain: { installed: true },
      });
      const { dependencies } = graph.packages.get("/ws/app")!;
      for (const dependency of dependencies) if (dependency.name === "gone") dependency.dir = null;
      const [{ code, headline, notes, help }] = link().problems;
      expect(code).toBe("CI2009");
      return [headline, ...notes.slice(0, -1), ...help];
    };
    expect(said("gone")).toEqual([
      "`gone` is selected for `HelloIf`, but it is not installed",
      "install the dependencies of app/package.json",
    ]);
    expect(said("plain")).toEqual([
      "`plain` is selected for `HelloIf`, but does not implement it",
      '`plain@1.0.0` is not read: it has no "crate-interface" key in its package.json',
      'if `plain` defines or implements interfaces, add `"crate-interface": { "symbols": "./dist/crate-interface.json" }` to its package.json, and build it again',
      "select `hello-impl`",
    ]);
    expect(said("./main.ts")).toEqual([
      "`./main.ts` is selected for `HelloIf`, but does not implement it",
      "select `hello-impl`",
    ]);
    expect(said("./other.ts")).toEqual([
      "`./other.ts` is selected for `HelloIf`, but no such file uses the macros",
      "a path is relative to package.json, and has the extension of the source file",
      "select `hello-impl`",
    ]);
  });

  test("one whose conditions are not active is CI2009, with the reason", () => {
    const { problems } = workspace({
      app: {
        dependencies: ["hello-if", "hello-web"],
        manifest: { implementations: { HelloIf: "hello-web" } },
        files: caller,
      },
      "hello-if": helloIf,
      "hello-web": {
        dependencies: ["hello-if"],
        files: { "index.ts": [implement("HelloIf", ["hello"], { conditions: ["browser"] })] },
      },
    }).link({ conditions: ["node"] });
    expect(problems).toEqual([
      {
        code: "CI2009",
        severity: "error",
        headline: "`hello-web` is selected for `HelloIf`, but cannot be linked",
        labels: [
          "hello-if/index.ts HelloIf: defined here",
          "hello-web/index.ts HelloIf: implemented here",
        ],
        chains: ["app → hello-web@1.0.0"],
        notes: [
          "the selection is in `implementations` of app/package.json",
          "`hello-web@1.0.0` implements it, but its condition `browser` is not active",
        ],
        help: [
          "activate `browser` with the option `conditions` of the plugin, or with `--conditions browser` on the command line",
        ],
      },
    ]);
  });

  test("one that a facade's root does not list is CI2008, selected or not", () => {
    const { problems } = workspace({
      app: {
        dependencies: ["log", "foo"],
        manifest: { implementations: { Logger: "log-pino" } },
        files: { "main.ts": [call("Logger.log", { from: "log" })] },
      },
      foo: { dependencies: ["log-pino"] },
      log: { manifest: { facade: true }, files: { "index.ts": [define("Logger", ["log"])] } },
      "log-pino": {
        dependencies: ["log"],
        files: { "index.ts": [implement("Logger", ["log"], { from: "log" })] },
      },
    }).link();
    expect(problems).toMatchObject([
      {
        code: "CI3005",
        severity: "warning",
      },
      {
        code: "CI2008",
        chains: ["app → foo@1.0.0 → log-pino@1.0.0"],
        help: ["add `log-pino` to the dependencies of app/package.json"],
      },
    ]);
  });

  test("a key with a range means the versions in it; the one that is there comes first", () => {
    const implementing = (log: string): PackageSpec => ({
      dependencies: [`log:${log}`],
      files: { "index.ts": [implement("Logger", ["log"], { from: "log" })] },
    });
    const log = (version: string): PackageSpec => ({
      name: "log",
      version,
      files: { "index.ts": [define("Logger", ["log"])] },
    });
    const linked = (implementations: Record<string, string>) => {
      const { linkage, problems } = workspace({
        app: {
          dependencies: ["old-a", "old-b", "new-a", "new-b"],
          manifest: { implementations },
          files: {},
        },
        "log-1": log("1.4.2"),
        "log-2": log("2.0.0-beta.3"),
        "old-a": implementing("log-1"),
        "old-b": implementing("log-1"),
        "new-a": implementing("log-2"),
        "new-b": implementing("log-2"),
      }).link();
      const targets = linkage.interfaces.map(({ implementation }) => implementation?.package);
      return [...targets, ...problems.map(({ code, help }) => `${code}: ${help.at(-1)}`)];
    };
    expect(linked({ "log@^1.0.0#Logger": "old-b", "log@2#Logger": "new-a" })).toEqual([
      "/ws/old-b",
      "/ws/new-a",
    ]);
    expect(
      linked({ "log@*#Logger": "old-a", "log@1.4.2#Logger": "old-b", "log@2.x#Logger": "new-b" }),
    ).toEqual(["/ws/old-b", "/ws/new-b"]);
    const choices = { "log@1.4.2#Logger": "old-a", "log@2.0.0-beta.3#Logger": "new-a" };
    expect(linked({ ...choices, "log@3#Logger": "new-a" })).toEqual([
      "/ws/old-a",
      "/ws/new-a",
      "CI2009: a similar interface exists: `log@1.4.2#Logger` or `log@2.0.0-beta.3#Logger`",
    ]);
    expect(linked({ ...choices, "log@latest#Logger": "old-b" })).toHaveLength(3);
  });

  test("a key that means no interface is a warning, with the one it is like", () => {
    const { problems, target } = workspace({
      app: {
        dependencies: ["hello-if", "hello-impl"],
        manifest: { implementations: { HeloIf: "hello-impl" } },
        files: caller,
      },
      "hello-if": helloIf,
      "hello-impl": helloImpl,
    }).link();
    expect(target("HelloIf")).toBe("hello-impl/index.ts");
    expect(problems).toEqual([
      {
        code: "CI2009",
        severity: "warning",
        headline: "`implementations` selects for `HeloIf`, which no package defines",
        labels: [],
        chains: [],
        notes: ["the selection is in `implementations` of app/package.json"],
        help: ["a similar interface exists: `HelloIf`"],
      },
    ]);
  });
});

test("a name that every object of JavaScript has is a name like any other", () => {
  const { link } = workspace({
    app: { dependencies: ["hello-if"], files: caller },
    "hello-if": helloIf,
  });
  const { problems } = link({ implementations: { toString: "hello-impl" } });
  expect(problems.filter(({ code }) => code === "CI2009")).toMatchObject([
    {
      headline: "`implementations` selects for `toString`, which no package defines",
      labels: [],
      notes: ["the selection is in the option `implementations`"],
    },
  ]);
});

describe("rule 4: exactly one", () => {
  test("more are CI2002, with the chain that brings in each", () => {
    const { problems, target } = workspace({
      app: { dependencies: ["hello-if", "hello-impl", "foo"], files: caller },
      foo: { version: "1.2.0", dependencies: ["hello-fancy"] },
      "hello-if": helloIf,
      "hello-impl": helloImpl,
      "hello-fancy": { ...helloImpl, version: "3.0.0" },
    }).link();
    expect(target("HelloIf")).toBe("nothing");
    expect(problems).toEqual([
      {
        code: "CI2002",
        severity: "error",
        headline: "`HelloIf` has 2 implementations",
        labels: [
          "hello-fancy/index.ts HelloIf: first implemented here",
          "hello-impl/index.ts HelloIf: also implemented here",
        ],
        chains: ["app → foo@1.2.0 → hello-fancy@3.0.0", "app → hello-impl@1.0.0"],
        notes: [],
        help: [
          'choose one with `"implementations": { "HelloIf": "hello-fancy" }` under `"crate-interface"` in app/package.json; the others: `hello-impl`',
        ],
      },
    ]);
  });

  test("two in one package are two", () => {
    const { problems } = workspace({
      app: { dependencies: ["hello-if", "hello-impl"], files: caller },
      "hello-if": helloIf,
      "hello-impl": {
        dependencies: ["hello-if"],
        files: {
          "a.ts": [implement("HelloIf", ["hello"])],
          "b.ts": [implement("HelloIf", ["hello"])],
        },
      },
    }).link();
    expect(problems).toMatchObject([
      {
        code: "CI2002",
        labels: [
          "hello-impl/a.ts HelloIf: first implemented here",
          "hello-impl/b.ts HelloIf: also implemented here",
        ],
        chains: ["app → hello-impl@1.0.0"],
        help: ["remove all but one from `hello-impl@1.0.0`, or give them `conditions`"],
      },
    ]);
  });

  test("a choice is offered that decides", () => {
    const { problems } = workspace({
      app: { dependencies: ["hello-if", "hello-a", "hello-b"], files: caller },
      "hello-if": helloIf,
      "hello-a": {
        dependencies: ["hello-if"],
        files: {
          "a.ts": [implement("HelloIf", ["hello"])],
          "b.ts": [implement("HelloIf", ["hello"])],
        },
      },
      "hello-b": helloImpl,
    }).link();
    expect(problems[0].headline).toBe("`HelloIf` has 3 implementations");
    expect(problems[0].help).toEqual([
      'choose one with `"implementations": { "HelloIf": "hello-b" }` under `"crate-interface"` in app/package.json',
    ]);
  });

  test("two in the root can be told apart by file", () => {
    const { problems } = workspace({
      app: {
        dependencies: ["hello-if"],
        files: {
          ...caller,
          "a.ts": [implement("HelloIf", ["hello"])],
          "b.ts": [implement("HelloIf", ["hello"])],
        },
      },
      "hello-if": helloIf,
    }).link();
    expect(problems[0].help).toEqual([
      'choose one with `"implementations": { "HelloIf": "./a.ts" }` under `"crate-interface"` in app/package.json; the others: `./b.ts`',
    ]);
  });
});

describe("rule 5: the facade's default", () => {
  const logger = (manifest: PackageSpec["manifest"], noop: string): PackageSpec => ({
    manifest: { facade: true, ...manifest },
    dependencies: ["log-noop"],
    files: {
      "index.ts": [define("Logger", ["log"])],
      [noop]: [implement("Logger", ["log"], { from: "./index.ts" })],
    },
  });
  const logImpl: PackageSpec = {
    dependencies: ["log"],
    files: { "index.ts": [implement("Logger", ["log"], { from: "log" })] },
  };
  const logs = { "main.ts": [call("Logger.log", { from: "log" })] };

  test("a file of its own, which is no candidate otherwise", () => {
    const log = logger({ defaultFacadeImpl: "./noop.ts" }, "noop.ts");
    const none = workspace({
      app: { dependencies: ["log"], files: logs },
      log: { ...log, dependencies: [] },
    }).link();
    expect(none.target("Logger")).toBe("log/noop.ts");
    expect(none.interface("Logger").reason).toBe("the `defaultFacadeImpl` of log/package.json");
    expect(none.interface("Logger").rejected).toEqual([]);
    const pino = workspace({
      app: { dependencies: ["log", "log-pino"], files: logs },
      log: { ...log, dependencies: [] },
      "log-pino": logImpl,
    }).link();
    expect(pino.target("Logger")).toBe("log-pino/index.ts");
    expect(pino.problems).toEqual([]);
  });

  const withPackage: PackageSpec = {
    manifest: { facade: true, defaultFacadeImpl: "log-noop" },
    dependencies: ["log-noop"],
    files: { "index.ts": [define("Logger", ["log"])] },
  };

  test("replaced by what the root chooses; a candidate like any other where the root lists it", () => {
    const specs = { log: withPackage, "log-noop": logImpl, "log-pino": logImpl };
    const chosen = workspace({
      app: { dependencies: ["log", "log-pino"], files: logs },
      ...specs,
    }).link();
    expect(chosen.target("Logger")).toBe("log-pino/index.ts");
    expect(chosen.problems).toEqual([]);
    expect(chosen.interface("Logger").rejected).toMatchObject([
      {
        cause: "default",
        reason: "it is the default of its facade, which counts where nothing else is chosen",
      },
    ]);
    const listed = workspace({
      app: { dependencies: ["log", "log-noop"], files: logs },
      ...specs,
    }).link();
    expect(listed.interface("Logger").rule).toBe("only");
    const both = workspace({
      app: { dependencies: ["log", "log-noop", "log-pino"], files: logs },
      ...specs,
    }).link();
    expect(both.problems).toMatchObject([
      {
        code: "CI2002",
        help: [
          "remove `log-noop` or `log-pino` from the dependencies of app/package.json",
          expect.stringContaining("choose one with"),
        ],
      },
    ]);
  });

  test("is not to be selected unless it is listed", () => {
    const { link } = workspace({
      app: { dependencies: ["log", "log-pino"], files: logs },
      log: withPackage,
      "log-noop": logImpl,
      "log-pino": logImpl,
    });
    expect(link({ implementations: { Logger: "log-noop" } }).problems).toMatchObject([
      {
        code: "CI2009",
        notes: [
          expect.any(String),
          "`log-noop@1.0.0` implements it, but it is the default of its facade, which counts where nothing else is chosen",
        ],
        help: [
          "add `log-noop` to the dependencies of app/package.json",
          "select `log` itself, which means its default",
        ],
      },
    ]);
    const linked = link({ implementations: { Logger: "log" } });
    expect(linked.target("Logger")).toBe("log-noop/index.ts");
    expect(linked.problems).toEqual([]);
  });

  test("is selected by the name of the facade, whatever else is chosen", () => {
    const { link } = workspace({
      app: {
        dependencies: ["log", "log-pino"],
        files: { ...logs, "own.ts": [implement("Logger", ["log"], { from: "log" })] },
      },
      log: { ...logger({ defaultFacadeImpl: "./noop.ts" }, "noop.ts"), dependencies: [] },
      "log-pino": logImpl,
    });
    const linked = link({ implementations: { Logger: "log" } });
    expect(linked.problems).toEqual([]);
    expect(linked.target("Logger")).toBe("log/noop.ts");
    const { rule, reason, rejected } = linked.interface("Logger");
    expect({ rule, reason }).toEqual({
      rule: "explicit",
      reason: "selected in the option `implementations`",
    });
    expect(rejected.map(({ cause }) => cause)).toEqual(["unselected", "unselected"]);

    const byCondition = { Logger: { development: "log-pino", default: "log" } };
    const developed = link({ implementations: byCondition, conditions: ["development"] });
    expect(developed.target("Logger")).toBe("log-pino/index.ts");
    expect(link({ implementations: byCondition }).target("Logger")).toBe("log/noop.ts");
  });

  test("is not there to be selected where the facade has none", () => {
    const { link } = workspace({
      app: { dependencies: ["log", "log-pino"], files: logs },
      log: { manifest: { facade: true }, files: { "index.ts": [define("Logger", ["log"])] } },
      "log-pino": logImpl,
    });
    expect(link({ implementations: { Logger: "log" } }).problems).toMatchObject([
      {
        code: "CI2009",
        headline: "`log` is selected for `Logger`, but does not implement it",
        help: ["select `log-pino`"],
      },
    ]);
  });

  test("also where the root has the facade for development alone, as definitions may be had", () => {
    const { link } = workspace({
      app: { devDependencies: ["log"], files: logs },
      log: withPackage,
      "log-noop": logImpl,
    });
    expect(link({ production: true }).target("Logger")).toBe("log-noop/index.ts");
    expect(link({ production: true }).problems).toEqual([]);
  });

  test("comes before the definition's own defaults", () => {
    const { target } = workspace({
      app: { dependencies: ["log"], files: logs },
      log: {
        ...withPackage,
        files: { "index.ts": [define("Logger", ["log?"], { defaults: ["log"] })] },
      },
      "log-noop": logImpl,
    }).link();
    expect(target("Logger")).toBe("log-noop/index.ts");
  });

  test("under conditions that are not active is none", () => {
    const { problems } = workspace({
      app: { dependencies: ["log"], files: logs },
      log: withPackage,
      "log-noop": {
        dependencies: ["log"],
        files: {
          "index.ts": [implement("Logger", ["log"], { from: "log", conditions: ["browser"] })],
        },
      },
    }).link();
    expect(problems).toMatchObject([
      {
        code: "CI3002",
        headline:
          "the default implementation of `log` cannot be used: `log-noop` implements `Logger` only for `browser`",
        help: ["in `log-noop`, remove the `conditions` of what implements `Logger`"],
      },
    ]);
  });

  test("a package it depends on, which the root need not list", () => {
    const { target, problems } = workspace({
      app: { dependencies: ["log"], files: logs },
      log: {
        manifest: { facade: true, defaultFacadeImpl: "log-noop" },
        dependencies: ["log-noop"],
        files: { "index.ts": [define("Logger", ["log"])] },
      },
      "log-noop": logImpl,
    }).link();
    expect(target("Logger")).toBe("log-noop/index.ts");
    expect(problems).toEqual([]);
  });
});

describe("rule 6: the definition's defaults", () => {
  const link = (calls: string[]) =>
    workspace({
      app: { dependencies: ["init-if"], files: { "main.ts": calls.map((name) => call(name)) } },
      "init-if": {
        files: {
          "index.ts": [
            define("InitIf", ["init?", "setup?", "port"], { defaults: ["init", "setup"] }),
          ],
        },
      },
    }).link();

  test("suffice where every member used has one", () => {
    const { target, problems, interface: linked } = link(["InitIf.init", "InitIf.setup"]);
    expect(target("InitIf")).toBe("defaults");
    expect(problems).toEqual([]);
    expect(linked("InitIf").members.map(({ symbol }) => symbol)).toEqual([
      "__InitIf_init$weak",
      "__InitIf_setup$weak",
    ]);
  });

  test("do not where one has none, or where the whole object is used", () => {
    expect(link(["InitIf.init", "InitIf.port"]).problems).toEqual([
      {
        code: "CI2001",
        severity: "error",
        headline: "no implementation of `InitIf` is linked into `app`",
        labels: [
          "app/main.ts InitIf.port: called here",
          "app/main.ts InitIf.init: also called here",
          "init-if/index.ts InitIf: defined here",
        ],
        chains: [],
        notes: ["`port` has no default"],
        help: [
          "implement it in `app` or in one of its dependencies: `impl_interface(InitIf, { port() {} })`",
        ],
      },
    ]);
    expect(link(["InitIf"]).problems).toMatchObject([{ code: "CI2001" }]);
  });
});

describe("copies of one version", () => {
  const copy = { ...helloImpl, name: "hello-impl", installed: true };
  const kit: PackageSpec = { installed: true, dependencies: ["hello-impl:kit/hello-impl"] };

  test("the one that the root lists", () => {
    const {
      interface: only,
      target,
      problems,
    } = workspace({
      app: { dependencies: ["hello-if", "hello-impl", "kit"], files: caller },
      "hello-if": helloIf,
      "hello-impl": copy,
      kit,
      "kit/hello-impl": copy,
    }).link();
    expect(problems).toEqual([]);
    expect(target("HelloIf")).toBe("hello-impl/index.ts");
    expect(only("HelloIf").rejected).toMatchObject([
      { cause: "copy", reason: "another copy of `hello-impl@1.0.0` is the one that is listed" },
    ]);
  });

  test("is not the nearest: without one that the root lists, they are several", () => {
    const specs = {
      "hello-if": helloIf,
      kit,
      "kit/hello-impl": copy,
      "other-kit": { installed: true, dependencies: ["hello-impl:other-kit/hello-impl"] },
      "other-kit/hello-impl": copy,
    };
    const app: PackageSpec = { dependencies: ["hello-if", "kit", "other-kit"], files: caller };
    expect(workspace({ app, ...specs }).link().problems).toMatchObject([
      {
        code: "CI2002",
        help: [
          "`hello-impl@1.0.0` is installed more than once: add `hello-impl` to the dependencies of app/package.json, since of copies the one that is listed there is linked",
        ],
      },
    ]);
  });

  test("another version is no copy, nor is what is developed here", () => {
    for (const other of [{ version: "1.0.1" }, { installed: false }]) {
      const { problems } = workspace({
        app: { dependencies: ["hello-if", "hello-impl", "kit"], files: caller },
        "hello-if": helloIf,
        "hello-impl": copy,
        kit,
        "kit/hello-impl": { ...copy, ...other },
      }).link();
      expect(problems.map(({ code }) => code)).toEqual(["CI2002"]);
    }
  });
});
