// What linking costs in a bundle, and in the time to build it: a program with an interface of five
// members, two of them called and one of those from a lazy chunk, against its twin that imports the
// implementing functions by hand.
//
//     npm run build && npm run bench -- bundle
import { performance } from "node:perf_hooks";
import { runnerImport } from "vite";

const RUNS = 7;
const { bundlers } = (await runnerImport("./test/bundlers/bundlers.ts")).module;
const { byHand, linked } = (await runnerImport("./test/bundlers/twins.ts")).module;
/** These derive module ids from the loaders of a module, of which our plugin is one. */
const NAMED_BY_LOADERS = ["webpack", "rspack"];

const rows = [];
for (const [name, bundle] of Object.entries(bundlers)) {
  const twinPlugin = NAMED_BY_LOADERS.includes(name) ? undefined : false;
  const ours = [];
  const theirs = [];
  let actual;
  let expected;
  // In turns, so that what else the machine does falls on both alike.
  for (let run = 0; run < RUNS; run++) {
    ({ files: actual, ms: ours[run] } = await build(bundle, linked, undefined));
    ({ files: expected, ms: theirs[run] } = await build(bundle, byHand, twinPlugin));
  }
  rows.push({
    bundler: name,
    "bytes linked": bytes(actual),
    "bytes by hand": bytes(expected),
    identical: JSON.stringify(actual) === JSON.stringify(expected),
    "members kept": Object.values(actual)
      .join("")
      .match(/implementation of/g).length,
    "ms linked": show(ours),
    "ms by hand": show(theirs),
  });
}
console.log(`${RUNS} builds each, minified; time is median (min … max)\n`);
console.table(rows);
if (rows.some((row) => !row.identical || row["members kept"] !== 2)) process.exitCode = 1;

async function build(bundle, write, plugin) {
  const tree = write();
  const root = tree.path("packages/app");
  const job = { root, entry: `${root}/src/main.ts`, out: `${root}/dist`, minify: true };
  const start = performance.now();
  const { files } = await bundle({ ...job, plugin: plugin ?? { root } });
  const ms = performance.now() - start;
  tree.cleanup();
  return { files, ms };
}

function bytes(files) {
  return Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function show(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const [min, median, max] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return `${median.toFixed(0)} (${min.toFixed(0)} … ${max.toFixed(0)})`;
}
