import { describe, expect, test } from "vitest";
import { createMemberReader } from "../../src/scan/members.ts";
import type { FileTable } from "../../src/scan/symbol-table.ts";
import { readTable } from "../../src/scan/table.ts";
import { type Files, writeTree } from "../tree.ts";

const IMPORT = 'import { def_interface } from "crate-interface/macro";\n';

/** The members of `If` in a definition `def_interface<If>()`, optional ones with `?`. */
function members(
  declarations: string,
  files: Files = {},
): { names: string[] | null; files: string[] } {
  using tree = writeTree(files);
  const code = `${IMPORT}${declarations}\nexport const X = def_interface<If>();`;
  const table = readTable(code, tree.path("index.ts"), createMemberReader()) as FileTable;
  expect(table.diagnostics).toEqual([]);
  const list = table.definitions[0].members;
  return {
    names: list ? list.map(({ name, optional }) => (optional ? `${name}?` : name)) : null,
    files: table.dependencies.map((file) => file.slice(tree.dir.length + 1)),
  };
}

describe("in the same file", () => {
  test.each([
    ["a type literal", "type If = { a(): void; b?(): void };", ["a", "b?"]],
    ["an interface", "interface If { a(): void }", ["a"]],
    ["an exported interface", "export interface If { a(): void }", ["a"]],
    [
      "properties",
      "interface If { readonly a: string; b?: () => void; C: new () => object }",
      ["a", "b?", "C"],
    ],
    [
      "keys that are no identifiers",
      "interface If { 'a-b'(): void; 1(): void; ['c']: 1 }",
      ["a-b", "1", "c"],
    ],
    ["overloads", "interface If { a(x: string): void; b(): void; a(x: number): void }", ["a", "b"]],
    ["accessors", "interface If { get a(): string; set a(x: string) }", ["a"]],
    ["merged declarations", "interface If { a(): void } interface If { b(): void }", ["a", "b"]],
    [
      "extends",
      "interface A { a(): void; b?(): void } interface If extends A { b(): void; c(): void }",
      ["a", "b", "c"],
    ],
    [
      "several bases",
      "type A = { a: 1 }; interface B { b: 1 } interface If extends A, B {}",
      ["a", "b"],
    ],
    [
      "intersections",
      "interface A { a?(): void; b?(): void } type If = A & ({ b(): void } & { c: 1 });",
      ["a?", "b", "c"],
    ],
    ["aliases of aliases", "interface A { a(): void } type B = A; type If = (B);", ["a"]],
    ["call signatures have no name", "interface If { (): void; new (): If; a(): void }", ["a"]],
    [
      "names of Object.prototype",
      "interface If { __proto__(): void; constructor: 1; toString(): string }",
      ["__proto__", "constructor", "toString"],
    ],
    ["none", "interface If {}", []],
  ])("%s", (_, code, expected) => {
    expect(members(code).names).toEqual(expected);
  });

  test("a literal as the type argument itself, and the type of an annotation", () => {
    const read = (code: string) => {
      const table = readTable(
        IMPORT.replace("def", "type Interface, def") + code,
        "/x.ts",
        createMemberReader(),
      );
      return table?.definitions[0].members?.map(({ name }) => name);
    };
    expect(read("export const If = def_interface<{ a(): void }>();")).toEqual(["a"]);
    expect(
      read("interface I { a(): void } export const If: Interface<I> = def_interface();"),
    ).toEqual(["a"]);
    expect(read("export const If = def_interface();")).toBeUndefined();
  });
});

test.each([
  ["a type argument is applied", "interface A<T> { a(): T } type If = A<string>;"],
  ["a type parameter", "interface If<T = string> { a(): T }"],
  ["a generic base", "interface A<T> { a(): T } interface If extends A<string> {}"],
  ["a mapped type", "type If = { [K in 'a' | 'b']: () => void };"],
  ["an index signature", "interface If { [name: string]: () => void }"],
  ["a computed key", "declare const key: unique symbol; interface If { [key](): void }"],
  ["a helper type", "interface A { a?(): void } type If = Required<A>;"],
  ["typeof", "const a = {}; type If = typeof a;"],
  ["a union", "type If = { a: 1 } | { b: 1 };"],
  ["a class", "class If { a() {} }"],
  ["a package", 'import type { If } from "somewhere";'],
  ["a base that is nowhere", "interface If extends Missing { a(): void }"],
  ["nothing", ""],
  ["itself", "type If = If;"],
  ["a circle", "type If = A; type A = B & If; interface B extends A {}"],
])("cannot be seen: %s", (_, code) => {
  expect(members(code).names).toBeNull();
});

