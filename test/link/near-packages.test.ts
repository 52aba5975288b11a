import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { areLeftToUsers } from "../../src/cli/library.ts";
import { linkProgram } from "../../src/cli/program.ts";
import { readSettings } from "../../src/cli/settings.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { readFromDisk } from "../../src/diagnostics/error.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import esbuildPlugin from "../../src/integrations/esbuild.ts";
import { linkWithNearMisses } from "../../src/link/link-with-near-misses.ts";
import { Scanner } from "../../src/scan/scan.ts";
import { type Files, type Tree, writeTree } from "../tree.ts";

// What people forget most: the package is in the workspace, and nothing depends on it.

// Names that the examples of this repository do not have, in whose `node_modules` the trees are.
const HELLO: Files = {
  "packages/app/package.json": {
    name: "app",
    type: "module",
    dependencies: { "mall-if": "workspace:*" },
  },
  "packages/app/main.ts":
    'import { call_interface } from "crate-interface/macro";\n' +
    'import { HelloIf } from "mall-if";\n' +
    'console.log(call_interface(HelloIf.hello("you")));\n',
  "packages/mall-if/package.json": { name: "mall-if", version: "1.0.0" },
  "packages/mall-if/index.ts":
    'import { def_interface } from "crate-interface/macro";\n' +
    "export const HelloIf = def_interface<{ hello(name: string): string }>();\n",
  ...implementation("mall-impl"),
};

/** A package that implements `HelloIf` of another. */
function implementation(name: string, of = "mall-if"): Files {
  return {
    [`packages/${name}/package.json`]: {
      name,
      version: "1.0.0",
      dependencies: { [of]: "workspace:*" },
    },
    [`packages/${name}/index.ts`]:
      'import { impl_interface } from "crate-interface/macro";\n' +
      `import { HelloIf } from "${of}";\n` +
      "impl_interface(HelloIf, { hello: (name) => name });\n",
  };
}

/** npm and Yarn: one `node_modules` for all. */
const NPM: Files = { "package.json": { name: "root", workspaces: ["packages/*"] } };
const NPM_LINKS = {
  "node_modules/mall-if": "packages/mall-if",
  "node_modules/mall-impl": "packages/mall-impl",
};

/** pnpm: packages have what they list, and nothing else. */
const PNPM: Files = { "pnpm-workspace.yaml": "packages:\n  - packages/*\n" };
const PNPM_LINKS = {
  "packages/app/node_modules/mall-if": "packages/mall-if",
  "packages/mall-impl/node_modules/mall-if": "packages/mall-if",
};

function problems(tree: Tree): Diagnostic[] {
  const scanner = new Scanner(tree.path("packages/app"), { cache: false });
  const options = { conditions: [], production: true };
  const { diagnostics } = linkWithNearMisses(scanner.scan(), options, scanner);
  return [...diagnostics];
}

function message(tree: Tree): string {
  const options = { color: false, cwd: tree.dir, readSource: readFromDisk };
  return renderDiagnostics(problems(tree), options);
}

const FORGOTTEN = `error[CI2001]: no implementation of \`HelloIf\` is linked into \`app\`
  --> packages/app/main.ts:3:36
  1 | import { call_interface } from "crate-interface/macro";
  2 | import { HelloIf } from "mall-if";
> 3 | console.log(call_interface(HelloIf.hello("you")));
    |                                    ^^^^^ called here
  ::: packages/mall-if/index.ts:2:14: defined here
  1 | import { def_interface } from "crate-interface/macro";
> 2 | export const HelloIf = def_interface<{ hello(name: string): string }>();
    |              ^^^^^^^
  ::: packages/mall-impl/index.ts:3:16: implemented here
  2 | import { HelloIf } from "mall-if";
> 3 | impl_interface(HelloIf, { hello: (name) => name });
    |                ^^^^^^^
  note: \`mall-impl@1.0.0\` implements it, but \`app\` does not depend on it
  help: add \`mall-impl\` to the dependencies of app/package.json

1 error; run \`crate-interface explain CI2001\` to read more`;

/** Does what a help of the form "add `a` to the dependencies of app/package.json" says. */
function follow(help: string, tree: Tree): void {
  const [, name, folder] = /^add `(.+)` to the dependencies of (.+)\/package\.json$/.exec(help)!;
  const manifest = `packages/${folder}/package.json`;
  const json = JSON.parse(readFromDisk(tree.path(manifest))!);
  json.dependencies[name] = "workspace:*";
  tree.write(manifest, json);
}

