import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { type Tree, writeTree } from "../tree.ts";
import { byHand, linked } from "./twins.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const example = join(repository, "examples/babel-loader");

/** What is expected of the bundle of the example, however it comes about. */
const BUNDLE = { "main.js": `console.log("Hello, babel-loader 1!");` };

test("the bundle of the example is what importing the function by hand would give", () => {
  const project = copyExample();
  expect(build(project).status).toBe(0);
  expect(output(project)).toEqual(BUNDLE);
});

test("babel-plugin-macros does what the plugin does", () => {
  const project = copyExample();
  edit(project, "babel.config.js", `"crate-interface/babel"`, `"macros"`);
  expect(build(project).status).toBe(0);
  expect(output(project)).toEqual(BUNDLE);
});

test.each([`"crate-interface/babel"`, `"macros"`])(
  "beside the plugin of webpack, which links, the Babel plugin %s finds nothing left to expand",
  (plugin) => {
    const project = copyExample();
    edit(project, "babel.config.js", `"crate-interface/babel"`, plugin);
    addPlugin(project);
    expect(webpack(project).status).toBe(0);
    expect(output(project)).toEqual(BUNDLE);
  },
);

test("minified chunks are byte for byte those of importing the implementation", () => {
  using interfaces = linked();
  using imports = byHand();
  for (const tree of [interfaces, imports]) asProject(tree);
  expect(build(interfaces.path("packages/app")).status).toBe(0);
  expect(webpack(imports.path("packages/app")).status).toBe(0);
  const actual = output(interfaces.path("packages/app"));
  expect(actual).toEqual(output(imports.path("packages/app")));
  expect(
    Object.values(actual)
      .join("")
      .match(/implementation of \w+/g)
      ?.sort(),
  ).toEqual(["implementation of five", "implementation of two"]);
});

const MACRO_MISTAKE = `error[CI1009]: malformed \`call_interface\`: a member cannot be computed
  --> src/main.ts:5:36
  3 |
  4 | const bundler: string = "babel-loader";
> 5 | console.log(call_interface(HelloIf["hello"](bundler, 1)));
    |                                    ^^^^^^^
  help: write \`call_interface(HelloIf.hello(bundler, 1))\`

1 error; run \`crate-interface explain CI1009\` to read more
`;

test.each([`"crate-interface/babel"`, `"macros"`])(
  "%s: webpack prints what is wrong with a macro",
  (plugin) => {
    const project = copyExample();
    edit(project, "babel.config.js", `"crate-interface/babel"`, plugin);
    edit(project, "src/main.ts", "HelloIf.hello(", `HelloIf["hello"](`);
    expect(failure(project)).toBe(`ERROR in ./src/main.ts
Module build failed (from ../../node_modules/babel-loader/lib/index.js):
MacroError: <project>/src/main.ts: ${MACRO_MISTAKE}
webpack failed
`);
  },
);

test("the command that links prints what is wrong with a macro, before webpack runs", () => {
  const project = copyExample();
  edit(project, "src/main.ts", "HelloIf.hello(", `HelloIf["hello"](`);
  expect(build(project)).toEqual({ status: 1, stdout: MACRO_MISTAKE });
});

const LINK_MISTAKE = `error[CI2001]: no implementation of \`HelloIf\` is linked into \`babel-loader-example\`
  --> src/main.ts:5:36
  3 |
  4 | const bundler: string = "babel-loader";
> 5 | console.log(call_interface(HelloIf.hello(bundler, 1)));
    |                                    ^^^^^ called here
  ::: ../../examples/hello/packages/hello-if/src/index.ts:10:14: defined here
   9 |
> 10 | export const HelloIf = def_interface<HelloIf>({
     |              ^^^^^^^
  11 |   defaults: {
  note: \`hello\` has no default
  help: implement it in \`babel-loader-example\` or in one of its dependencies: \`impl_interface(HelloIf, { hello() {} })\`

1 error; run \`crate-interface explain CI2001\` to read more
`;

test("the command that links prints what cannot be linked, before webpack runs", () => {
  const project = copyExample();
  forgetImplementation(project);
  expect(build(project)).toEqual({ status: 1, stdout: LINK_MISTAKE });
});

test("webpack prints what its plugin cannot link", () => {
  const project = copyExample();
  addPlugin(project);
  forgetImplementation(project);
  expect(failure(project)).toBe(`ERROR in ${LINK_MISTAKE}
webpack failed
`);
});

/** A copy of the example, in a folder where the packages of the workspace are installed. */
function copyExample(): string {
  const tree = writeTree({});
  onTestFinished(() => tree.cleanup());
  for (const entry of ["package.json", "babel.config.js", "webpack.config.js", "src"]) {
    cpSync(join(example, entry), tree.path(entry), { recursive: true });
  }
  return tree.dir;
}

/** Makes a program on disk a project like the example. */
function asProject(tree: Tree): void {
  for (const entry of ["babel.config.js", "webpack.config.js"]) {
    tree.write(`packages/app/${entry}`, readFileSync(join(example, entry), "utf8"));
  }
}

/** Replaces what must be there. */
function edit(project: string, file: string, old: string, replacement: string): void {
  const text = readFileSync(join(project, file), "utf8");
  expect(text).toContain(old);
  writeFileSync(join(project, file), text.replaceAll(old, replacement));
}

/** Adds the plugin of webpack, as a user would who wants no command before the build. */
function addPlugin(project: string): void {
  edit(
    project,
    "webpack.config.js",
    "export default {",
    `import crateInterface from "crate-interface/webpack";
     export default {
       plugins: [crateInterface()],`,
  );
}

/** The package that implements the interface is no longer a dependency. */
function forgetImplementation(project: string): void {
  edit(project, "package.json", `,\n    "hello-impl": "*"`, "");
}

interface Run {
  status: number | null;
  stdout: string;
}

/** `npm run build` of the example. */
function build(project: string): Run {
  const linking = run(project, join(repository, "bin/crate-interface.js"), [
    "link",
    "--out-dir",
    ".crate-interface",
  ]);
  return linking.status === 0 ? webpack(project) : linking;
}

function webpack(project: string): Run {
  return run(project, join(repository, "node_modules/webpack/bin/webpack.js"), []);
}

/** What webpack prints from its first error on, without the time that it took. */
function failure(project: string): string {
  const { status, stdout } = webpack(project);
  expect(status).toBe(1);
  return stdout
    .slice(stdout.indexOf("ERROR in"))
    .replace(/webpack .* in \d+ ms\n$/, "webpack failed\n")
    .replaceAll(project, "<project>");
}

/** Runs a command as in a user's terminal, without colours. */
function run(cwd: string, command: string, args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env.PATH, NO_COLOR: "1" },
  });
  expect(stderr).toBe("");
  return { status, stdout };
}

/** The files that a build wrote. */
function output(project: string): Record<string, string> {
  const dist = join(project, "dist");
  return Object.fromEntries(
    readdirSync(dist).map((name) => [name, readFileSync(join(dist, name), "utf8")]),
  );
}
