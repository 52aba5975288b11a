import { describe, expect, test } from "vitest";
import { ModuleGraph } from "../../src/scan/module-graph.ts";
import { type Files, writeTree } from "../tree.ts";

/** Imports of `main.ts`: specifier to file, or `link` for a link module. */
function imports(
  code: string,
  files: Files = {},
  entry = "main.ts",
): Record<string, string | null> {
  using tree = writeTree({ "package.json": { name: "x" }, ...files, [entry]: code });
  const { imports: list } = new ModuleGraph(["node"]).module(tree.path(entry));
  return Object.fromEntries(
    list.map(({ specifier, file, link }) => [
      specifier,
      link ? `link ${link.namespace}/${link.name}` : (file?.replace(`${tree.dir}/`, "") ?? null),
    ]),
  );
}

/** What `main.ts` needs while it is evaluated, as `source name`, base classes with `extends`. */
function uses(code: string, entry = "main.ts"): string[] {
  using tree = writeTree({ [entry]: code });
  return new ModuleGraph([])
    .module(tree.path(entry))
    .evaluationUses.map(
      ({ name, source, heritage }) => `${source} ${heritage ? "extends " : ""}${name}`,
    );
}

const MACRO =
  'import { call_interface, use_interface, impl_interface } from "crate-interface/macro";\n';

describe("imports", () => {
  test("values in the order they are evaluated, each module once", () => {
    const files = { "a.ts": "", "b.tsx": "", "c/index.ts": "", "d.ts": "", "e.js": "" };
    const code = `import "./d.js";
import { a } from "./a";
export { b } from "./b.js";
export * from "./c";
export * as e from "./e.js";
import a2 from "./a";
a; a2;`;
    expect(Object.entries(imports(code, files))).toEqual([
      ["./d.js", "d.ts"],
      ["./a", "a.ts"],
      ["./b.js", "b.tsx"],
      ["./c", "c/index.ts"],
      ["./e.js", "e.js"],
    ]);
  });

  test("types are no imports, nor is what only types use", () => {
    const code = `import type { A } from "./a";
import { type B } from "./b";
import { C } from "./c";
import { unused } from "./d";
export type { E } from "./e";
export { type F } from "./f";
export type * from "./g";
const x: C = 1;`;
    expect(imports(code)).toEqual({});
    expect(imports('import { unused } from "./d";', {}, "main.js")).toEqual({ "./d": null });
  });

  test("built-in modules, missing modules, packages by condition, and paths of tsconfig", () => {
    const files = {
      "node_modules/p/package.json": { name: "p", exports: { browser: "./b.js", node: "./n.js" } },
      "node_modules/p/n.js": "",
      "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./src/*"] } } },
      "src/x.ts": "",
    };
    const code =
      'import "node:fs"; import "fs"; import "./gone"; import "p"; import "@/x"; import "./src/x?raw";';
    expect(imports(code, files)).toEqual({
      "node:fs": null,
      fs: null,
      "./gone": null,
      p: "node_modules/p/n.js",
      "@/x": "src/x.ts",
      "./src/x?raw": "src/x.ts",
    });
  });

  test("macros are link modules in their place, and interfaces are gone", () => {
    const code = `import "./first";
${MACRO}import { HelloIf } from "hello-if";
import { Both, value } from "both";
import "./last";
call_interface(HelloIf.hello());
call_interface(HelloIf.bye());
use_interface(Both);
call_interface({ namespace: "N" }, Both.a());
value;`;
    expect(Object.entries(imports(code))).toEqual([
      ["./first", null],
      ["crate-interface/link/HelloIf", "link null/HelloIf"],
      ["crate-interface/object/Both", "link null/Both"],
      ["crate-interface/link/N/Both", "link N/Both"],
      ["both", null],
      ["./last", null],
    ]);
  });

  test("a definition imports nothing, an implementation only what it uses", () => {
    const define =
      'import { def_interface } from "crate-interface/macro"; export const A = def_interface<{}>();';
    expect(imports(define)).toEqual({});
    const implement = `${MACRO}import { A, Base } from "lib"; impl_interface(A, { C: class extends Base {} });`;
    expect(imports(implement)).toEqual({ lib: null });
  });

  test("scripts of a component", () => {
    const code =
      '<script setup lang="ts">import A from "./a"; import B from "./b"; B();</script><template><A/></template>';
    expect(imports(code, { "a.ts": "", "b.ts": "" }, "main.vue")).toEqual({
      "./a": "a.ts",
      "./b": "b.ts",
    });
  });

  test("one script of a component uses what the other imports", () => {
    const code = `<script>${MACRO}import { If } from "if";</script><script setup>call_interface(If.now());</script>`;
    expect(imports(code, {}, "main.vue")).toEqual({ "crate-interface/link/If": "link null/If" });
  });

  test("a query is no part of a path, but a folder may have a `?` in its name", () => {
    const files = { "what?/a.ts": "", "what?/b.ts": "" };
    const code = 'import "./a.ts?raw"; import "./b.ts";';
    expect(imports(code, files, "what?/main.ts")).toEqual({
      "./a.ts?raw": "what?/a.ts",
      "./b.ts": "what?/b.ts",
    });
  });

  test("the files of a package are those of the scan", () => {
    using tree = writeTree({ "package.json": { name: "x" }, "a.ts": "", "b.ts": "" });
    expect(new ModuleGraph([], { exclude: ["a.ts"] }).files(tree.dir)).toEqual([tree.path("b.ts")]);
  });

  test("what cannot be read or parsed imports nothing", () => {
    expect(imports("import {")).toEqual({});
    expect(imports("", {}, "main.css")).toEqual({});
    expect(new ModuleGraph([]).module("/nowhere/a.ts").imports).toEqual([]);
  });
});