describe("the implementation is in the workspace, and not in the dependencies", () => {
  test("npm: the error says so, and its help fixes it", () => {
    using tree = writeTree({ ...HELLO, ...NPM }, NPM_LINKS);
    expect(message(tree)).toBe(FORGOTTEN);
    follow(problems(tree)[0].help[0], tree);
    expect(problems(tree)).toEqual([]);
  });

  test("pnpm: the same, and what is listed has to be installed", () => {
    using tree = writeTree({ ...HELLO, ...PNPM }, PNPM_LINKS);
    expect(message(tree)).toBe(FORGOTTEN);
    follow(problems(tree)[0].help[0], tree);
    expect(problems(tree)).toMatchObject([
      {
        code: "CI2001",
        notes: [
          "`mall-impl@1.0.0` implements it, but it is not installed, although `app` lists it",
        ],
        help: ["install the dependencies of app/package.json"],
      },
    ]);
    tree.link("packages/app/node_modules/mall-impl", "packages/mall-impl");
    expect(problems(tree)).toEqual([]);
  });

  test("a bundler says the same", async () => {
    using tree = writeTree({ ...HELLO, ...NPM }, NPM_LINKS);
    const bundled = build({
      absWorkingDir: tree.path("packages/app"),
      entryPoints: [tree.path("packages/app/main.ts")],
      write: false,
      bundle: true,
      logLevel: "silent",
      plugins: [esbuildPlugin()],
    });
    await expect(bundled).rejects.toThrow(
      "help: add `mall-impl` to the dependencies of app/package.json",
    );
  });

  test("of several, one is enough, and three are shown", () => {
    using tree = writeTree(
      {
        ...HELLO,
        ...implementation("a-impl"),
        ...implementation("other"),
        ...implementation("z-impl"),
        ...NPM,
      },
      NPM_LINKS,
    );
    const [problem] = problems(tree);
    expect(problem.notes).toEqual([
      "`a-impl@1.0.0` implements it, but `app` does not depend on it",
      "`mall-impl@1.0.0` implements it, but `app` does not depend on it",
      "`other@1.0.0` implements it, but `app` does not depend on it",
      "and 1 more",
    ]);
    expect(problem.help).toEqual([
      "add one of `a-impl`, `mall-impl`, `other` to the dependencies of app/package.json",
    ]);
  });

  test("one that is selected by name", () => {
    using tree = writeTree({ ...HELLO, ...implementation("other"), ...NPM }, NPM_LINKS);
    tree.write("packages/app/package.json", {
      name: "app",
      dependencies: { "mall-if": "*" },
      "crate-interface": { implementations: { HelloIf: "mall-impl" } },
    });
    const [problem] = problems(tree);
    expect(problem).toMatchObject({
      code: "CI2009",
      help: ["add `mall-impl` to the dependencies of app/package.json"],
    });
    expect(problem.labels.map(({ span }) => span.file)).not.toContain(
      tree.path("packages/other/index.ts"),
    );
    follow(problem.help[0], tree);
    expect(problems(tree)).toEqual([]);
  });
});

