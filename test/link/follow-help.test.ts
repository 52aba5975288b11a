import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { readFromDisk } from "../../src/diagnostics/error.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { linkWithNearMisses } from "../../src/link/link-with-near-misses.ts";
import { Scanner } from "../../src/scan/scan.ts";
import { type Files, type Tree, writeTree } from "../tree.ts";

// What new users did wrong, what they were told, and that doing what it says makes it right.

const MACROS = "crate-interface/macro";
const main = (calls: string): string =>
  `import { call_interface } from "${MACROS}";\nimport { HelloIf } from "mall-if";\n${calls}\n`;
const implement = (members: string): string =>
  `import { impl_interface } from "${MACROS}";\nimport { HelloIf } from "mall-if";\n${members}\n`;

const APP = { name: "app", dependencies: { "mall-if": "*", "mall-impl": "*" } };
const MANIFEST = "packages/app/package.json";
const MAIN = "packages/app/src/main.ts";
const FILES: Files = {
  "package.json": { name: "workspace", workspaces: ["packages/*"] },
  [MANIFEST]: APP,
  [MAIN]: main("call_interface(HelloIf.hello());"),
  "packages/mall-if/package.json": { name: "mall-if", version: "1.0.0" },
  "packages/mall-if/index.ts":
    `import { def_interface } from "${MACROS}";\n` +
    "export const HelloIf = def_interface<{ hello(): void; bye(): void }>();\n",
  "packages/mall-impl/package.json": {
    name: "mall-impl",
    version: "1.0.0",
    dependencies: { "mall-if": "*" },
  },
  "packages/mall-impl/index.ts": implement("impl_interface(HelloIf, { hello() {}, bye() {} });"),
};
const LINKS = {
  "node_modules/mall-if": "packages/mall-if",
  "node_modules/mall-impl": "packages/mall-impl",
};

/** The workspace with some of its files changed. */
function changed(files: Files, links: Record<string, string> = LINKS): Tree {
  return writeTree({ ...FILES, ...files }, links);
}

interface Settings {
  conditions?: string[];
  exclude?: string[];
}

function problems(tree: Tree, { conditions = [], exclude = [] }: Settings = {}): Diagnostic[] {
  const scanner = new Scanner(tree.path("packages/app"), { cache: false, exclude });
  const options = { conditions, production: false };
  return linkWithNearMisses(scanner.scan(), options, scanner).diagnostics;
}

/** What is said, without the lines of sources. */
function said(tree: Tree, settings?: Settings): string {
  const options = { color: false, cwd: tree.dir, readSource: readFromDisk };
  return renderDiagnostics(problems(tree, settings), options)
    .split("\n")
    .filter((line) => !/^>? +\d* \| /.test(line) || line.includes("^"))
    .join("\n")
    .replace(/\n\n\d+ .*$/, "");
}

const selecting = (implementations: object, app: object = APP): Files => ({
  [MANIFEST]: { ...app, "crate-interface": { implementations } },
});

test("packages that are listed and not installed", () => {
  using tree = changed({}, {});
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2006]: no package defines an interface \`HelloIf\`
      --> packages/app/src/main.ts:3:24
        |                        ^^^^^ unknown interface
      note: \`mall-if@1.0.0\` defines \`HelloIf\`; \`app\` lists it, but it is not installed
      help: install the dependencies of app/package.json"
  `);
  tree.link("node_modules/mall-if", "packages/mall-if");
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2001]: no implementation of \`HelloIf\` is linked into \`app\`
      --> packages/app/src/main.ts:3:24
        |                        ^^^^^ called here
      ::: packages/mall-if/index.ts:2:14: defined here
        |              ^^^^^^^
      ::: packages/mall-impl/index.ts:3:16: implemented here
        |                ^^^^^^^
      note: \`mall-impl@1.0.0\` implements it, but it is not installed, although \`app\` lists it
      help: install the dependencies of app/package.json"
  `);
  tree.link("node_modules/mall-impl", "packages/mall-impl");
  expect(said(tree)).toBe("");
});

