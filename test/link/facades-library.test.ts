import { describe, expect, test } from "vitest";
import { check } from "../../src/cli/check.ts";
import { readSettings } from "../../src/cli/settings.ts";
import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";

// `check` on a library alone is what `cargo check` is: what its users choose is not an error. Over
// real trees, since whether a package is a library may depend on its workspace.

const MACROS = "crate-interface/macro";
const defines = `import { def_interface } from "${MACROS}";
export const Logger = def_interface<{ log(text: string): void }>();
`;
const implementing = `import { impl_interface } from "${MACROS}";
import { Logger } from "log";
impl_interface(Logger, { log() {} });
`;
const calling = `import { call_interface } from "${MACROS}";
import { Logger } from "log";
call_interface(Logger.log("text"));
`;
const log: PackageSource = {
  manifest: { "crate-interface": { facade: true } },
  files: { "src/index.ts": defines },
};
const logImpl: PackageSource = {
  manifest: { peerDependencies: { log: "^1.0.0" }, "crate-interface": { facadeImpl: "log" } },
  files: { "src/index.ts": implementing },
};
const PUBLISHES = { "crate-interface": { symbols: "./dist/crate-interface.json" } };
const http: PackageSource = { dependencies: ["log"], files: { "src/index.ts": calling } };

function checked(tree: Tree, name: string): { exitCode: number; stdout: string } {
  return check(readSettings({ cwd: tree.path(`packages/${name}`), color: false }));
}