describe("through relative imports", () => {
  const types = "export interface If { a(): void; b?(): void }";

  test.each([
    ["./types", "types.ts"],
    ["./types.ts", "types.ts"],
    ["./types.js", "types.ts"],
    ["./types.js", "types.tsx"],
    ["./types.mjs", "types.mts"],
    ["./types.cjs", "types.cts"],
    ["./types", "types.d.ts"],
    ["./types", "types/index.ts"],
    ["./types/", "types/index.ts"],
    ["./types.generated", "types.generated.ts"],
  ])("%s is %s", (specifier, file) => {
    const { names, files } = members(`import type { If } from "${specifier}";`, { [file]: types });
    expect(names).toEqual(["a", "b?"]);
    expect(files).toContain(file);
  });

  test.each([
    [
      "renamed",
      'import { type Shape as If } from "./t";',
      { "t.ts": "interface A { a: 1 } export type { A as Shape }" },
    ],
    [
      "default interface",
      'import type If from "./t";',
      { "t.ts": "export default interface Foo { a: 1 }" },
    ],
    [
      "default name",
      'import type If from "./t";',
      { "t.ts": "interface Foo { a: 1 } export default Foo" },
    ],
    [
      "namespace",
      'import type * as t from "./t"; type If = t.Foo;',
      { "t.ts": "export interface Foo { a: 1 }" },
    ],
    [
      "base",
      'import * as t from "./t"; interface If extends t.Foo {}',
      { "t.ts": "export interface Foo { a: 1 }" },
    ],
    [
      "re-export",
      'import { If } from "./t";',
      { "t.ts": 'export { Foo as If } from "./u.js"', "u.ts": "export type Foo = { a: 1 }" },
    ],
    [
      "import and export",
      'import { If } from "./t";',
      {
        "t.ts": 'import { Foo } from "./u"; export { Foo as If }',
        "u.ts": "export type Foo = { a: 1 }",
      },
    ],
    [
      "export all",
      'import { If } from "./t";',
      {
        "t.ts": 'export * from "./v"; export * from "pkg"; export * from "./u"',
        "u.ts": "export type If = { a: 1 }",
        "v.ts": "",
      },
    ],
    [
      "a component",
      'import type { If } from "./t.vue";',
      { "t.vue": '<script lang="ts">\nexport type If = { a: 1 }</script><script setup>1</script>' },
    ],
  ])("%s", (_, code, files) => {
    expect(members(code, files).names).toEqual(["a"]);
  });

  test("circles of files end", () => {
    const files = {
      "t.ts": 'export * from "./u"',
      "u.ts": 'export * from "./t"; export { Foo } from "./t"',
    };
    expect(members('import { Foo } from "./t"; type If = Foo;', files).names).toBeNull();
  });

  test("chains without end, and files that are no code, cannot be seen", () => {
    const chain = Array.from({ length: 5_000 }, (_, i) => `type T${i} = T${i + 1};`).join("\n");
    expect(members(`${chain} type T5000 = { a: 1 }; type If = T0;`).names).toBeNull();
    expect(members('import { If } from "./t";', { "t.ts": "export interface {" }).names).toBeNull();
    expect(members('import { If } from "./t";', { "t.ts/x": "" }).names).toBeNull();
  });

  test("a file that is missing is a dependency: it may come", () => {
    const { names, files } = members('import type { If } from "./types";');
    expect(names).toBeNull();
    expect(files).toContain("types.ts");
    expect(files).toContain("types/index.ts");
  });

  test("a member's span is where it is declared", () => {
    using tree = writeTree({ "types.ts": types });
    const code = `${IMPORT}import type { If } from "./types"; export const X = def_interface<If>();`;
    const table = readTable(code, tree.path("index.ts"), createMemberReader());
    const span = table?.definitions[0].members?.[1].span;
    expect(span?.file).toBe(tree.path("types.ts"));
    expect(types.slice(span?.start, span?.end)).toBe("b");
  });
});

test("which may be no functions: what is not written as one", () => {
  const code = `${IMPORT}type F = () => void;
export const X = def_interface<{
  a(): void; b: () => void; get c(): string; d: string; e: new () => object; f: F; g; h?: (x: 1) => 2;
}>();`;
  const table = readTable(code, "/x/a.ts", createMemberReader()) as FileTable;
  expect(table.definitions[0].members?.map(({ name, kind }) => [name, kind])).toEqual([
    ["a", undefined],
    ["b", undefined],
    ["c", "value"],
    ["d", "value"],
    ["e", "value"],
    ["f", "value"],
    ["g", "value"],
    ["h", undefined],
  ]);
});