describe("what is no near miss", () => {
  const DEFAULT_HELP = [
    "implement it in `app` or in one of its dependencies: `impl_interface(HelloIf, { hello() {} })`",
  ];

  test("a package that depends on the one being built", () => {
    using tree = writeTree(
      { ...HELLO, ...NPM },
      { ...NPM_LINKS, "node_modules/app": "packages/app" },
    );
    tree.write("packages/mall-impl/package.json", {
      name: "mall-impl",
      dependencies: { app: "*", "mall-if": "*" },
    });
    expect(problems(tree)).toMatchObject([{ code: "CI2001", notes: [], help: DEFAULT_HELP }]);
  });

  test("one that implements another interface of that name", () => {
    using tree = writeTree(
      { ...HELLO, ...implementation("mall-impl", "other-if"), ...NPM },
      { ...NPM_LINKS, "node_modules/other-if": "packages/other-if" },
    );
    const definition = readFromDisk(tree.path("packages/mall-if/index.ts"));
    tree.write("packages/other-if/package.json", { name: "other-if" });
    tree.write("packages/other-if/index.ts", definition);
    // Its own as well: nothing is ambiguous, for none of this is in the build.
    tree.write("packages/own/package.json", { name: "own" });
    tree.write(
      "packages/own/index.ts",
      `${definition}import { impl_interface } from "crate-interface/macro";\n` +
        "impl_interface(HelloIf, { hello: (name) => name });\n",
    );
    expect(problems(tree)).toMatchObject([{ code: "CI2001", notes: [], help: DEFAULT_HELP }]);
  });

  test("one outside of the workspace", () => {
    using tree = writeTree(
      { ...HELLO, "package.json": { workspaces: ["packages/*", "!packages/mall-impl"] } },
      NPM_LINKS,
    );
    expect(problems(tree)).toMatchObject([{ code: "CI2001", notes: [], help: DEFAULT_HELP }]);
  });

  test("mistakes in such packages are nobody's here", () => {
    using tree = writeTree({ ...HELLO, ...NPM }, NPM_LINKS);
    tree.write("packages/broken/package.json", "{");
    tree.write("packages/broken/index.ts", 'import "crate-interface/macro"; nonsense(');
    tree.write(
      "packages/other/index.ts",
      'import { def_interface } from "crate-interface/macro"; const A = def_interface();',
    );
    tree.write("packages/other/package.json", { name: "other" });
    expect(message(tree)).toBe(FORGOTTEN);
  });
});

test("the definition is in the workspace, and not in the dependencies", () => {
  using tree = writeTree({ ...HELLO, ...NPM }, NPM_LINKS);
  tree.write("packages/app/package.json", { name: "app", dependencies: { "mall-impl": "*" } });
  tree.write("packages/mall-impl/package.json", { name: "mall-impl" });
  const [unknown] = problems(tree);
  expect(unknown).toMatchObject({
    code: "CI2006",
    headline: "no package defines an interface `HelloIf`",
    notes: ["`mall-if@1.0.0` defines `HelloIf`, but `app` does not depend on it"],
    help: ["add `mall-if` to the dependencies of app/package.json"],
  });
  follow(unknown.help[0], tree);
  expect(problems(tree)).toEqual([]);
});

test("a build in which nothing is missing looks at nothing beside it", () => {
  using tree = writeTree({ ...HELLO, ...NPM }, NPM_LINKS);
  follow(problems(tree)[0].help[0], tree);
  const graph = new Scanner(tree.path("packages/app"), { cache: false }).scan();
  const surroundings = {
    siblings: () => expect.fail("siblings were read"),
    leftOut: () => expect.fail("files were read that are left out"),
  };
  const options = { conditions: [], production: true };
  const { diagnostics } = linkWithNearMisses(graph, options, surroundings);
  expect(diagnostics).toEqual([]);
});

test("a library's check looks at nothing beside it for what its users choose", () => {
  using tree = writeTree({ ...HELLO, ...NPM }, NPM_LINKS);
  const { root, linkage } = linkProgram(
    tree.path("packages/app"),
    readSettings({ cwd: tree.dir }),
    areLeftToUsers,
  );
  expect(linkage.diagnostics.map(({ help }) => help.join())).toEqual([
    expect.stringContaining("mall-impl"),
  ]);
  tree.write("packages/shop/package.json", { name: "shop", dependencies: { app: "workspace:*" } });
  expect(areLeftToUsers(linkage.diagnostics, { root, linkage })).toBe(true);
  const library = linkProgram(root.dir, readSettings({ cwd: tree.dir }), areLeftToUsers);
  expect(library.linkage.diagnostics.map(({ code }) => code)).toEqual(["CI2001"]);
  expect(library.linkage.diagnostics[0].help.join()).not.toContain("mall-impl");
});

test("a sibling that changes is read again", () => {
  using tree = writeTree({ ...HELLO, ...NPM }, NPM_LINKS);
  const scanner = new Scanner(tree.path("packages/app"), { cache: false });
  const graph = scanner.scan();
  const implemented = () => scanner.siblings().flatMap(({ files }) => files).length;
  expect(implemented()).toBe(1);
  tree.write("packages/mall-impl/index.ts", "export {};");
  expect(implemented()).toBe(0);
  tree.write("packages/another/package.json", { name: "another" });
  expect(scanner.siblings().map(({ name }) => name)).toEqual(["another", "mall-impl"]);
  expect(scanner.scan()).toEqual(graph);
});
