import { expect, test } from "vitest";
import { workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";
import { runIn } from "./command.ts";
import {
  calls,
  defines,
  facade,
  implement,
  proposal,
  source,
  twoMajors,
  withDefaults,
} from "./facade-tree.ts";

const LEGEND = "←    an interface of the package above is linked to it, and why\n";
const REPEATED = "(*)  what is below it is shown where it comes first\n";

function run(tree: Tree, name: string, ...args: string[]) {
  return runIn(tree.path(`packages/${name}`), ["tree", ...args]);
}

test("draws the trees of the proposal", () => {
  using tree = proposal();
  expect(run(tree, "my_bin")).toEqual({
    status: 0,
    stderr: "",
    stdout: `Before linking

my_bin@1.0.0
├── bar@1.0.0 (calls Log)
│   └── log@1.0.0 (facade: Log)
├── foo@1.0.0 (calls Log, Random)
│   ├── getrandom@1.0.0 (facade: Random)
│   └── log@1.0.0 (facade: Log)
├── my_getrandom@1.0.0 (implements Random)
│   └── getrandom@1.0.0 (facade: Random)
└── my_logger@1.0.0 (implements Log)
    └── log@1.0.0 (facade: Log)

After linking

my_bin@1.0.0
├── bar@1.0.0
│   └── log@1.0.0
│       └── my_logger@1.0.0 ← Log: the only implementation
├── foo@1.0.0
│   ├── getrandom@1.0.0
│   │   └── my_getrandom@1.0.0 ← Random: the only implementation
│   └── log@1.0.0 (*)
├── my_getrandom@1.0.0
└── my_logger@1.0.0

${LEGEND}${REPEATED}`,
  });
  expect(run(tree, "my_bin", "--no-dedupe").stdout).toContain(`After linking

my_bin@1.0.0
├── bar@1.0.0
│   └── log@1.0.0
│       └── my_logger@1.0.0 ← Log: the only implementation
├── foo@1.0.0
│   ├── getrandom@1.0.0
│   │   └── my_getrandom@1.0.0 ← Random: the only implementation
│   └── log@1.0.0
│       └── my_logger@1.0.0 ← Log: the only implementation
├── my_getrandom@1.0.0
└── my_logger@1.0.0

${LEGEND}`);
});

test("a tree in full ends where a package is within itself, and where nobody would read on", () => {
  using tree = withDefaults();
  expect(run(tree, "app", "--no-dedupe").stdout).toContain(`
├── foo@1.0.0 (calls Log)
│   ├── log@1.0.0 (facade: Log)
│   │   └── log-noop@1.0.0 (implements Log)
│   │       └── log@1.0.0 (*)
│   └── log-fancy@1.0.0 (implements Log)
│       └── log@1.0.0 (facade: Log)
│           └── log-noop@1.0.0 (implements Log)
│               └── log@1.0.0 (*)
`);
  // Each of twenty packages depends on all that follow: a million places.
  const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
  using dense = workspace(
    Object.fromEntries(
      names
        .map((name, index) => [name, source([...names.slice(index + 1), "log"], "")])
        .concat([["log", facade("Log")]]),
    ),
  );
  const { status, stdout } = run(dense, "p0", "--no-dedupe");
  expect(status).toBe(0);
  expect(stdout.split("\n").length).toBeLessThan(6_000);
});

test("each major of a facade has its own implementation", () => {
  using tree = twoMajors();
  expect(run(tree, "my_bin").stdout).toContain(`After linking

my_bin@1.0.0
├── bar@1.0.0
│   └── log@0.5.0
│       └── other_logger@1.0.0 ← Log: the only implementation
├── foo@1.0.0
│   └── log@1.0.0
│       └── my_logger@1.0.0 ← Log: the only implementation
├── my_logger@1.0.0
└── other_logger@1.0.0
`);
});

test("shows defaults and what is linked in their place, which production may change", () => {
  using tree = withDefaults();
  expect(run(tree, "app").stdout).toBe(`Before linking

app@1.0.0 (calls Rng)
├── foo@1.0.0 (calls Log)
│   ├── log@1.0.0 (facade: Log)
│   │   └── log-noop@1.0.0 (implements Log)
│   │       └── log@1.0.0 (*)
│   └── log-fancy@1.0.0 (implements Log)
│       └── log@1.0.0 (*)
├── log@1.0.0 (*)
├── log-console@1.0.0 (dev; implements Log)
│   └── log@1.0.0 (*)
└── rng@1.0.0 (facade: Rng; implements Rng)

After linking

app@1.0.0
├── foo@1.0.0
│   ├── log@1.0.0
│   │   ├── log-console@1.0.0 ← Log: the only implementation, in place of the default log-noop
│   │   └── log-noop@1.0.0 (default, replaced)
│   └── log-fancy@1.0.0
│       └── log@1.0.0 (*)
├── log@1.0.0 (*)
├── log-console@1.0.0 (dev)
└── rng@1.0.0
    └── ./src/zero.ts ← Rng: the \`defaultFacadeImpl\` of rng/package.json

${LEGEND}${REPEATED}`);

  expect(run(tree, "app", "--production").stdout).toContain(`After linking

app@1.0.0
├── foo@1.0.0
│   ├── log@1.0.0
│   │   └── log-noop@1.0.0 ← Log: the \`defaultFacadeImpl\` of log/package.json
│   └── log-fancy@1.0.0
│       └── log@1.0.0 (*)
├── log@1.0.0 (*)
└── rng@1.0.0
    └── ./src/zero.ts ← Rng: the \`defaultFacadeImpl\` of rng/package.json
`);
});

const MACRO = 'import { def_interface, impl_interface } from "crate-interface/macro";\n';

/** Every way in which an ordinary interface is linked, and every kind of dependency. */
function everyKind(): Tree {
  return workspace({
    app: {
      dependencies: {
        "hello-if": "^1.0.0",
        express: "*",
        gone: "^2.0.0",
        "old-hello": "npm:hello-if@0.9.0",
      },
      devDependencies: ["hello-impl", "typescript"],
      installed: { "old-hello": "hello-0.9" },
      manifest: {
        optionalDependencies: { fast: "*" },
        peerDependencies: { foo: "*", "hello-impl": "*" },
      },
      files: {
        "src/main.ts": calls("HelloIf", "hello-if"),
        "src/own.ts": implement("OwnIf", "hello-if"),
      },
    },
    "hello-if": {
      dependencies: ["small"],
      files: {
        "src/hello.ts": defines("HelloIf"),
        "src/own.ts": defines("OwnIf"),
        "src/weak.ts": `${MACRO}export const WeakIf = def_interface<{ say?(): string }>({ defaults: { say: () => "" } });\n`,
        "src/in-package.ts": `${MACRO}export const SelfIf = def_interface<{ say(): string }>();\nimpl_interface(SelfIf, { say: () => "" });\n`,
      },
    },
    "hello-0.9": {
      manifest: { name: "hello-if", version: "0.9.0" },
      files: { "src/index.ts": defines("OldIf") },
    },
    "hello-impl": source(["hello-if", "small"], implement("HelloIf", "hello-if")),
    express: source(["router"], ""),
    router: source(["foo", "small"], ""),
    // With a cycle, as npm allows.
    foo: source(["hello-if", "express"], calls("HelloIf", "hello-if")),
    fast: source([], ""),
    small: source([], ""),
    typescript: source([], ""),
  });
}

test("ordinary interfaces, every kind of dependency, cycles; what leads to no interface is left out", () => {
  using tree = everyKind();
  const { status, stdout } = run(tree, "app");
  expect(stdout).toBe(`Before linking

app@1.0.0 (implements OwnIf; calls HelloIf)
├── express@1.0.0
│   └── router@1.0.0
│       └── foo@1.0.0 (calls HelloIf)
│           ├── express@1.0.0 (*)
│           └── hello-if@1.0.0 (defines HelloIf, OwnIf, SelfIf, WeakIf; implements SelfIf)
├── foo@1.0.0 (peer) (*)
├── gone ^2.0.0 (not installed)
├── hello-if@1.0.0 (defines HelloIf, OwnIf, SelfIf, WeakIf; implements SelfIf)
├── hello-impl@1.0.0 (dev; peer; implements HelloIf)
│   └── hello-if@1.0.0 (defines HelloIf, OwnIf, SelfIf, WeakIf; implements SelfIf)
└── hello-if@0.9.0 (as old-hello; defines OldIf)

After linking

app@1.0.0
├── express@1.0.0
│   └── router@1.0.0
│       └── foo@1.0.0
│           ├── express@1.0.0 (*)
│           └── hello-if@1.0.0
│               ├── ./src/in-package.ts ← SelfIf: the only implementation; nobody calls it
│               ├── its defaults ← WeakIf: nothing implements it, and every member used has a default; nobody calls it
│               ├── app@1.0.0 (*) ← OwnIf: the only implementation; nobody calls it
│               └── hello-impl@1.0.0 ← HelloIf: the only implementation
├── foo@1.0.0 (peer) (*)
├── gone ^2.0.0 (not installed)
├── hello-if@1.0.0 (*)
├── hello-impl@1.0.0 (dev; peer)
└── hello-if@0.9.0 (as old-hello)
    └── nothing ← OldIf: not linked; nobody calls it

${LEGEND}${REPEATED}3 packages that lead to no interface are left out; see --all
`);
  expect(status).toBe(0);
});

test("--all shows every package, and --depth the first levels", () => {
  using tree = everyKind();
  const all = run(tree, "app", "--all").stdout;
  expect(all).toContain(`
├── fast@1.0.0 (optional)
├── foo@1.0.0 (peer) (*)
`);
  expect(all).toContain(`
├── hello-impl@1.0.0 (dev; peer) (*)
├── hello-if@0.9.0 (as old-hello)
│   └── nothing ← OldIf: not linked; nobody calls it
└── typescript@1.0.0 (dev)
`);
  expect(all).not.toContain("--all");
  expect(run(tree, "app", "--all", "--depth", "1").stdout).toContain(`After linking

app@1.0.0
├── express@1.0.0
├── fast@1.0.0 (optional)
├── foo@1.0.0 (peer)
├── gone ^2.0.0 (not installed)
├── hello-if@1.0.0
├── hello-impl@1.0.0 (dev; peer)
├── hello-if@0.9.0 (as old-hello)
└── typescript@1.0.0 (dev)

levels further down are left out
`);
  expect(run(tree, "app", "--depth", "two")).toEqual({
    status: 2,
    stdout: "",
    stderr: "error: `--depth` is a number of levels such as 2, not `two`\n",
  });
});

/** An application for which nothing implements `Log`, a library, and a plain package. */
function unlinked(): Tree {
  return workspace({
    app: source(["lib", "log"], calls("Log", "log")),
    lib: {
      ...source(["log"], calls("Log", "log")),
      manifest: { "crate-interface": { symbols: "./dist/symbols.json" } },
    },
    log: facade("Log"),
    plain: source([], ""),
    web: source(["small-if"], calls("SmallIf", "small-if")),
    "small-if": {
      files: { "src/index.ts": defines("SmallIf"), "src/impl.ts": implement("SmallIf", "./x") },
    },
  });
}

test("what is not linked is shown, and its errors below the tree, exit 1", () => {
  using tree = unlinked();
  const { status, stdout } = run(tree, "app");
  expect(status).toBe(1);
  expect(stdout).toContain(`After linking

app@1.0.0
├── lib@1.0.0
│   └── log@1.0.0
│       └── nothing ← Log: not linked
└── log@1.0.0 (*)

${LEGEND}${REPEATED}
error[CI2001]: no implementation of \`Log\` is linked into \`app\`
  --> src/index.ts:3:46
`);
});

test("a library leaves it to its users", () => {
  using tree = unlinked();
  expect(run(tree, "lib")).toEqual({
    status: 0,
    stderr: "",
    stdout: `Before linking

lib@1.0.0 (calls Log)
└── log@1.0.0 (facade: Log)

After linking

lib@1.0.0
└── log@1.0.0
    └── the users of lib ← Log: a library leaves it to them

${LEGEND}`,
  });
});

test("in the root of a workspace each application has its trees", () => {
  using tree = unlinked();
  const { status, stdout } = runIn(tree.dir, ["tree"]);
  expect(status).toBe(1);
  expect(stdout.match(/^\S+@1\.0\.0/gm)).toEqual([
    "app@1.0.0",
    "app@1.0.0",
    "web@1.0.0",
    "web@1.0.0",
  ]);
  const reports = JSON.parse(runIn(tree.dir, ["tree", "--json"]).stdout);
  expect(reports.map(({ after }: { after: { dir: string } }) => after.dir)).toEqual([
    "packages/app",
    "packages/web",
  ]);
});

test("a package that reaches no interface is fine", () => {
  using tree = unlinked();
  expect(run(tree, "plain")).toMatchObject({
    status: 0,
    stdout: `Before linking

plain@1.0.0

After linking

plain@1.0.0

nothing that it reaches imports crate-interface/macro
`,
  });
});

test("--json has it as data, with paths relative to the working directory", () => {
  using tree = withDefaults();
  const { status, stdout } = run(tree, "app", "--json");
  expect(status).toBe(0);
  const { before, after, hidden, diagnostics } = JSON.parse(stdout);
  expect(hidden).toBe(0);
  // That `foo` depends on a logger.
  expect(diagnostics).toMatchObject([{ code: "CI3005", severity: "warning" }]);
  expect(before.dependencies.map(({ dir }: { dir: string }) => dir)).toEqual([
    "../foo",
    "../log",
    "../log-console",
    "../rng",
  ]);
  const [log, fancy] = after.dependencies[0].dependencies;
  expect(fancy.dependencies).toMatchObject([{ name: "log", repeated: true, roles: null }]);
  expect(log).toEqual({
    name: "log",
    version: "1.0.0",
    dir: "../log",
    alias: null,
    kinds: ["dependencies"],
    range: "*",
    provides: [],
    replaced: false,
    roles: { facade: true, defines: ["Log"], implements: [], calls: [] },
    linked: [
      {
        interface: "Log",
        dir: "../log-console",
        file: "../log-console/src/index.ts",
        rule: "only",
        reason: "the only implementation",
        replaces: "log-noop",
        called: true,
      },
    ],
    repeated: false,
    dependencies: [
      {
        name: "log-console",
        version: "1.0.0",
        dir: "../log-console",
        alias: null,
        kinds: [],
        range: null,
        provides: ["Log"],
        replaced: false,
        roles: { facade: false, defines: [], implements: ["Log"], calls: [] },
        linked: [],
        repeated: false,
        dependencies: [],
      },
      {
        name: "log-noop",
        version: "1.0.0",
        dir: "../log-noop",
        alias: null,
        kinds: ["dependencies"],
        range: "*",
        provides: [],
        replaced: true,
        roles: { facade: false, defines: [], implements: ["Log"], calls: [] },
        linked: [],
        repeated: false,
        dependencies: [],
      },
    ],
  });
});

test("colours what is linked, and obeys no control characters", () => {
  using tree = workspace({
    app: {
      dependencies: { "hello-if": "*", "hello-impl": "*", "gone\u001b[2J": "1.0.0\u001b[2J" },
      files: { "src/index.ts": calls("HelloIf", "hello-if") },
    },
    "hello-if": { files: { "src/index.ts": defines("HelloIf") } },
    "hello-impl": source(["hello-if"], implement("HelloIf", "hello-if")),
  });
  const { stdout } = runIn(tree.path("packages/app"), ["tree"], { FORCE_COLOR: "1" });
  expect(stdout).toContain("\u001b[32mhello-impl@1.0.0\u001b[39m");
  expect(stdout).toContain("gone\\u{1b}[2J 1.0.0\\u{1b}[2J \u001b[33m(not installed)\u001b[39m");
  expect(stdout).not.toContain("\u001b[2J");
  expect(run(tree, "app").stdout).not.toContain("\u001b");
});
