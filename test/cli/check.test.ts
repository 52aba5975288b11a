import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type PackageSource, workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";
import { runIn } from "./command.ts";
import { calls, defines, facade, implement, source } from "./facade-tree.ts";

const call = (name: string, from: string): string =>
  `import { call_interface } from "crate-interface/macro";
import { ${name} } from "${from}";
console.log(call_interface(${name}.say()));
`;

const helloIf: PackageSource = { files: { "src/index.ts": defines("HelloIf") } };
const helloImpl: PackageSource = {
  dependencies: ["hello-if"],
  files: { "src/index.ts": implement("HelloIf", "hello-if") },
};
const app: PackageSource = {
  dependencies: ["hello-if", "hello-impl"],
  files: { "src/main.ts": call("HelloIf", "hello-if") },
};

const check = (tree: Tree, dir: string, ...args: string[]) =>
  runIn(tree.path(dir), ["check", ...args]);

test("in the root of a workspace, its applications are checked, one section each", () => {
  using tree = workspace({
    "hello-if": helloIf,
    "hello-impl": helloImpl,
    app,
    broken: { ...app, dependencies: ["hello-if"] },
    plain: { files: { "src/main.ts": "" } },
  });
  const { status, stdout } = check(tree, ".");
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^app packages\/app\n\n✓ HelloIf → hello-impl packages\/hello-impl\/src\/index.ts\n\napp: 1 interface\n\nbroken packages\/broken\n\n✗ HelloIf → not linked\n\nbroken: 1 interface\n\nerror\[CI2001\]: /,
  );
  expect(stdout).toContain("--> packages/broken/src/main.ts:3:36");
  expect(stdout).not.toContain("packages/plain");
  expect(stdout).toMatch(/\n\n✗ 1 of 2 packages fail: broken\n$/);

  const reports = JSON.parse(check(tree, ".", "--json").stdout);
  expect(reports).toMatchObject([
    { root: "app", interfaces: [{ interface: "HelloIf" }], diagnostics: [] },
    { root: "broken", diagnostics: [{ code: "CI2001" }] },
  ]);
  expect(JSON.parse(check(tree, "packages/app", "--json").stdout)).toEqual({
    ...reports[0],
    interfaces: [
      {
        ...reports[0].interfaces[0],
        file: "../hello-impl/src/index.ts",
        members: [{ ...reports[0].interfaces[0].members[0], file: "../hello-impl/src/index.ts" }],
      },
    ],
  });

  tree.remove("packages/broken");
  expect(check(tree, ".")).toMatchObject({ status: 0, stderr: "" });
  // A list and a heading also for the only one: what reads it need not ask how many there are.
  expect(JSON.parse(check(tree, ".", "--json").stdout)).toMatchObject([
    { root: "app", interfaces: [{ id: "hello-if@1.0.0#HelloIf" }] },
  ]);
  const trees = runIn(tree.dir, ["tree", "--json"]).stdout;
  expect(JSON.parse(trees)).toMatchObject([{ before: { name: "app" }, diagnostics: [] }]);
  expect(runIn(tree.dir, ["tree"]).stdout).toMatch(/^app packages\/app\n\nBefore linking\n/);
});

test("an application stays one where another package lists it for its tests, and that is none", () => {
  using tree = workspace({
    "hello-if": helloIf,
    app: { ...app, dependencies: ["hello-if"] },
    "app-e2e": { devDependencies: ["app"], files: {} },
  });
  const { status, stdout } = check(tree, ".");
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^app packages\/app\n\n✗ HelloIf → not linked\n\napp: 1 interface\n\nerror\[/,
  );
  expect(stdout).not.toContain("app-e2e packages");
  expect(check(tree, "packages/app").status).toBe(1);
});

const ROOT = { name: "workspace", private: true, workspaces: ["packages/*"] };

/** What the sections of a check are called, by package and folder. */
const headings = (stdout: string): string[] => stdout.match(/^\S+ (?:\.|packages\/).*$/gm) ?? [];

