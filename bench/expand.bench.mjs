// How long the expansion of one file takes, warm: without macros, small, and large.
//
//     npm run build && npm run bench -- expand
//
// A file without macros costs a substring search, which is measured beside it. `parse` is what
// oxc-parser alone takes to make the tree of the same file available to JavaScript.
import { performance } from "node:perf_hooks";
import { parseSync } from "oxc-parser";
import { expand } from "../dist/expand/expand.js";

const ROUNDS = 31;

const HEAD = `import { call_interface, impl_interface, use_interface } from "crate-interface/macro";
import { HelloIf, LogIf, StoreIf } from "interfaces";
`;

/** Ordinary code: 13 lines, one call. */
const block = (i) => `
/** Adds up what the items of order ${i} cost, with taxes. */
export function total${i}(items: Item[], rate = 0.2): number {
  let sum = 0;
  for (const { price, count = 1, name } of items) {
    if (price < 0) throw new RangeError(\`\${name} costs \${price}\`);
    // Discounts are the store's.
    const discount = call_interface(StoreIf.discount(name, { count, order: ${i} }));
    sum += (price * count - discount) * (1 + rate);
  }
  return Math.round(sum * 100) / 100;
}
`;

/** Ordinary code: 13 lines, no macro. */
const filler = (i) =>
  block(i)
    .replace(/call_interface\((.*)\)/, "Store.$1")
    .replace("StoreIf.", "");

const implementation = `
impl_interface(HelloIf, {
  hello(name: string, id: number): string {
    call_interface(LogIf.info, \`hello \${name}\`);
    return \`Hello, \${name} \${id}!\`;
  },
  greet: (name: string) => \`Hi, \${name}\`,
});
export const { debug, info } = use_interface(LogIf);
`;

const files = {
  "no macros": Array.from({ length: 230 }, (_, i) => filler(i)).join(""),
  small: HEAD + implementation + [0, 1].map(block).join("") + [2, 3, 4, 5, 6].map(filler).join(""),
  large: HEAD + Array.from({ length: 230 }, (_, i) => (i % 2 ? block(i) : filler(i))).join(""),
};

/** Rounds of two functions in turn, so that what else the machine does hits both. */
function compare(run, base) {
  const calls = [run, base].map((measured) => {
    for (const end = performance.now() + 300; performance.now() < end; ) measured();
    const start = performance.now();
    measured();
    return Math.ceil(10 / (performance.now() - start));
  });
  return Array.from({ length: ROUNDS }, () => ({
    run: time(run, calls[0]),
    base: time(base, calls[1]),
  }));
}

/** Milliseconds per call. */
function time(run, calls) {
  const start = performance.now();
  for (let i = 0; i < calls; i++) run();
  return (performance.now() - start) / calls;
}

/** The median and the deciles around it. */
function show(values, format) {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, median, high] = [0.1, 0.5, 0.9].map((part) =>
    format(sorted[Math.floor(part * sorted.length)]),
  );
  return `${median} (${low} … ${high})`;
}

const inMs = (ms) => (ms < 0.1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(2)} ms`);

console.log(`median (first … last decile) of ${ROUNDS} rounds\n`);
console.table(
  Object.entries(files).map(([name, code]) => {
    const search = name === "no macros";
    const rounds = compare(
      () => expand(code, "/app/src/input.ts"),
      search
        ? () => code.includes("crate-interface/macro")
        : () => parseSync("input.ts", code).program.body,
    );
    return {
      file: name,
      lines: code.split("\n").length,
      sites: code.match(/(call|use|impl)_interface\(/g)?.length ?? 0,
      expand: show(
        rounds.map(({ run }) => run),
        inMs,
      ),
      "measured against": search ? "substring search" : "parse",
      baseline: show(
        rounds.map(({ base }) => base),
        inMs,
      ),
      ratio: show(
        rounds.map(({ run, base }) => run / base),
        (ratio) => ratio.toFixed(2),
      ),
    };
  }),
);
