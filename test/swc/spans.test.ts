import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLUGIN } from "../backends/swc.ts";
import { type Capture, capture } from "./bytes/capture.ts";
import { ARRAY, head, type Item, readItem, UNSIGNED, walk } from "./bytes/cbor.ts";
import { compilePlugin } from "./bytes/compile.ts";
import { REPLAY } from "./bytes/plugins.ts";
import { options } from "./bytes/swc.ts";
import { type Answer, HostProcess } from "./host-process.ts";

// Another plugin before this one may have made nodes that are nowhere in the file, or in strange places.
// Whatever is sent to the host because of them, the host does not panic.

const CODE = `/* é */ import { call_interface, def_interface, impl_interface, use_interface } from "crate-interface/macro";
/* 名 */ import { HelloIf, type T } from "hello-if"; // é
// 😀
export const AIf = /* é */ def_interface({ /* a */ defaults: { hello() { return this.b(); /* é */ }, b: () => /* é */ 1 } }); // 😀
impl_interface(HelloIf, { /* a */ m() {}, /* é */ n: /* é */ async () => "é", /* 名 */ });
/* é */ export const { /* é */ o, p /* 名 */ } = /* é */ use_interface(/* é */ HelloIf) /* 名 */; // 😀
let é = /* é */ call_interface(/* é */ HelloIf.hello(/* 😀 */ "é", 1 /* é */) /* 名 */) as T; // é
`;

const EXPANDED = bare(`import { __AIf_b } from "crate-interface/link/AIf";
import { __HelloIf_hello } from "crate-interface/link/HelloIf";
export const AIf = Object.freeze({ __proto__: null, interface: "AIf" });
export function __AIf_hello$weak() { return __AIf_b(); }
export function __AIf_b$weak() { return 1; }
export function __HelloIf_m() {}
export async function __HelloIf_n() { return "é"; }
export { __HelloIf_o as o, __HelloIf_p as p } from "crate-interface/link/HelloIf";
let é = __HelloIf_hello("é", 1);
`);

const WRONG = `${CODE}/* é */ call_interface(HelloIf /* é */); // 😀
impl_interface(HelloIf, { q() {}, /* é */ q() {} }); "é"; HelloIf.hello();
`;

let replay: string;
let captures: Capture[];
const host = new HostProcess();

beforeAll(async () => {
  replay = await compilePlugin("replay", REPLAY);
  captures = await capture([
    { file: "main.ts", code: CODE },
    { file: "main.ts", code: WRONG },
  ]);
});

afterAll(() => host.stop());

type Span = [lo: number, hi: number];

/** Runs plugins after one that has changed the spans of a tree. */
function transform(from: Capture, change: (span: Span) => Span, plugins: string[]) {
  const hex = Buffer.from(changed(from.bytes, change)).toString("hex");
  const given = options(from.file, [replay, { hex }], from.runPluginFirst);
  const jsc = given.jsc!;
  const all = [...jsc.experimental!.plugins!, ...plugins.map((each) => [each, {}] as const)];
  const experimental = { ...jsc.experimental, plugins: all as [string, object][] };
  return host.transform(from.host.name, from.code, { ...given, jsc: { ...jsc, experimental } });
}

function changed(bytes: Uint8Array, change: (span: Span) => Span): Uint8Array {
  const pieces: Uint8Array[] = [];
  let kept = 0;
  for (const item of walk(readItem(bytes)!)) {
    if (!isSpan(item)) continue;
    const [lo, hi] = item.items.map(({ argument }) => argument);
    pieces.push(bytes.subarray(kept, item.start), Uint8Array.of(0x82));
    pieces.push(...change([lo!, hi!]).map((position) => head(UNSIGNED, position)));
    kept = item.end;
  }
  return Buffer.concat([...pieces, bytes.subarray(kept)]);
}

/** Nothing else in the tree is an array of two numbers. */
function isSpan({ major, items }: Item): boolean {
  return major === ARRAY && items.length === 2 && items.every((each) => each.major === UNSIGNED);
}

/** A code without comments, of which those at strange places may be lost, and without blanks and types. */
function bare(code: string | null): string {
  return (code ?? "").replace(/\/\*.*?\*\/|\/\/.*|\s| as T|import type .*/g, "");
}

/** The codes of what the plugin reports. */
const reported = ({ error }: Answer): string[] => error?.match(/(?<=error\[)\w+/g) ?? [];

const LAST = 2 ** 32 - 1;

/** What becomes of every span of a file. */
const SPANS: Record<string, (span: Span) => Span> = {
  "of what the host makes": () => [0, 0],
  "reserved by swc_common for pure calls": () => [LAST - 1, LAST - 1],
  "at the end of all numbers": () => [LAST, LAST],
  "reserved for comments": ([lo]) => [LAST - 60_000 + lo, LAST - 60_000 + lo],
  "up to the end of all numbers": ([lo]) => [lo, LAST],
  "from nowhere": ([, hi]) => [0, hi],
  "to nowhere": ([lo]) => [lo, 0],
  "from behind to before": ([lo, hi]) => [hi, lo],
  "in another file of the host's": ([lo, hi]) => [lo + 5000, hi + 5000],
  "with an end in another file": ([lo]) => [lo, 5000],
};

describe("plugins of one host", () => {
  test.each(Object.entries(SPANS))("spans %s", async (_, change) => {
    expect(captures).toHaveLength(8);
    for (const each of captures) {
      const answer = await transform(each, change, [PLUGIN]);
      expect(answer.died).toBe(false);
      if (each.code === CODE) {
        expect(answer.error).toBeNull();
        expect(bare(answer.code)).toBe(EXPANDED);
      } else {
        expect(reported(answer).sort()).toEqual(["CI1009", "CI1011", "CI1013"]);
      }
    }
  });

  test("spans that are changed at random, some in the middle of a character", async () => {
    const ends = Array.from({ length: Buffer.byteLength(WRONG) + 40 }, (_, index) => index);
    const position = fc.constantFrom(...ends, LAST - 60_000, LAST - 1, LAST);
    const change = fc.constantFrom<(span: Span, other: number) => Span>(
      (span) => span,
      (_, other) => [other, other],
      ([lo], other) => [lo, other],
      ([, hi], other) => [other, hi],
      ([lo, hi]) => [lo + 1, hi + 1],
      ([lo, hi]) => [lo, Math.max(0, hi - 1)],
    );
    const changes = fc.array(fc.tuple(change, position), { minLength: 1, maxLength: 40 });
    let reports = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(7), changes, async (index, list) => {
        const from = captures[index]!;
        let next = 0;
        const apply = (span: Span): Span => {
          const [each, other] = list[next++ % list.length]!;
          return each(span, other);
        };
        const answer = await transform(from, apply, [PLUGIN]);
        next = 0;
        reports += reported(answer).length;
        // What the host cannot print either way is not the plugin's.
        if (answer.died) expect((await transform(from, apply, [])).died).toBe(true);
      }),
      { numRuns: 400, seed: 1 },
    );
    expect(reports).toBeGreaterThan(100);
  });
});