test("a listed package whose package.json is gone", () => {
  using tree = changed({});
  tree.remove("packages/mall-impl/package.json");
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2001]: no implementation of \`HelloIf\` is linked into \`app\`
      --> packages/app/src/main.ts:3:24
        |                        ^^^^^ called here
      ::: packages/mall-if/index.ts:2:14: defined here
        |              ^^^^^^^
      note: \`mall-impl\` is not installed, although \`app\` lists it
      help: install the dependencies of app/package.json
      help: implement it in \`app\` or in one of its dependencies: \`impl_interface(HelloIf, { hello() {}, bye() {} })\`"
  `);
});

test("a member is misspelt where no types are: the call is wrong, not the implementation", () => {
  using tree = changed({
    [MAIN]: main("call_interface(HelloIf.helllo());"),
    "packages/mall-if/index.ts":
      `import { def_interface } from "${MACROS}";\n` + "export const HelloIf = def_interface();\n",
  });
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2004]: \`HelloIf\` has no member \`helllo\`
      --> packages/app/src/main.ts:3:24
        |                        ^^^^^^ unknown member
      ::: packages/mall-impl/index.ts:3:16: implemented here
        |                ^^^^^^^
      ::: packages/mall-if/index.ts:2:14: defined here
        |              ^^^^^^^
      note: \`HelloIf\` declares no members that can be seen: those of its implementation count
      help: a similar member exists: \`hello\`
      help: or add \`helllo\` to the implementation"
  `);
  tree.write(MAIN, main("call_interface(HelloIf.hello());"));
  expect(said(tree)).toBe("");
});

test("a selection for the name alone of an interface with a namespace", () => {
  const mall = ', { namespace: "Mall" });';
  using tree = changed({
    ...selecting({ HelloIf: "mall-impl" }),
    [MAIN]: main('call_interface({ namespace: "Mall" }, HelloIf.hello());'),
    "packages/mall-if/index.ts": String(FILES["packages/mall-if/index.ts"]).replace(
      ">()",
      '>({ namespace: "Mall" })',
    ),
    "packages/mall-impl/index.ts": String(FILES["packages/mall-impl/index.ts"]).replace(");", mall),
  });
  expect(said(tree)).toMatchInlineSnapshot(`
    "warning[CI2009]: \`implementations\` selects for \`HelloIf\`, which no package defines
      --> packages/app/package.json:9:7
         |       ^^^^^^^^^^^^^^^^^^^^^^ no such interface
      help: a similar interface exists: \`Mall/HelloIf\`"
  `);
  tree.write(MANIFEST, selecting({ "Mall/HelloIf": "mall-impl" })[MANIFEST]!);
  expect(said(tree)).toBe("");
});

test("a selection of a package that is misspelt", () => {
  using tree = changed(selecting({ HelloIf: "mal-impl" }));
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2009]: \`mal-impl\` is selected for \`HelloIf\`, but \`app\` has no such dependency
      --> packages/app/package.json:9:7
         |       ^^^^^^^^^^^^^^^^^^^^^ selected here
      ::: packages/mall-if/index.ts:2:14: defined here
        |              ^^^^^^^
      ::: packages/mall-impl/index.ts:3:16: implemented here
        |                ^^^^^^^
      help: select \`mall-impl\`"
  `);
  tree.write(MANIFEST, selecting({ HelloIf: "mall-impl" })[MANIFEST]!);
  expect(said(tree)).toBe("");
});

test("a selection of a file that is not there", () => {
  using tree = changed(selecting({ HelloIf: { node: "./src/nope.ts" } }));
  expect(said(tree, { conditions: ["node"] })).toMatchInlineSnapshot(`
    "error[CI2009]: \`./src/nope.ts\` is selected for \`HelloIf\`, but no such file uses the macros
      --> packages/app/package.json:10:9
         |         ^^^^^^^^^^^^^^^^^^^^^^^ selected here
      ::: packages/mall-if/index.ts:2:14: defined here
        |              ^^^^^^^
      ::: packages/mall-impl/index.ts:3:16: implemented here
        |                ^^^^^^^
      note: a path is relative to package.json, and has the extension of the source file
      help: select \`mall-impl\`"
  `);
});

