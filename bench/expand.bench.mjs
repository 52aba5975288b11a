// How long the expansion of one file takes, warm: without macros, small, and large.
//
//     npm run build && npm run bench -- expand
//
// A file without macros costs a substring search, which is measured beside it. `parse` is what
// oxc-parser alone takes to make the tree of the same file available to JavaScript.
import { performance } from "node:perf_hooks";
import { parseSync } from "oxc-parser";
import { expand } from "../dist/expand/expand.js";

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

/** Milliseconds per call of each round, every round long enough for the clock. */
function measure(run) {
  for (const end = performance.now() + 500; performance.now() < end; ) run();
  const start = performance.now();
  run();
  const calls = Math.max(1, Math.ceil(10 / (performance.now() - start)));
  return Array.from({ length: 31 }, () => {
    const from = performance.now();
    for (let i = 0; i < calls; i++) run();
    return (performance.now() - from) / calls;
  }).sort((a, b) => a - b);
}

const format = (ms) => (ms < 0.01 ? `${(ms * 1000).toFixed(2)} µs` : `${ms.toFixed(2)} ms`);
const show = (times) => `${format(times[15])} (${format(times[3])} … ${format(times[27])})`;

console.log("median (first … last decile) of 31 rounds\n");
console.table(
  Object.entries(files).map(([name, code]) => {
    const without = name === "no macros";
    const expanded = measure(() => expand(code, "/app/src/input.ts"));
    const base = measure(() =>
      without ? code.includes("crate-interface/macro") : parseSync("input.ts", code).program.body,
    );
    return {
      file: name,
      lines: code.split("\n").length,
      sites: code.match(/(call|use|impl)_interface\(/g)?.length ?? 0,
      expand: show(expanded),
      [without ? "substring search" : "parse"]: show(base),
      ratio: (expanded[15] / base[15]).toFixed(2),
    };
  }),
);
