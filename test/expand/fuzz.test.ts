import fc from "fast-check";
import { parseSync } from "oxc-parser";
import { afterEach, beforeEach, expect, test } from "vitest";
import { expand } from "../../src/expand/expand.ts";
import { readFixtures } from "../fixture.ts";

// Whatever a file holds: a clear error, or code that still parses. Never a crash.

const FIXTURES = readFixtures();
const INPUTS = FIXTURES.map(({ input, file }) => ({ input, file }));
const SEED = 20_260_711;

const IMPORTS = `import { def_interface, impl_interface, call_interface, use_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;

const TOKENS = [
  ..."(){}[]<>,;:.?!=+-*/&|^~@#`'\"\\",
  ..."=> ... ?. ?? && || == ++ -- ** >= /* */ // \n \r\n ${".split(" "),
  ...(
    "call_interface use_interface impl_interface def_interface HelloIf hello this super defaults " +
    "namespace conditions export const let var function async await class static get set new import " +
    "from return typeof delete void yield arguments if for of in switch case default catch as using " +
    "enum type interface extends __proto__ __HelloIf_hello 1 0x1 1n name"
  ).split(" "),
  '"crate-interface/macro"',
  '"hello-if"',
  "call_interface(HelloIf.hello())",
  "use_interface(HelloIf)",
  "impl_interface(HelloIf, {",
  "def_interface({",
  "\u2028",
  "\ud800",
  "é",
  "😀",
  "\0",
];

const fixture = fc.constantFrom(...INPUTS);

/** Two places of a text, in order, as shares of its length. */
const places = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

const mutation = fc.oneof(
  places.map((share) => ({ kind: "delete" as const, share, text: "" })),
  places.map((share) => ({ kind: "double" as const, share, text: "" })),
  fc.record({
    kind: fc.constant("insert" as const),
    share: places,
    text: fc.constantFrom(...TOKENS),
  }),
  fc.record({
    kind: fc.constant("replace" as const),
    share: places,
    text: fc.constantFrom(...TOKENS),
  }),
);

let expanded = 0;

beforeEach(() => {
  expanded = 0;
});

afterEach(() => {
  // What no longer parses says nothing about what is written.
  expect(expanded).toBeGreaterThan(100);
});

test("soup of tokens", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 }),
      fc.constantFrom(" ", "", "\n"),
      fc.constantFrom("input.ts", "input.tsx", "input.js", "input.vue"),
      (tokens, separator, file) => {
        const script = IMPORTS + tokens.join(separator);
        check(file.endsWith("vue") ? `<script setup>${script}</script>` : script, file);
      },
    ),
    { numRuns: 8_000, seed: SEED },
  );
});

test("mutated fixtures", () => {
  fc.assert(
    fc.property(fixture, fc.array(mutation, { minLength: 1, maxLength: 4 }), (case_, mutations) => {
      let code = case_.input;
      for (const { kind, share, text } of mutations) {
        const [from, to] = share.map((part) => Math.floor(part * code.length));
        const slice = code.slice(from, to);
        if (kind === "delete") code = code.slice(0, from) + code.slice(from + (slice.length % 12));
        else if (kind === "double") code = code.slice(0, to) + slice + code.slice(to);
        else if (kind === "insert") code = code.slice(0, from) + text + code.slice(from);
        else code = code.slice(0, from) + text + code.slice(from + text.length);
      }
      check(code, case_.file);
    }),
    { numRuns: 8_000, seed: SEED },
  );
});

test("members and statements exchanged between fixtures", () => {
  fc.assert(
    fc.property(fc.array(fixture, { minLength: 2, maxLength: 3 }), fc.nat(), (cases, at) => {
      const lines = cases.flatMap(({ input }) => input.split("\n"));
      check([...lines.slice(at % lines.length), ...lines].join("\n"), "input.tsx");
    }),
    { numRuns: 1_000, seed: SEED },
  );
});

test("fixtures cut off at every place", () => {
  for (const { input, file } of INPUTS) {
    // Every place of the short ones, and some of the long: the parser sees each anew.
    const step = Math.ceil(input.length / 150);
    for (let end = 0; end < input.length; end += step) check(input.slice(0, end), file);
  }
});

function check(code: string, file: string): void {
  const expansion = expand(code, `/fixture/${file}`);
  if (!expansion) return;
  if (expansion.diagnostics.length > 0) {
    expect(expansion.code).toBe(code);
    for (const { labels } of expansion.diagnostics) {
      const { start, end } = labels[0].span;
      expect(start >= 0 && start <= end && end <= code.length + 1).toBe(true);
    }
    return;
  }
  if (file.endsWith("vue") || file.endsWith("svelte")) return;
  const lang = /\.[cm]?ts$/.test(file) ? "ts" : file.endsWith("tsx") ? "tsx" : "jsx";
  const { errors } = parseSync(file, expansion.code, { lang, sourceType: "module" });
  expect(errors.map(({ message }) => `${message} in\n${expansion.code}`)).toEqual([]);
  expect(expand(expansion.code, `/fixture/${file}`)?.map ?? null).toBe(null);
  if (expansion.map) expanded++;
}