describe("what evaluation needs", () => {
  test.each([
    ["class X extends A {}", ["./a extends A"]],
    ["export const X = class extends mixin(A) {};", ["./a extends A"]],
    ["const x = A;", ["./a A"]],
    ["A();", ["./a A"]],
    ["export default A;", ["./a A"]],
    ["(() => { A(); })();", ["./a A"]],
    ["class X { static a = A; static { A(); } [A] = 1; }", ["./a A", "./a A", "./a A"]],
    ["if (true) { A(); }", ["./a A"]],
    ["const x = { A };", ["./a A"]],
    ["const x = () => A();", []],
    ["function f(x = A) { return class extends A {}; }", []],
    ["class X { a = A; m() { A(); } }", []],
    ["export { A };", []],
    ["const x: A = null as A; let y: typeof A;", []],
    ["function f(A) { A(); } { const A = 1; A; }", []],
    ["(function* () { A(); })();", []],
  ])("%s", (code, expected) => {
    expect(uses(`import { A } from "./a";\n${code}`)).toEqual(expected);
  });

  test("renamed, default and namespace imports", () => {
    const code =
      'import { A as B } from "./a"; import D from "./d"; import * as n from "./n"; B; D; n.X; n;';
    expect(uses(code)).toEqual(["./a A", "./d default", "./n X", "./n *"]);
  });

  test("macros: linked members where they stand, not interfaces", () => {
    const code = `${MACRO}import { If } from "if"; import { f, V } from "./f";
call_interface(If.now());
const x = use_interface(If.Base);
class Y extends use_interface(If.Other) {}
const later = () => call_interface(If.later());
export const { hello } = use_interface(If);
const { bye } = use_interface(If);
impl_interface(If, { f, m() { return V; }, v: V + 1 });`;
    expect(uses(code)).toEqual([
      "crate-interface/link/If now",
      "crate-interface/link/If Base",
      "crate-interface/link/If extends Other",
      "crate-interface/link/If bye",
      "./f V",
    ]);
  });

  test("a component's instance is evaluated later", () => {
    const code =
      '<script>import { A } from "./a"; A();</script><script setup>import { B } from "./b"; B();</script>';
    expect(uses(code, "main.vue")).toEqual(["./a A"]);
  });
});