test("a selection for some conditions, and the build has others", () => {
  using tree = changed({
    ...selecting({ HelloIf: { node: "mall-impl" } }),
    "packages/app/src/own.ts": implement("impl_interface(HelloIf, { hello() {}, bye() {} });"),
  });
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2002]: \`HelloIf\` has 2 implementations
      --> packages/app/src/own.ts:3:16
        |                ^^^^^^^ first implemented here
      ::: packages/mall-impl/index.ts:3:16: also implemented here
        |                ^^^^^^^
      required by: app
      required by: app → mall-impl@1.0.0
      note: \`implementations\` of app/package.json selects only for \`node\`, which is not active
      help: add \`"default": "./src/own.ts"\` to what is selected for \`HelloIf\`"
  `);
  tree.write(
    MANIFEST,
    selecting({ HelloIf: { node: "mall-impl", default: "./src/own.ts" } })[MANIFEST]!,
  );
  expect(said(tree)).toBe("");
});

test("a class that leaves out a member", () => {
  const implementation = (body: string): string =>
    implement(`impl_interface(HelloIf, class { static hello() {} ${body}});`);
  using tree = changed({ "packages/mall-impl/index.ts": implementation("") });
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2003]: not all members of \`HelloIf\` are implemented, missing: \`bye\`
      --> packages/mall-impl/index.ts:3:16
        |                ^^^^^^^ missing \`bye\`
      ::: packages/mall-if/index.ts:2:55: \`bye\` declared here
        |                                                       ^^^
      help: add to the implementation \`bye() {}\`, or, if it is a class, \`static bye() {}\`"
  `);
  tree.write("packages/mall-impl/index.ts", implementation("static bye() {} "));
  expect(said(tree)).toBe("");
});

test("members that are no functions, in an object, in a class, and in what is yet to be written", () => {
  const definition = `import { def_interface } from "${MACROS}";
type Named = () => void;
export const HelloIf = def_interface<{
  hello(): void; bye: (to: string) => void; get level(): string; max: number; T: new () => object; named: Named;
}>();
`;
  const lacking = "hello() {}";
  using tree = changed({
    "packages/mall-if/index.ts": definition,
    "packages/mall-impl/index.ts": implement(`impl_interface(HelloIf, { ${lacking} });`),
  });
  const help = (): string[] => problems(tree).flatMap((problem) => problem.help);
  expect(help()).toEqual([
    "add to the implementation `bye() {}, level: …, max: …, T: …, named: …`, " +
      "or, if it is a class, `static bye() {} static level = …; static max = …; static T = …; static named = …;`",
  ]);
  const [, inObject, inClass] = /`(.+)`, .* `(.+)`/.exec(help()[0])!;
  const filled = (text: string): string => text.replaceAll("…", "class {}");
  tree.write(
    "packages/mall-impl/index.ts",
    implement(`impl_interface(HelloIf, { ${lacking}, ${filled(inObject)} });`),
  );
  expect(help()).toEqual([]);
  tree.write(
    "packages/mall-impl/index.ts",
    implement(`impl_interface(HelloIf, class { static ${lacking} ${filled(inClass)} });`),
  );
  expect(help()).toEqual([]);
  tree.write("packages/mall-impl/index.ts", "export {};\n");
  const [, statement] = /`(impl_interface.+)`/.exec(help()[0])!;
  expect(statement).toBe(
    "impl_interface(HelloIf, { hello() {}, bye() {}, level: …, max: …, T: …, named: … })",
  );
  tree.write("packages/mall-impl/index.ts", implement(filled(statement)));
  expect(help()).toEqual([]);
});

