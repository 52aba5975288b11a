import { expect, test } from "vitest";
import { createMemberReader } from "../../src/scan/members.ts";
import type { FileTable } from "../../src/scan/symbol-table.ts";
import { readTable } from "../../src/scan/table.ts";

/** The table of a file, with the text under each span in place of the span. */
function table(code: string, file = "/x/a.ts"): FileTable | null {
  const result = readTable(code, file, createMemberReader());
  return JSON.parse(JSON.stringify(result), (key, value) =>
    key === "span" ? code.slice(value.start, value.end) : value,
  ) as FileTable | null;
}

test("a definition", () => {
  expect(
    table(`import { def_interface } from "crate-interface/macro";
export const HelloIf = def_interface<{ hello(): string; greet?(): string; v?: string }>({
  namespace: "Mall", defaults: { greet() { return this.hello(); }, v: "1" },
});`),
  ).toEqual({
    file: "/x/a.ts",
    definitions: [
      {
        name: "HelloIf",
        namespace: "Mall",
        members: [
          { name: "hello", optional: false, span: "hello" },
          { name: "greet", optional: true, span: "greet" },
          { name: "v", optional: true, kind: "value", span: "v" },
        ],
        defaults: [
          { name: "greet", kind: "function", span: "greet" },
          { name: "v", kind: "value", span: "v" },
        ],
        span: "HelloIf",
      },
    ],
    implementations: [],
    // `Self::hello` goes through the linker.
    calls: [
      {
        interface: { name: "HelloIf", namespace: "Mall", source: null },
        member: "hello",
        within: { of: "definition", member: "greet" },
        span: "hello",
      },
    ],
    diagnostics: [],
    incomplete: false,
    dependencies: [],
  });
});

test.each([
  ["a call", "const Alias = HelloIf;\ncall_interface(Alias.hello());", false],
  ["a macro as a value", "export const call = call_interface;", false],
  ["an option of a call", 'call_interface({ space: "Mall" }, HelloIf.hello());', false],
  ["an implementation", "impl_interface(HelloIf, { get hello() {} });", true],
  ["a definition", "const Mine = def_interface();", true],
  ["the import of the macros", 'import * as macros from "crate-interface/macro";', true],
  ["the syntax", "const = 1;", true],
])(
  "with an error of %s, whether a table may lack definitions or implementations",
  (_, code, incomplete) => {
    const result =
      table(`import { call_interface, def_interface, impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
${code}
`);
    expect(result?.diagnostics).toHaveLength(1);
    expect(result?.incomplete).toBe(incomplete);
  },
);

test("an implementation, and which of its members are functions", () => {
  const result = table(`import { impl_interface } from "crate-interface/macro";
import { HelloIf as H } from "hello-if";
import { imported } from "./imported";
function fn() {}
class Alloc {}
impl_interface(H, { a() {}, b: () => 1, c: function () {}, fn, d: fn, Alloc, imported, e: 1, f: class {} },
  { namespace: "Mall", conditions: ["node", "production"] });`);
  expect(result?.implementations).toMatchObject([
    {
      interface: { name: "HelloIf", namespace: "Mall", source: "hello-if" },
      conditions: ["node", "production"],
      span: "H",
    },
  ]);
  const kinds = result?.implementations[0].members.map(({ name, kind }) => `${name} ${kind}`);
  expect(kinds).toEqual([
    "a function",
    "b function",
    "c function",
    "fn function",
    "d function",
    "Alloc value",
    "imported value",
    "e value",
    "f value",
  ]);
});

test("calls in every form", () => {
  const result = table(`import { call_interface, use_interface } from "crate-interface/macro";
import * as api from "api";
import { If } from "./if";
call_interface(api.HelloIf.hello("world", 1));
call_interface({ namespace: "N" }, If.a, 1);
const { b, c: d } = use_interface(If);
export const all = use_interface(If);`);
  const calls = result?.calls.map(({ interface: to, member, span }) => [
    to.source,
    to.namespace,
    to.name,
    member,
    span,
  ]);
  expect(calls).toEqual([
    ["api", null, "HelloIf", "hello", "hello"],
    ["./if", "N", "If", "a", "a"],
    ["./if", null, "If", "b", "b"],
    ["./if", null, "If", "c", "c"],
    ["./if", null, "If", null, "If"],
  ]);
});

test("a file that only mentions the macros takes no part", () => {
  expect(table('// see "crate-interface/macro"\nexport {};')).toBeNull();
  expect(table('import type { Interface } from "crate-interface/macro";')).toBeNull();
});

test("wrong uses and syntax errors are diagnostics of the file", () => {
  const wrong = table(
    'import { call_interface } from "crate-interface/macro"; const f = call_interface;',
  );
  expect(wrong?.diagnostics).toMatchObject([
    { code: "CI1001", severity: "error", labels: [{ span: "call_interface" }] },
  ]);
  const broken = table('import { call_interface } from "crate-interface/macro"; const = 1;');
  expect(broken?.diagnostics).toMatchObject([{ code: "CI1012" }]);
});

test("scripts of a component are read at their places in the file", () => {
  const code = `<template>ü</template>
<script lang="ts">
import { impl_interface } from "crate-interface/macro";
import { If } from "if";
impl_interface(If, { a(x: string) {} });
</script>`;
  const result = table(code, "/x/A.vue");
  expect(result?.diagnostics).toEqual([]);
  expect(result?.implementations).toMatchObject([
    { span: "If", members: [{ name: "a", span: "a" }] },
  ]);
});