function headlines({ stdout }: { stdout: string }): string[] {
  return stdout.split("\n").filter((line) => /^(?:error|warning)\[/.test(line));
}

const OPEN = "· Logger → left to the users of";

describe("a library leaves the choice to its users", () => {
  test("but for one between implementations that it has itself: nobody else can make it", () => {
    using tree = workspace({
      log,
      "log-file": {
        ...logImpl,
        dependencies: ["log"],
        files: { "src/index.ts": implementing, "src/old.ts": implementing },
      },
    });
    const { exitCode, stdout } = checked(tree, "log-file");
    expect(exitCode).toBe(1);
    expect(headlines({ stdout })).toEqual(["error[CI2002]: `Logger` has 2 implementations"]);
    expect(stdout).toContain("help: remove all but one from `log-file@1.0.0`, or give them");
  });

  test("a facade, and an implementation that needs another facade", () => {
    using tree = workspace({
      log,
      "log-file": {
        ...logImpl,
        dependencies: ["log", "clock"],
        files: {
          "src/index.ts": implementing,
          "src/time.ts": calling.replaceAll("Logger", "Clock").replace('"log"', '"clock"'),
        },
      },
      clock: { ...log, files: { "src/index.ts": defines.replace("Logger", "Clock") } },
    });
    expect(checked(tree, "log")).toEqual({
      exitCode: 0,
      stdout: `${OPEN} log\n\nlog: 1 interface`,
    });
    const file = checked(tree, "log-file");
    expect(file.exitCode).toBe(0);
    expect(file.stdout).toContain("· Clock → left to the users of log-file");
    expect(file.stdout).toContain("✓ Logger → log-file src/index.ts");
  });

  test("a package on which another of its workspace depends, under whatever name", () => {
    for (const dependencies of [["http"], { client: "npm:http@1.0.0" }]) {
      using tree = workspace({ log, http, app: { dependencies, files: {} } });
      if (!Array.isArray(dependencies)) tree.link("node_modules/client", "packages/http");
      expect(checked(tree, "http")).toEqual({
        exitCode: 0,
        stdout: `${OPEN} http\n\nhttp: 1 interface`,
      });
    }
  });

  test("two for its tests are not one too many", () => {
    using tree = workspace({
      log,
      "log-a": logImpl,
      "log-b": logImpl,
      http: { ...http, devDependencies: ["log-a", "log-b"] },
      app: { dependencies: ["http"], files: {} },
    });
    expect(checked(tree, "http").stdout).toBe(`${OPEN} http\n\nhttp: 1 interface`);
  });

  test("a program does not: nobody depends on it", () => {
    using tree = workspace({ log, app: http, other: { dependencies: ["log"], files: {} } });
    const { exitCode, stdout } = checked(tree, "app");
    expect(exitCode).toBe(1);
    expect(headlines({ stdout })).toEqual([
      "error[CI2001]: no implementation of `Logger` is linked into `app`",
    ]);
  });
});

describe("what a library cannot leave to anybody", () => {
  test("CI3005 is an error where the library is checked, and a warning where it is used", () => {
    const packages = {
      log,
      "log-a": logImpl,
      http: { ...http, dependencies: ["log", "log-a"], manifest: PUBLISHES },
      app: { dependencies: ["http", "log", "log-a"], files: {} },
    };
    using tree = workspace(packages);
    const library = checked(tree, "http");
    expect(library.exitCode).toBe(1);
    expect(library.stdout).toContain(`✓ Logger → log-a ../log-a/src/index.ts

http: 1 interface

error[CI3005]: the library \`http\` depends on \`log-a\`, which implements the facade \`log\`
  --> package.json:9:5
   7 |   "dependencies": {
   8 |     "log": "*",
>  9 |     "log-a": "*"
     |     ^^^^^^^^^^^^ in \`dependencies\`
  10 |   },
  11 |   "devDependencies": {},
  required by: http → log-a@1.0.0
  note: the package being built chooses the implementation of a facade: what only a library lists is installed, but not linked
  help: move \`log-a\` from the dependencies to the devDependencies of http/package.json

1 error; run`);
    const app = checked(tree, "app");
    expect(app.exitCode).toBe(0);
    expect(headlines(app)).toEqual([
      "warning[CI3005]: the library `http` depends on `log-a`, which implements the facade `log`",
    ]);
    // What the help says.
    using better = workspace({
      ...packages,
      http: { ...packages.http, dependencies: ["log"], devDependencies: ["log-a"] },
    });
    expect(checked(better, "http").exitCode).toBe(0);
    expect(checked(better, "app").stdout).not.toContain("CI3005");
  });

  test("CI3005 is a warning where nobody says that it is a library, and left out where it is private", () => {
    const shell = { dependencies: ["app"], files: {} };
    const app = { ...http, dependencies: ["log", "log-a"] };
    using tree = workspace({ log, "log-a": logImpl, app, shell });
    expect(checked(tree, "app")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(`in \`dependencies\`
  10 |   },
  11 |   "devDependencies": {}
  required by: app → log-a@1.0.0
  note: built by itself, \`app\` is linked to it; what depends on \`app\` is not, unless it lists \`log-a\` as well
  help: if \`app\` is a program that is built by itself, leave it, and add \`"private": true\` to app/package.json
  help: if it is a library, move \`log-a\` from the dependencies to the devDependencies of app/package.json
`),
    });
    expect(headlines(checked(tree, "app"))).toEqual([
      "warning[CI3005]: `app`, on which another package of the workspace depends, brings along `log-a`, which implements the facade `log`",
    ]);
    // The first help, and what the check of its user says all the same.
    const hidden = { ...app, manifest: { private: true } };
    using better = workspace({ log, "log-a": logImpl, app: hidden, shell });
    expect(checked(better, "app").stdout).toBe(
      "✓ Logger → log-a ../log-a/src/index.ts\n\napp: 1 interface",
    );
    expect(headlines(checked(better, "shell"))).toContain(
      "warning[CI3005]: the library `app` depends on `log-a`, which implements the facade `log`",
    );
  });

  test("its own mistakes: a member that is missing, a default that is not there", () => {
    using tree = workspace({
      log: {
        ...log,
        manifest: { "crate-interface": { facade: true, defaultFacadeImpl: "./src/nop.ts" } },
      },
      "log-a": {
        ...logImpl,
        files: { "src/index.ts": implementing.replace("{ log() {} }", "{}") },
      },
    });
    expect(headlines(checked(tree, "log"))).toEqual([
      "error[CI3002]: the default implementation of `log` cannot be used: there is no file `./src/nop.ts` that uses the macros",
    ]);
    expect(headlines(checked(tree, "log-a"))).toEqual([
      "error[CI3004]: `log-a` does not implement all of `log`: it leaves out `Logger.log`",
      "error[CI3002]: the default implementation of `log` cannot be used: there is no file `./src/nop.ts` that uses the macros",
    ]);
  });
});
