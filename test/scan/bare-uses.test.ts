import { describe, expect, test } from "vitest";
import { check } from "../../src/cli/check.ts";
import { readSettings } from "../../src/cli/settings.ts";
import { findBareUses } from "../../src/scan/bare-uses.ts";
import { ModuleGraph } from "../../src/scan/module-graph.ts";
import { scan } from "../../src/scan/scan.ts";
import { position } from "../fixture.ts";
import { type Files, writeTree } from "../tree.ts";

const DEFINE = 'import { def_interface } from "crate-interface/macro";\n';

/** An application whose `src` holds the files, and what it depends on. */
function bareUses(files: Files): string[] {
  using tree = writeTree(
    {
      "app/package.json": { name: "app", dependencies: { "hello-if": "1.0.0", other: "1.0.0" } },
      "app/src/own.ts": `${DEFINE}export const OwnIf = def_interface({ namespace: "Own" });`,
      "hello-if/package.json": { name: "hello-if", exports: { "./*": "./dist/*.js" } },
      "hello-if/src/index.ts": `${DEFINE}export const HelloIf = def_interface();`,
      "other/package.json": { name: "other", exports: "./index.js" },
      "other/index.js": "export const HelloIf = {};\nexport const OwnIf = {};",
      ...files,
    },
    { "app/node_modules/hello-if": "hello-if", "app/node_modules/other": "other" },
  );
  const graph = scan(tree.path("app"), { cache: false });
  return findBareUses(graph, new ModuleGraph([])).map(({ code, labels, help }) => {
    const { span } = labels[0]!;
    const name = span.file.slice(`${tree.dir}/app/`.length);
    return `${code} ${name} ${position(String(files[`app/${name}`]), span.start)}: ${help[0]}`;
  });
}

test("`crate-interface check` says so", () => {
  using tree = writeTree({
    "package.json": { name: "app" },
    "src/own.ts": `${DEFINE}export const OwnIf = def_interface();`,
    "src/main.ts": 'import { OwnIf } from "./own.js";\nOwnIf.hello();',
  });
  const { stdout, exitCode } = check(readSettings({ cwd: tree.dir, color: false }));
  expect(stdout).toContain("error[CI1013]: `OwnIf.hello` is reached without a macro");
  expect(exitCode).toBe(1);
});

describe("a file without macros that reaches a member", () => {
  test("of an interface of another package, whatever its exports lead to", () => {
    const main = `import { HelloIf as H } from "hello-if";
H.hello("world");
export const f = H.hello;`;
    expect(bareUses({ "app/src/main.ts": main })).toEqual([
      'CI1013 src/main.ts 2:1: write `call_interface(H.hello("world"))`',
      "CI1013 src/main.ts 3:18: write `use_interface(H.hello)`",
    ]);
  });

  test("through a namespace import, a subpath, and in a component", () => {
    const code = 'import * as api from "hello-if/index";\napi.HelloIf.hello();\napi.other.hello();';
    const files = { "app/src/a.ts": code, "app/src/b.vue": `<script>\n${code}\n</script>` };
    expect(bareUses(files)).toEqual([
      "CI1013 src/a.ts 2:1: write `call_interface(api.HelloIf.hello())`",
      "CI1013 src/b.vue 3:1: write `call_interface(api.HelloIf.hello())`",
    ]);
  });

  test("in the markup of a component", () => {
    const component = `<script>
import { HelloIf } from "hello-if";
</script>
<p title={HelloIf.hello("world")}>HelloIf.hello is text, {HelloIf.interface}</p>`;
    expect(bareUses({ "app/src/A.svelte": component })).toEqual([
      "CI1013 src/A.svelte 4:11: write in the script: `const hello = use_interface(HelloIf.hello)`, and use `hello` here",
    ]);
  });

  test("of an interface of its own package, through barrels that import each other", () => {
    const files = {
      "app/src/main.ts": 'import { OwnIf } from "./a.js";\nOwnIf.hello();',
      "app/src/a.ts": 'export * from "./b.js";\nexport * from "hello-if/index";',
      "app/src/b.ts": 'export * from "./a.js";\nexport { OwnIf } from "./own.js";',
    };
    expect(bareUses(files)).toEqual([
      'CI1013 src/main.ts 2:1: write `call_interface({ namespace: "Own" }, OwnIf.hello())`',
    ]);
  });

  test("of an interface whose name is no ASCII, or has a dollar sign", () => {
    const files = {
      "hello-if/src/index.ts": `${DEFINE}export const $Größe = def_interface();`,
      "app/src/main.ts": 'import { $Größe } from "hello-if";\n$Größe.hello();',
    };
    expect(bareUses(files)).toEqual([
      "CI1013 src/main.ts 2:1: write `call_interface($Größe.hello())`",
    ]);
  });

  test("although another interface of the file is in a macro", () => {
    const main = `import { call_interface } from "crate-interface/macro";
import * as api from "hello-if";
import { OwnIf } from "./own.js";
call_interface({ namespace: "Own" }, OwnIf.hello());
api.HelloIf.hello();`;
    expect(bareUses({ "app/src/main.ts": main })).toEqual([
      "CI1013 src/main.ts 5:1: write `call_interface(api.HelloIf.hello())`",
    ]);
  });
});

describe("nothing is said of", () => {
  test.each([
    ["another export of that name", 'import { HelloIf, OwnIf } from "other";\nHelloIf.a(OwnIf.b);'],
    ["a local of that name", "const HelloIf = { hello() {} };\nHelloIf.hello();"],
    ["another file of the package", 'import { OwnIf } from "./local.js";\nOwnIf.hello();'],
    [
      "its property and its types",
      'import { HelloIf } from "hello-if";\nHelloIf.interface; type T = typeof HelloIf.hello;',
    ],
    ["a type-only import", 'import type { HelloIf } from "hello-if";\nHelloIf.hello();'],
    ["a file that cannot be parsed", 'import { HelloIf } from "hello-if";\nHelloIf.hello(;'],
    ["a source that leads nowhere", 'import { OwnIf } from "./missing.js";\nOwnIf.hello();'],
  ])("%s", (_, main) => {
    const local = "export const OwnIf = { hello() {} };";
    expect(bareUses({ "app/src/main.ts": main, "app/src/local.ts": local })).toEqual([]);
  });

  test("a use that its own file's macros already make an error", () => {
    const main = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
call_interface(HelloIf.hello());
HelloIf.hello();`;
    expect(bareUses({ "app/src/main.ts": main })).toEqual([]);
  });
});
