import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { capture } from "./capture.ts";
import { callOf } from "./fuzz.ts";
import { Guest, type Run } from "./guest.ts";

// Twice as much code is about twice as much work. Counted in steps, so that it is the same everywhere.

const PLUGIN = join(import.meta.dirname, "../../../dist/crate-interface.wasm");

const HEAD = `import { call_interface, def_interface, impl_interface, use_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;

const times = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join("");

/** Files that grow, each by more of something. */
const FILES: Record<string, (count: number) => string> = {
  calls: (n) => times(n, (i) => `call_interface(HelloIf.hello(${i}));\n`),
  "calls in functions": (n) =>
    times(n, (i) => `function f${i}(a) { return call_interface(HelloIf.hello(a, ${i})); }\n`),
  "calls in one function": (n) =>
    `function f(a) {\n${times(n, () => "call_interface(HelloIf.hello(a));\n")}}`,
  "members called": (n) => times(n, (i) => `call_interface(HelloIf.m${i}());\n`),
  "interfaces used": (n) =>
    times(n, (i) => `import { If${i} } from "if-${i}";\n`) +
    times(n, (i) => `use_interface(If${i});\n`),
  "names from interfaces": (n) =>
    `export const { ${times(n, (i) => `m${i}, `)} } = use_interface(HelloIf);`,
  "members of an object": (n) =>
    `impl_interface(HelloIf, {\n${times(n, (i) => `m${i}(a) { return this.m${(i * 7) % n}(a); },\n`)}});`,
  "members of a class": (n) =>
    `class Impl {\n${times(n, (i) => `static m${i}(a) { return this.m${(i * 7) % n}(a); }\n`)}}\nimpl_interface(HelloIf, Impl);`,
  "arrow functions": (n) =>
    `impl_interface(HelloIf, {\n${times(n, (i) => `m${i}: (a) => a + ${i},\n`)}});`,
  references: (n) =>
    times(n, (i) => `const v${i} = ${i};\n`) +
    `impl_interface(HelloIf, {\n${times(n, (i) => `m${i}: v${i},\n`)}});`,
  definitions: (n) =>
    times(
      n,
      (i) => `export const If${i} = def_interface({ defaults: { a() { return this.b(); } } });\n`,
    ),
  implementations: (n) =>
    times(n, (i) => `import { If${i} } from "if-${i}";\n`) +
    times(n, (i) => `impl_interface(If${i}, { a() {} });\n`),
  "taken names": (n) =>
    `let __HelloIf_hello;\n${times(n, (i) => `let __HelloIf_hello$${i};\n`)}call_interface(HelloIf.hello());`,
  "shadowed names": (n) =>
    times(
      n,
      (i) => `function f${i}(call_interface, HelloIf) { call_interface(HelloIf.hello()); }\n`,
    ) + "call_interface(HelloIf.hello());",
  errors: (n) => times(n, () => "call_interface(HelloIf);\n"),
  "errors of many kinds": (n) =>
    times(
      n,
      (i) =>
        `call_interface(If${i}.hello()); impl_interface(HelloIf, { get a${i}() {}, ...x }); use_interface;\n`,
    ),
  code: (n) =>
    "call_interface(HelloIf.hello());\n" +
    times(
      n,
      (i) =>
        `export function f${i}(items) { for (const { a = 1 } of items) if (a > ${i}) throw new Error(\`\${a}\`); }\n`,
    ),
  comments: (n) =>
    times(n, (i) => `/* ${i} */ call_interface(/* a */ HelloIf.hello(/* b */ 1 /* c */)); // d\n`),
  "terms of a sum": (n) => `x = 1${times(n, () => " + call_interface(HelloIf.hello())")};`,
  "a long text": (n) => `call_interface(HelloIf.hello("${"a".repeat(100 * n)}"));`,
  "a long name": (n) => `call_interface(HelloIf.${"a".repeat(10 * n)}());`,
};

/** Files that grow by what is looked up among all that there is of it, some with an error at each. */
const A_THOUSAND: Record<string, (count: number) => string> = {
  members: FILES["members of an object"]!,
  "members of a class": FILES["members of a class"]!,
  "members that are there twice": (n) =>
    `impl_interface(HelloIf, {\n${times(n, (i) => `m${i >> 1}() {},\n`)}});`,
  "members that are exported already": (n) =>
    times(n, (i) => `export let __HelloIf_m${i};\n`) +
    `impl_interface(HelloIf, {\n${times(n, (i) => `m${i}() {},\n`)}});`,
  "implementations of one interface": (n) =>
    times(n, (i) => `impl_interface(HelloIf, { m${i}() {} });\n`),
  "implementations with an accessor": (n) =>
    times(n, (i) => `import { If${i} } from "if-${i}";\n`) +
    times(n, (i) => `impl_interface(If${i}, { get a() {} });\n`),
  "interfaces called without a macro": (n) =>
    `import * as ifs from "ifs";\n${times(n, (i) => `use_interface(ifs.If${i}); ifs.If${i}.b();\n`)}`,
  "definitions that are not exported": (n) => times(n, (i) => `const If${i} = def_interface();\n`),
};

/** Files that grow by what is in what is in what. What is around something is skipped to get to it. */
const NESTED: Record<string, (depth: number) => string> = {
  "calls in calls": (n) => `${"call_interface(HelloIf.hello(".repeat(n)}1${"))".repeat(n)}`,
  "blocks in blocks": (n) => `${"{ ".repeat(n)}call_interface(HelloIf.hello());${" }".repeat(n)}`,
};

const guest = new Guest(readFileSync(PLUGIN));

describe("work grows as the file does", () => {
  test.each(Object.entries(FILES))("with more %s", async (_, write) => {
    const [steps, memory] = await grown(write);
    expect(steps).toBeLessThan(2.7);
    expect(memory).toBeLessThan(2.7);
  });
});

describe("work grows as the file does, with a thousand", () => {
  test.each(Object.entries(A_THOUSAND))("of %s", async (_, write) => {
    const [steps] = await grown((count) => write(count * 5));
    expect(steps).toBeLessThan(2.2);
  });
});

describe("work grows by no more than depth times size", () => {
  test.each(Object.entries(NESTED))("with %s", async (_, write) => {
    const [steps, memory] = await grown(write);
    expect(steps).toBeLessThan(4);
    expect(memory).toBeLessThan(2.7);
  });
});

/** How many times the steps and the memory of twice as much are those of as much. */
async function grown(write: (count: number) => string): Promise<[number, number]> {
  const [once, twice] = [await work(write(100)), await work(write(200))];
  const most = (of: "steps" | "memory"): number =>
    Math.max(...twice.map((run, index) => run[of] / once[index]![of]));
  return [most("steps"), most("memory")];
}

async function work(code: string): Promise<Run[]> {
  const captures = await capture([{ file: "growth.js", code: HEAD + code }]);
  expect(captures).toHaveLength(4);
  return captures.map((each) => {
    const run = guest.run(callOf(each, each.bytes), Number.POSITIVE_INFINITY);
    expect(run.ended).toBeNull();
    return run;
  });
}