test("what the root of a workspace says or lists itself hides none of its applications", () => {
  using tree = workspace({
    "hello-if": helloIf,
    "hello-impl": helloImpl,
    app,
    broken: { ...app, dependencies: ["hello-if"] },
  });
  const implementations = { HelloIf: "hello-impl" };
  tree.write("package.json", { ...ROOT, "crate-interface": { implementations } });
  const selecting = check(tree, ".");
  expect(selecting.status).toBe(1);
  expect(headings(selecting.stdout)).toEqual([
    "workspace .",
    "app packages/app",
    "broken packages/broken",
  ]);
  expect(selecting.stdout).toContain(
    "warning[CI2009]: `implementations` selects for `HelloIf`, but `workspace` reaches no interfaces\n",
  );
  expect(selecting.stdout).toContain(
    "  help: move it to the package.json of the program that it is for\n",
  );
  expect(selecting.stdout).toContain("error[CI2001]");

  tree.write("package.json", { ...ROOT, devDependencies: { "hello-impl": "*" } });
  const listing = check(tree, ".");
  expect(listing.status).toBe(1);
  expect(headings(listing.stdout)).toEqual(["app packages/app", "broken packages/broken"]);
});

test("a root that has no macros itself is a program by what it depends on", () => {
  using tree = workspace({
    log: facade("Log"),
    "log-a": { ...source(["log"], implement("Log", "log")), manifest: LOGGER },
    "log-b": { ...source(["log"], implement("Log", "log")), manifest: LOGGER },
    lib: source(["log"], calls("Log", "log")),
  });
  tree.write("src/main.ts", `import "lib";`);
  tree.write("package.json", { ...ROOT, dependencies: { log: "*", "log-a": "*", lib: "*" } });
  const { status, stdout } = check(tree, ".");
  expect(status).toBe(0);
  expect(headings(stdout)).toEqual(["workspace .", "log-b packages/log-b, a library"]);
  expect(stdout).toContain("✓ Log → log-a packages/log-a/src/index.ts");
  expect(runIn(tree.dir, ["link", "--out-dir", "linked"])).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(tree.path("linked/link/Log.js"), "utf8")).toContain(
    "packages/log-a/src/index.ts",
  );

  const both = { log: "*", "log-a": "*", "log-b": "*", lib: "*" };
  tree.write("package.json", { ...ROOT, dependencies: both });
  const ambiguous = check(tree, ".");
  expect(ambiguous.status).toBe(1);
  expect(ambiguous.stdout).toContain("error[CI2002]");
});

test("a root with source of its own is checked besides, but not what it depends on", () => {
  using tree = workspace({
    "hello-if": helloIf,
    "hello-impl": helloImpl,
    broken: { ...app, dependencies: ["hello-if"] },
    lib: { ...app, dependencies: ["hello-if"] },
  });
  const dependencies = { "hello-if": "*", "hello-impl": "*", lib: "*" };
  tree.write("package.json", { ...ROOT, dependencies });
  tree.write("src/main.ts", call("HelloIf", "hello"));
  const { status, stdout } = check(tree, ".");
  expect(status).toBe(1);
  expect(headings(stdout)).toEqual(["workspace .", "broken packages/broken"]);
  expect(stdout).toContain("✓ HelloIf → hello-impl packages/hello-impl/src/index.ts");
  // It is the one that other commands are about.
  expect(runIn(tree.dir, ["graph"])).toMatchObject({ status: 0, stderr: "" });
});

test("libraries that no application uses are checked as such, and are none", () => {
  using tree = workspace({
    log: facade("Log"),
    "log-a": { ...source(["log"], implement("Log", "log")), manifest: LOGGER },
    "log-b": { ...source(["log"], implement("Log", "log")), manifest: LOGGER },
    app: source(["log", "log-a"], calls("Log", "log")),
  });
  const { status, stdout } = check(tree, ".");
  expect(status).toBe(0);
  expect(headings(stdout)).toEqual(["app packages/app", "log-b packages/log-b, a library"]);
  expect(stdout).toMatch(/\n\n✓ 2 packages pass\n$/);
  expect(runIn(tree.dir, ["graph"])).toMatchObject({ status: 0, stderr: "" });
});

