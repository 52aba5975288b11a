import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Capture, capture } from "./capture.ts";
import { type Item, readItem, textOf, walk } from "./cbor.ts";
import { edited } from "./edits.ts";
import { callOf, Fuzzer } from "./fuzz.ts";
import { Guest } from "./guest.ts";

// What the fuzzer has found, each in a file as small as can be.

const PLUGIN = join(import.meta.dirname, "../../../dist/crate-interface.wasm");

const guest = new Guest(readFileSync(PLUGIN));

const IMPORTS = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;

/** Members of every kind, one of which is to be encoded as the others are. */
const MEMBERS = `${IMPORTS}impl_interface(HelloIf, { hello(name) { return name; }, greet: (name) => name });`;

test("a module of which no import is left is still a module", async () => {
  const code = `import { call_interface } from "crate-interface/macro";
for await (const one of all) {}
`;
  const fuzzer = await Fuzzer.start(PLUGIN, await captured(code));
  fuzzer.plain();
  await fuzzer.acceptance(4);
  await fuzzer.stop();
  expect(fuzzer.report).toMatchObject({ findings: [], accepted: 4 });
});

describe("what no host writes is refused:", () => {
  let trees: Capture[];

  beforeAll(async () => {
    trees = await captured(MEMBERS);
  });

  test("a text in an array", () => {
    for (const tree of trees) {
      const bytes = Buffer.from(tree.bytes);
      const specifier = bytes.indexOf("crate-interface/macro") - 1;
      const nested = [bytes.subarray(0, specifier), Buffer.of(0x81), bytes.subarray(specifier)];
      expect(codesOf(tree, Buffer.concat(nested))).toEqual(["CI2021"]);
    }
  });

  // One that does not read as a function of 1.15 has others written as those of 1.16.
  test("a head that could be shorter, anywhere", () => {
    for (const tree of trees) {
      const heads = [...walk(readItem(tree.bytes)!)].filter(hasShortHead);
      expect(heads.length).toBeGreaterThan(100);
      for (const [at] of heads.entries()) {
        for (let by = 0; by < 4; by++) {
          const edit = { name: "a longer head" as const, at, by, bytes: new Uint8Array() };
          expect(codesOf(tree, edited(tree.bytes, [edit], tree.bytes))).toEqual(["CI2021"]);
        }
      }
    }
  });
});

test("memory in which names of thousands of letters were looked up is as good as new", async () => {
  const again = Array.from({ length: 20 }, (_, i) => `impl_interface(Long, { m${i}() {} });`);
  const code = IMPORTS.replace("HelloIf", `${"a".repeat(20_000)} as Long`) + again.join("");
  for (const tree of await captured(code)) {
    expect(guest.run(callOf(tree, tree.bytes), Number.POSITIVE_INFINITY).ended).toBeNull();
  }
});

// Outside of the function it is nothing's, which no host sends.
test("the name that a function has for itself is another one in the function only", async () => {
  const code = `${IMPORTS}impl_interface(HelloIf, { hello: function own() { own(); } }); other;`;
  for (const tree of await captured(code)) {
    const [, inner] = identifiers(tree.bytes, "own");
    const [outer] = identifiers(tree.bytes, "other");
    const rest = Buffer.concat([bytesOf(tree, inner!), tree.bytes.subarray(outer!.end)]);
    const bytes = Buffer.concat([tree.bytes.subarray(0, outer!.start), rest]);
    const { results } = guest.run(callOf(tree, bytes), Number.POSITIVE_INFINITY);
    expect(results[0]!.length).not.toBe(bytes.length);
    expect(Buffer.from(results[0]!.subarray(-rest.length))).toEqual(rest);
  }
});

/** `[span, context, name, optional]`, in the order of the bytes. */
function identifiers(bytes: Uint8Array, name: string): Item[] {
  const found = [...walk(readItem(bytes)!)];
  return found.filter(({ items }) => items.length === 4 && textOf(bytes, items[2]!) === name);
}

function bytesOf({ bytes }: Capture, { start, end }: Item): Uint8Array {
  return bytes.subarray(start, end);
}

/** The trees of a file, of each host in each of its orders. */
async function captured(code: string): Promise<Capture[]> {
  const captures = await capture([{ file: "found.js", code }]);
  expect(captures).toHaveLength(4);
  return captures;
}

/** The codes of the errors that a tree is refused with. */
function codesOf(tree: Capture, bytes: Uint8Array): string[] {
  const { results, diagnostics } = guest.run(callOf(tree, bytes), Number.POSITIVE_INFINITY);
  expect(results).toEqual([Uint8Array.from(bytes)]);
  return diagnostics.map((each) => /CI\d{4}/.exec(Buffer.from(each).toString())![0]);
}

/** As the fuzzer asks for it where it makes a head longer. */
function hasShortHead({ major, argument }: Item): boolean {
  return major < 7 && argument < 24;
}