test("the name of a class is none of the interface's members", () => {
  using tree = changed({
    "packages/mall-impl/index.ts": implement(
      "impl_interface(HelloIf, class Hello { static hello() { this.name; } static bye() {} });",
    ),
  });
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2004]: \`HelloIf\` has no member \`name\`
      --> packages/mall-impl/index.ts:3:61
        |                                                             ^^^^ unknown member
      ::: packages/mall-if/index.ts:2:14: defined here
        |              ^^^^^^^
      note: \`this.name\` is a member of the interface, not the \`name\` of the class
      help: write the value itself instead of \`this.name\`
      help: declare \`name\` in \`HelloIf\`"
  `);
});

test("a barrel that renames the interface", () => {
  const barrel = "packages/mall-api/index.ts";
  const app = (name: string): string =>
    main(`call_interface(${name}.hello());`).replace(
      '{ HelloIf } from "mall-if"',
      `{ ${name} } from "mall-api"`,
    );
  using tree = changed(
    {
      [MANIFEST]: { name: "app", dependencies: { "mall-api": "*", "mall-impl": "*" } },
      [MAIN]: app("GreetingIf"),
      "packages/mall-api/package.json": {
        name: "mall-api",
        version: "1.0.0",
        dependencies: { "mall-if": "*" },
      },
      [barrel]: 'export { HelloIf as GreetingIf } from "mall-if";\n',
    },
    { ...LINKS, "node_modules/mall-api": "packages/mall-api" },
  );
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2006]: no package defines an interface \`GreetingIf\`
      --> packages/app/src/main.ts:3:27
        |                           ^^^^^ unknown interface
      note: renaming re-exports are not followed: the imported name counts
      help: if \`GreetingIf\` is another name for \`HelloIf\` of \`mall-if@1.0.0\`, export it under its own name"
  `);
  tree.write(barrel, 'export { HelloIf } from "mall-if";\n');
  tree.write(MAIN, app("HelloIf"));
  expect(said(tree)).toBe("");
});

test("an implementation for a condition that is not active", () => {
  using tree = changed({
    "packages/mall-impl/index.ts": implement(
      'impl_interface(HelloIf, { hello() {}, bye() {} }, { conditions: ["browser"] });',
    ),
  });
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2001]: no implementation of \`HelloIf\` is linked into \`app\`
      --> packages/app/src/main.ts:3:24
        |                        ^^^^^ called here
      ::: packages/mall-if/index.ts:2:14: defined here
        |              ^^^^^^^
      ::: packages/mall-impl/index.ts:3:16: implemented here
        |                ^^^^^^^
      note: \`mall-impl@1.0.0\` implements it, but its condition \`browser\` is not active
      help: activate \`browser\` with the option \`conditions\` of the plugin, or with \`--conditions browser\` on the command line"
  `);
  expect(said(tree, { conditions: ["browser"] })).toBe("");
});

test("build output beside its source", () => {
  using tree = changed({
    "packages/app/lib/impl/own.js": implement("impl_interface(HelloIf, { hello() {}, bye() {} });"),
    "packages/app/src/impl/own.ts": implement("impl_interface(HelloIf, { hello() {}, bye() {} });"),
    [MANIFEST]: { name: "app", dependencies: { "mall-if": "*" } },
  });
  expect(said(tree)).toMatchInlineSnapshot(`
    "error[CI2002]: \`HelloIf\` has 2 implementations
      --> packages/app/lib/impl/own.js:3:16
        |                ^^^^^^^ first implemented here
      ::: packages/app/src/impl/own.ts:3:16: also implemented here
        |                ^^^^^^^
      required by: app
      help: if \`lib/impl/own.js\` is built from \`src/impl/own.ts\`, leave it out with the option \`exclude: ["lib/**"]\` of the plugin, and with \`--exclude "lib/**"\` on the command line
      help: choose one with \`"implementations": { "HelloIf": "./lib/impl/own.js" }\` under \`"crate-interface"\` in app/package.json; the others: \`./src/impl/own.ts\`"
  `);
  expect(said(tree, { exclude: ["lib/**"] })).toBe("");
});