const LOGGER = { "crate-interface": { facadeImpl: "log" } };

test("an application that another one contains is checked as one", () => {
  using tree = workspace({
    log: facade("Log"),
    rng: facade("Rng"),
    "log-a": { ...source(["log"], implement("Log", "log")), manifest: LOGGER },
    inner: {
      dependencies: ["log", "rng", "log-a"],
      manifest: { private: true },
      files: { "src/index.ts": calls("Log", "log"), "src/rng.ts": calls("Rng", "rng") },
    },
    outer: source(["inner", "log-a"], ""),
  });
  const { status, stdout } = check(tree, ".");
  expect(status).toBe(1);
  expect(headings(stdout)).toEqual(["inner packages/inner", "outer packages/outer"]);
  expect(stdout).toContain("error[CI2001]: no implementation of `Rng` is linked into `inner`");
  expect(check(tree, "packages/inner").status).toBe(1);
});

test("where there are no macros at all, it says so; where there are, it does not", () => {
  using tree = workspace({ plain: { files: {} }, app: { files: {} } });
  expect(check(tree, ".").stdout).toBe(
    "workspace: 0 interfaces; nothing that it reaches imports crate-interface/macro\n",
  );
  tree.write("packages/app/src/main.ts", call("HelloIf", "gone"));
  const { status, stdout } = check(tree, "packages/app");
  expect(status).toBe(1);
  expect(stdout).toContain("app: 0 interfaces\n\nerror[CI2006]: ");
});

test("what is not installed cannot be checked, and that is no success", () => {
  using tree = workspace({
    app: {
      dependencies: ["gone-a", "gone-b"],
      files: {},
      manifest: { optionalDependencies: { "gone-c": "*" } },
    },
    plain: { files: { "src/main.ts": "" } },
  });
  const text =
    "✗ app: 0 interfaces; none of its 2 dependencies is installed: gone-a, gone-b; install them\n";
  expect(check(tree, "packages/app")).toEqual({ status: 1, stderr: "", stdout: text });
  // An application that is not installed may have interfaces.
  expect(check(tree, ".")).toMatchObject({ status: 1, stdout: `app packages/app\n\n${text}` });
  expect(JSON.parse(check(tree, "packages/app", "--json").stdout)).toEqual({
    root: "app",
    notInstalled: ["gone-a", "gone-b"],
    interfaces: [],
    diagnostics: [],
  });
  tree.write("node_modules/gone-b/package.json", { name: "gone-b" });
  expect(check(tree, "packages/app")).toEqual({
    status: 0,
    stderr: "",
    stdout:
      "app: 0 interfaces; nothing that it reaches imports crate-interface/macro, and 1 of its 2 dependencies is not installed: gone-a; install it\n",
  });
});

test("dependencies that are none are said to be none, in packages that are developed here", () => {
  using tree = workspace({
    "hello-if": helloIf,
    app: { ...app, manifest: { dependencies: ["hello-if"], devDependencies: { "hello-if": {} } } },
  });
  const { status, stdout } = check(tree, "packages/app");
  expect(status).toBe(1);
  expect(stdout).toContain("error[CI3006]: `dependencies` must be an object of names and ranges");
  expect(stdout).toContain("error[CI3006]: `devDependencies.hello-if` must be a range");
  expect(stdout).toContain('help: write `"hello-if": "*"`, or the range that you need');

  tree.write("packages/app/package.json", {
    name: "app",
    dependencies: { "hello-if": "*", old: "*", "//": ["a comment"] },
    peerDependencies: [],
  });
  tree.write("node_modules/old/package.json", { name: "old", dependencies: ["odd"] });
  expect(check(tree, "packages/app").stdout).not.toContain("CI3006");
});

