import { truncateSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scan } from "../../src/scan/scan.ts";
import { attack, implementing, LOGGER, manifest, type Outcome, SPAN, table } from "./attack.ts";

// A package can hold anything, and a hundred megabytes of it. What cannot be meant is refused before it
// is read; what is read takes time in proportion to its size. A test that hangs fails by its timeout.

const CONSOLE = "app/node_modules/log-stdout/index.ts";
const EVIL = "app/node_modules/evil";
const LIMIT = 60_000;

/** `evil` with this package.json or symbol table, as text. */
function hostile(files: { manifest?: string; table?: string }): Outcome {
  return attack({
    published: { "evil@1.0.0/package.json": manifest(), "evil@1.0.0/index.ts": LOGGER },
    disk: {
      ...(files.manifest === undefined ? {} : { [`${EVIL}/package.json`]: files.manifest }),
      ...(files.table === undefined ? {} : { [`${EVIL}/crate-interface.json`]: files.table }),
    },
  });
}

/** The program is linked as if `evil` were not there, and nobody's memory is exhausted. */
function expectHarmless(outcome: Outcome): void {
  expect(outcome.target()).toBe(CONSOLE);
  expect(outcome.linkage.diagnostics.length).toBeLessThan(150);
}

describe("a hundred megabytes", () => {
  test.each(["package.json", "crate-interface.json"])("of %s are not read", (name) => {
    using outcome = hostile({});
    truncateSync(outcome.tree.path(`${EVIL}/${name}`), 100 * 1024 * 1024);
    const { diagnostics } = scan(outcome.tree.path("app"), { cache: false });
    const headlines = diagnostics.map(({ headline }) => headline);
    expect(headlines).toContainEqual(expect.stringMatching(/is larger than \d+ MiB$/));
  });
});

describe("a package.json", { timeout: LIMIT }, () => {
  const KEY = '"crate-interface":';
  const head = '{"name":"evil","version":"1.0.0",';
  const many = (count: number, item: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => item(i)).join(",");

  test.each([
    ["a million brackets", "[".repeat(1_000_000)],
    ["a million pairs of brackets", `{"x":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`],
    ["a million objects in one another", '{"a":'.repeat(300_000)],
    ["a string that does not end", `${head}"x":"${"a".repeat(2_000_000)}`],
    ["a string of escapes that does not end", `${head}"x":"${"\\u0061".repeat(300_000)}`],
    ["white space", `${" ".repeat(2_000_000)}x`],
    ["digits", `${head}"x":${"1".repeat(2_000_000)}x`],
    ["unknown keys", `${head}${KEY}{${many(50_000, (i) => `"k${i}":1`)}}}`],
    ["facades", `${head}${KEY}{"facadeImpl":[${many(50_000, (i) => `"f${i}"`)}]}}`],
    ["the same facade", `${head}${KEY}{"facadeImpl":[${many(100_000, () => '"log"')}]}}`],
    ["selections", `${head}${KEY}{"implementations":{${many(50_000, (i) => `"S${i}":"x"`)}}}}`],
    [
      "selections that are wrong",
      `${head}${KEY}{"implementations":{${many(50_000, (i) => `"S${i}":1`)}}}}`,
    ],
    [
      "conditions in one another",
      `${head}${KEY}{"implementations":${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}}}`,
    ],
    ["dependencies", `${head}"dependencies":{${many(50_000, (i) => `"d${i}":"*"`)}}}`],
    [
      "dependencies of as many scopes",
      `${head}"dependencies":{${many(50_000, (i) => `"@s${i}/d":"*"`)}}}`,
    ],
    [
      "dependencies that it says it implements",
      `${head}"dependencies":{${many(30_000, (i) => `"d${i}":"*"`)}},${KEY}{"facadeImpl":[${many(30_000, (i) => `"d${i}"`)}]}}`,
    ],
    ["a name of two million characters", `{"name":"${"e".repeat(2_000_000)}",${KEY}{"facade":1}}`],
    ["a key of two million characters", `${head}${KEY}{"${"e".repeat(2_000_000)}":1}}`],
  ])("of %s", (_, text) => {
    using outcome = hostile({ manifest: text });
    expectHarmless(outcome);
  });
});

describe("a symbol table", { timeout: LIMIT }, () => {
  const written = (files: unknown): string => JSON.stringify(table({}, { files }));
  const file = (more: object): object => ({
    file: "index.ts",
    definitions: [],
    implementations: [],
    calls: [],
    ...more,
  });
  const times = <T>(count: number, item: (i: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => item(i));
  const call = (member: string, name = "Logger"): object => ({
    interface: { name, namespace: null, source: "log" },
    member,
    span: SPAN,
  });
  const supplied = (name: string): object => ({ name, kind: "function", span: SPAN });

  test.each([
    ["a million brackets", () => "[".repeat(1_000_000)],
    [
      "lists in one another as files",
      () =>
        `{"format":1,"package":"evil","version":"1.0.0","files":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`,
    ],
    ["files", () => written(times(20_000, () => file({})))],
    ["calls", () => written([file({ calls: times(60_000, () => call("log")) })])],
    [
      "calls of members that are not there",
      () => written([file({ calls: times(20_000, (i) => call(`m${i}`)) })]),
    ],
    [
      "calls of interfaces that are not there",
      () => written([file({ calls: times(20_000, (i) => call("x", `I${i}`)) })]),
    ],
    [
      "definitions",
      () =>
        written([
          file({
            definitions: times(10_000, (i) => ({
              name: `D${i}`,
              namespace: null,
              members: null,
              defaults: [],
              span: SPAN,
            })),
          }),
        ]),
    ],
    [
      "definitions of one name",
      () =>
        written([
          file({
            definitions: times(10_000, () => ({
              name: "D",
              namespace: null,
              members: null,
              defaults: [],
              span: SPAN,
            })),
          }),
        ]),
    ],
    [
      "members",
      () => written([file({ implementations: [implementing(times(50_000, (i) => `m${i}`))] })]),
    ],
    [
      "implementations",
      () => written([file({ implementations: times(20_000, () => implementing(["log"])) })]),
    ],
    [
      "defaults",
      () =>
        written([
          file({
            definitions: [
              {
                name: "D",
                namespace: null,
                members: [],
                defaults: times(20_000, (i) => supplied(`m${i}`)),
                span: SPAN,
              },
            ],
          }),
        ]),
    ],
    [
      "conditions",
      () =>
        written([
          file({
            implementations: [implementing(["log"], { conditions: times(50_000, (i) => `c${i}`) })],
          }),
        ]),
    ],
  ])("of %s", (_, text) => {
    using outcome = hostile({ table: text() });
    expect(["CI2004", CONSOLE]).toContain(outcome.target());
  });
});

test("a folder of two hundred packages that nobody asked for is not read", () => {
  const disk = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [
      `app/node_modules/lib/node_modules/p${i}/package.json`,
      "{",
    ]),
  );
  using outcome = attack({ published: {}, disk });
  expectHarmless(outcome);
  expect(outcome.errors).toEqual([]);
});
