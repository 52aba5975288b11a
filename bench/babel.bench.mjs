// What the macros cost in Babel, warm, for one file: parsing, expanding and printing.
//
//     npm run build && npm run bench -- babel
//
// Against Babel that does nothing but parse and print the file, against Lingui's macro on a file
// of the same size with as many sites, and against the backend of the bundlers.
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { transformSync } from "@babel/core";
import lingui from "@lingui/babel-plugin-lingui-macro";
import macros from "babel-plugin-macros";
import crateInterface from "crate-interface/babel";
import { expand } from "../dist/expand/expand.js";

const ROUNDS = 31;
const FILE = fileURLToPath(new URL("input.ts", import.meta.url));
/** As Lingui normalises its configuration, so that it looks for none. */
const linguiConfig = {
  macro: { corePackage: ["@lingui/core/macro"], jsxPackage: ["@lingui/react/macro"] },
  runtimeConfigModule: { i18n: ["@lingui/core", "i18n"] },
};

/** A file in three ways: its sites are our macros, Lingui's, or no macros at all. */
const ways = {
  ours: {
    head: `import { call_interface } from "crate-interface/macro";
import { StoreIf } from "interfaces";
`,
    site: (i) => `call_interface(StoreIf.label(name, price, count, ${i}))`,
  },
  lingui: {
    head: `import { t } from "@lingui/core/macro";
import type { Item } from "interfaces";
`,
    site: (i) => "t`order " + i + ": ${name}, ${price}, ${count} times`",
  },
  none: {
    head: `import { label, type Item } from "interfaces";
import { report } from "reports";
`,
    site: (i) => `label(name, price, \`\${count} times in order ${i}\`)`,
  },
};

/** Ordinary code: 13 lines. */
const block = (i, label) => `
/** Adds up what the items of order ${i} cost, with taxes. */
export function total${i}(items: Item[], rate = 0.2): number {
  let sum = 0;
  for (const { price, count = 1, name } of items) {
    if (price < 0) throw new RangeError(\`\${name} costs \${price}\`);
    // Discounts are the store's.
    const label = ${label};
    sum += price * count * (1 + (label === "" ? rate : 0));
  }
  return Math.round(sum * 100) / 100;
}
`;

/** As many blocks, of which every so-maniest has a site. */
function write({ head, site }, blocks, sites) {
  const every = Math.floor(blocks / sites);
  const label = (i) => (i % every === 0 && i / every < sites ? site(i) : ways.none.site(i));
  return head + Array.from({ length: blocks }, (_, i) => block(i, label(i))).join("");
}

const sizes = { small: [8, 5], large: [230, 115] };

const babel = (code, plugins) => () =>
  transformSync(code, {
    filename: FILE,
    configFile: false,
    babelrc: false,
    parserOpts: { plugins: ["typescript"] },
    plugins,
  }).code;

const results = Object.entries(sizes).map(([size, [blocks, sites]]) => {
  const [ours, theirs, none] = [ways.ours, ways.lingui, ways.none].map((way) =>
    write(way, blocks, sites),
  );
  const runs = {
    "Babel alone": babel(ours, []),
    "our macro": babel(ours, [macros]),
    "our plugin": babel(ours, [crateInterface]),
    "Lingui's macro": babel(theirs, [[macros, { lingui: { linguiConfig } }]]),
    "Lingui's plugin": babel(theirs, [[lingui, { linguiConfig }]]),
    "bundler backend": () => expand(ours, FILE).code,
    "no macros, Babel alone": babel(none, []),
    "no macros, our plugin": babel(none, [crateInterface]),
  };
  const count = (name, text) => runs[name]().split(text).length - 1;
  for (const name of ["our macro", "our plugin", "bundler backend"]) {
    check(name, count(name, "__StoreIf_label(") === sites);
  }
  for (const name of ["Lingui's macro", "Lingui's plugin"]) {
    check(name, count(name, "_i18n._(") === sites);
  }
  const lines = ours.split("\n").length;
  return { size: `${size}, ${lines} lines, ${sites} sites`, rounds: measure(runs) };
});

console.log(`median (first … last decile) of ${ROUNDS} rounds, processor time\n`);
console.table(
  Object.fromEntries(
    Object.keys(results[0].rounds[0]).map((name) => [
      name,
      Object.fromEntries(
        results.map(({ size, rounds }) => [
          size,
          show(
            rounds.map((round) => round[name]),
            inMs,
          ),
        ]),
      ),
    ]),
  ),
);
const ratios = {
  "our macro / Lingui's macro": (round) => round["our macro"] / round["Lingui's macro"],
  "our plugin / Lingui's plugin": (round) => round["our plugin"] / round["Lingui's plugin"],
  "our macro / bundler backend": (round) => round["our macro"] / round["bundler backend"],
  "no macros, our plugin / Babel alone": (round) =>
    round["no macros, our plugin"] / round["no macros, Babel alone"],
};
console.table(
  Object.fromEntries(
    Object.entries(ratios).map(([name, ratio]) => [
      name,
      Object.fromEntries(
        results.map(({ size, rounds }) => [
          size,
          show(rounds.map(ratio), (value) => value.toFixed(2)),
        ]),
      ),
    ]),
  ),
);

/** A run that expands nothing would be fast. */
function check(name, expanded) {
  if (!expanded) throw new Error(`${name} did not expand every site`);
}

/** Rounds of all functions in turn, so that what else the machine does hits all of them. */
function measure(runs) {
  const calls = Object.entries(runs).map(([name, run]) => {
    for (const end = performance.now() + 500; performance.now() < end; ) run();
    return [name, run, Math.ceil(20 / time(run, 1))];
  });
  return Array.from({ length: ROUNDS }, () =>
    Object.fromEntries(calls.map(([name, run, count]) => [name, time(run, count)])),
  );
}

/** Milliseconds of processor time per call: rounds are long, and the clock goes on for others too. */
function time(run, count) {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / count;
}

/** The median and the deciles around it. */
function show(values, format) {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, median, high] = [0.1, 0.5, 0.9].map((part) =>
    format(sorted[Math.floor(part * sorted.length)]),
  );
  return `${median} (${low} … ${high})`;
}

function inMs(ms) {
  return `${ms.toFixed(2)} ms`;
}
