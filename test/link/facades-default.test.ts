import { describe, expect, test } from "vitest";
import { check } from "../../src/cli/check.ts";
import { readSettings } from "../../src/cli/settings.ts";
import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import { calls, defines, facade, implement, source } from "../cli/facade-tree.ts";
import type { Tree } from "../tree.ts";

// A default has to be there always, and says so where it is linked although something else was meant.

function checked(tree: Tree, name: string, ...conditions: string[]) {
  const cwd = tree.path(`packages/${name}`);
  return check({ ...readSettings({ cwd, color: false }), conditions });
}

function headlines({ stdout }: { stdout: string }): string[] {
  return stdout.split("\n").filter((line) => /^(?:error|warning)\[/.test(line));
}

const log: PackageSource = {
  ...facade("Log", { defaultFacadeImpl: "log-noop" }),
  dependencies: ["log-noop"],
};
const forBrowsers = implement("Log", "log", ', { conditions: ["browser"] }');
const forNode = implement("Log", "log", ', { conditions: ["node"] }');

describe("a default that is there only under conditions is CI3002", () => {
  const HEADLINE =
    "error[CI3002]: the default implementation of `log` cannot be used: `log-noop` implements `Log` only for `browser`";
  const app = source(["log"], calls("Log", "log"));

  test("in the facade itself, and in place of what follows from it", () => {
    using tree = workspace({ log, "log-noop": source(["log"], forBrowsers), app });
    expect(headlines(checked(tree, "log"))).toEqual([HEADLINE]);
    expect(headlines(checked(tree, "app"))).toEqual([HEADLINE]);
    expect(checked(tree, "app").stdout).toContain(
      "help: in `log-noop`, remove the `conditions` of what implements `Log`",
    );
    tree.write("packages/log-noop/src/index.ts", implement("Log", "log"));
    expect(checked(tree, "app").stdout).toBe(
      "✓ Log → log-noop ../log-noop/src/index.ts\n\napp: 1 interface",
    );
  });

  test("several, until one of them has no conditions", () => {
    const files = { "src/index.ts": forBrowsers, "src/node.ts": forNode };
    using tree = workspace({ log, "log-noop": { dependencies: ["log"], files }, app });
    expect(headlines(checked(tree, "log", "node"))).toEqual([`${HEADLINE}, \`node\``]);
    tree.write("packages/log-noop/src/node.ts", implement("Log", "log"));
    expect(headlines(checked(tree, "log", "node"))).toEqual([]);
    expect(checked(tree, "app", "browser").stdout).toContain("log-noop ../log-noop/src/index.ts");
  });

  test("not where the members have defaults of their own", () => {
    const weak = defines("Log").replace("}>()", "}>({ defaults: { say: () => 'default' } })");
    using tree = workspace({
      log: { ...log, files: { "src/index.ts": weak } },
      "log-noop": source(["log"], forBrowsers),
      app,
    });
    expect(checked(tree, "app").stdout).toBe("✓ Log → the defaults of log\n\napp: 1 interface");
  });
});

describe("what the root lists and does not count stands beside the default that is linked", () => {
  const logNoop = source(["log"], implement("Log", "log"));
  const app: PackageSource = {
    dependencies: ["log", "log-a"],
    files: { "src/index.ts": calls("Log", "log") },
  };
  const LINKED = "✓ Log → log-noop ../log-noop/src/index.ts\n";

  test("for its conditions", () => {
    using tree = workspace({
      log,
      "log-noop": logNoop,
      "log-a": {
        dependencies: ["log"],
        files: { "src/index.ts": forBrowsers, "src/node.ts": forNode },
      },
      app,
    });
    expect(checked(tree, "app").stdout).toBe(`${LINKED}\
    note: \`log-a@1.0.0\` implements it, but its condition \`browser\` is not active
    note: \`log-a@1.0.0\` implements it, but its condition \`node\` is not active

app: 1 interface`);
    expect(checked(tree, "app", "node").stdout).toBe(
      "✓ Log → log-a ../log-a/src/node.ts\n\napp: 1 interface",
    );
  });

  test("for the field that it stands in", () => {
    const logA = source(["log"], implement("Log", "log"));
    const listing = (field: string): PackageSource => ({
      ...app,
      dependencies: ["log"],
      manifest: { [field]: { "log-a": "*" } },
    });
    using asPeer = workspace({
      log,
      "log-noop": logNoop,
      "log-a": logA,
      app: listing("peerDependencies"),
    });
    expect(checked(asPeer, "app").stdout).toContain(
      `${LINKED}    note: \`log-a@1.0.0\` implements it, but \`app\` lists it only in its peerDependencies, `,
    );
    using tree = workspace({
      log,
      "log-noop": logNoop,
      "log-a": logA,
      app: listing("devDependencies"),
    });
    const settings = readSettings({ cwd: tree.path("packages/app"), color: false });
    expect(check({ ...settings, production: false }).stdout).toContain("✓ Log → log-a");
    expect(check({ ...settings, production: true }).stdout).toContain(
      `${LINKED}    note: \`log-a@1.0.0\` implements it, but \`app\` lists it only in its devDependencies, `,
    );
  });

  test("for not being installed; optional dependencies and types may be missing", () => {
    using tree = workspace({
      log,
      "log-noop": logNoop,
      app: {
        ...app,
        devDependencies: ["@types/node", "tool"],
        manifest: { optionalDependencies: { "log-b": "*" } },
      },
    });
    expect(checked(tree, "app").stdout).toBe(`${LINKED}\
    note: \`app\` lists \`log-a\`, \`tool\`, which are not installed: they may implement it

app: 1 interface`);
    const settings = readSettings({ cwd: tree.path("packages/app"), color: false });
    expect(check({ ...settings, production: true }).stdout).toContain(
      "note: `app` lists `log-a`, which is not installed: it may implement it",
    );
    const [{ notes }] = JSON.parse(check({ ...settings, json: true }).stdout).interfaces;
    expect(notes).toEqual([expect.stringContaining("`log-a`, `tool`")]);
  });

  test("but not where one is chosen", () => {
    using tree = workspace({
      log,
      "log-noop": logNoop,
      "log-a": source(["log"], implement("Log", "log")),
      app: { ...app, devDependencies: ["gone"] },
    });
    expect(checked(tree, "app").stdout).toBe(
      "✓ Log → log-a ../log-a/src/index.ts\n\napp: 1 interface",
    );
  });
});