test("a library leaves implementations to its users", () => {
  using tree = workspace({
    library: {
      manifest: { "crate-interface": { symbols: "./dist/crate-interface.json" } },
      files: {
        "src/index.ts": defines("HelloIf"),
        "src/call.ts": call("HelloIf", "./index.ts"),
      },
    },
  });
  expect(check(tree, "packages/library")).toEqual({
    status: 0,
    stderr: "",
    stdout: "· HelloIf → left to the users of library\n\nlibrary: 1 interface\n",
  });
  tree.write("packages/library/src/wrong.ts", call("HiIf", "./index.ts"));
  expect(check(tree, "packages/library").stdout).toContain("error[CI2006]: ");
});

test("a package that is linked from source, and whose name leads to its output", () => {
  const exports = (target: unknown): PackageSource => ({
    ...helloImpl,
    manifest: { exports: target },
    files: { ...helloImpl.files, "dist/index.js": "export {};\n" },
  });
  using tree = workspace({
    "hello-if": helloIf,
    "hello-impl": exports({ development: "./src/index.ts", default: "./dist/index.js" }),
    app,
  });
  const { status, stdout } = check(tree, "packages/app");
  expect(status).toBe(0);
  expect(stdout).toContain(
    'warning[CI2015]: `hello-impl` is linked from `src/index.ts`, but `import "hello-impl"` gives `dist/index.js`',
  );
  expect(stdout).toContain("--> ../hello-impl/src/index.ts:3:16");
  expect(stdout).toContain(
    "help: let `exports` of hello-impl/package.json lead to the source, and set those to publish under `publishConfig`",
  );
  expect(check(tree, "packages/app", "--conditions", "development").stdout).not.toContain("CI2015");
  // The package itself is what is being built: nobody imports it.
  expect(check(tree, "packages/hello-impl").stdout).not.toContain("CI2015");
});

test("a name that leads to source, or nowhere, is fine", () => {
  using tree = workspace({ "hello-if": helloIf, "hello-impl": helloImpl, app });
  expect(check(tree, "packages/app").stdout).not.toContain("CI2015");
  tree.write("packages/hello-impl/package.json", {
    name: "hello-impl",
    exports: "./dist/index.js",
    dependencies: { "hello-if": "*" },
  });
  expect(check(tree, "packages/app").stdout).not.toContain("CI2015");
});

test("--exclude and --include say what is scanned, repeated or with commas", () => {
  using tree = workspace({
    "hello-if": helloIf,
    "hello-impl": {
      ...helloImpl,
      files: {
        ...helloImpl.files,
        "lib/index.js": implement("HelloIf", "hello-if"),
        "old/index.js": implement("HelloIf", "hello-if"),
        "test/index.ts": implement("HelloIf", "hello-if"),
      },
    },
    app,
  });
  const run = (...args: string[]) => check(tree, "packages/app", ...args);
  expect(run().stdout).toContain("`HelloIf` has 3 implementations");
  expect(run("--exclude", "lib/**", "--exclude", "old/**").status).toBe(0);
  expect(run("--exclude", "lib/**,old/**").status).toBe(0);
  expect(run("--exclude", "{lib,old}/**").status).toBe(0);
  expect(run("--exclude", "{lib,old}/**", "--include", "test/**").stdout).toContain(
    "`HelloIf` has 2 implementations",
  );
});

test("what tsc compiles into a package is not an implementation besides its source", () => {
  using tree = workspace({
    "hello-if": helloIf,
    "hello-impl": {
      ...helloImpl,
      files: {
        ...helloImpl.files,
        "tsconfig.json": '{ "compilerOptions": { "outDir": "./lib" } }',
        "lib/index.js": implement("HelloIf", "hello-if"),
      },
    },
    app,
  });
  expect(check(tree, "packages/app").status).toBe(0);
});

test("an implementation that package.json names is read also from a test folder", () => {
  using tree = workspace({
    "hello-if": helloIf,
    app: {
      dependencies: ["hello-if"],
      manifest: { "crate-interface": { implementations: { HelloIf: "./test/mock.ts" } } },
      files: { ...app.files, "test/mock.ts": implement("HelloIf", "hello-if") },
    },
  });
  expect(check(tree, "packages/app", "--exclude", "test/**").stdout).toBe(
    "✓ HelloIf → app test/mock.ts\n\napp: 1 interface\n",
  );
});
