// What the SWC plugin costs, against plugins in Rust: the first file, and every other one.
//
//     npm run build && npm run bench -- swc
//
// The plugins are of the same kind: Lingui's and Emotion's expand calls and templates,
// transform-imports rewrites imports. What a plugin adds is what the host takes with it, less what
// it takes alone for the same file. All is processor time, for the clock goes on for others too; of the
// first file the clock's is shown beside it, since compilers of WebAssembly use all cores.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { check, input, options, SIZES } from "./swc/inputs.mjs";
import { GENERATIONS } from "./swc/install.mjs";

const STARTS = 9;
const ROUNDS = 31;
const GOALS = { start: 20, file: 0.5 };
const require = createRequire(import.meta.url);
const caches = mkdtempSync(path.join(tmpdir(), "bench-swc-"));

for (const { core, plugins } of GENERATIONS) {
  console.log(
    `${core.name}; ms, median (first … last decile) of ${STARTS} starts, ${ROUNDS} rounds\n`,
  );
  const starts = measureStarts(core, plugins);
  const files = measureFiles(core, plugins);
  const subjects = [["host", { name: "host alone" }], ...Object.entries(plugins)];
  const rows = (columns) =>
    Object.fromEntries(subjects.map(([key, { name, bytes }]) => [name, columns(key, bytes)]));
  console.table(
    rows((key, bytes) => ({
      "wasm, kB": bytes ? (bytes / 1024).toFixed(0) : "",
      "first file, empty cache": show(starts.map(({ cold }) => cold[key].cpu)),
      "by the clock": show(starts.map(({ cold }) => cold[key].clock)),
      "first file, full cache": show(starts.map(({ warm }) => warm[key].cpu)),
    })),
  );
  console.log("each file: the host alone, and what plugins add");
  console.table(
    rows((key) =>
      forSizes((size) =>
        show(files[size].map((round) => (key === "host" ? round.ours.without : added(round, key)))),
      ),
    ),
  );
  console.table(ratios(plugins, starts, files));
}
rmSync(caches, { recursive: true });

function forSizes(value, key = (size) => size) {
  return Object.fromEntries(Object.keys(SIZES).map((size) => [key(size), value(size)]));
}

/** Fresh processes, one for each plugin and the host alone in turn: with an empty cache, and a full one. */
function measureStarts(core, plugins) {
  const subjects = [["host", null], ...Object.entries(plugins)];
  const full = path.join(caches, "full");
  const inAll = (cacheOf) =>
    Object.fromEntries(
      subjects.map(([name, plugin]) => [name, start(core, cacheOf(), name, plugin)]),
    );
  inAll(() => full);
  return Array.from({ length: STARTS }, () => ({
    cold: inAll(() => mkdtempSync(path.join(caches, "cold-"))),
    warm: inAll(() => full),
  }));
}

/** What a process takes for its first file, without loading @swc/core: milliseconds. */
function start(core, cache, name, plugin) {
  const way = plugin ? name : "ours";
  const args = [core.file, cache, JSON.stringify(plugin), input(way, "small")];
  const file = fileURLToPath(new URL("swc/start.mjs", import.meta.url));
  const { clock, cpu, output } = JSON.parse(execFileSync(process.execPath, [file, ...args]));
  if (plugin) check(name, "small", output);
  return { clock, cpu };
}

/** For every size, rounds of every plugin: its file with it and without, in turn. */
function measureFiles(core, plugins) {
  const { transformSync } = require(core.file);
  const cache = path.join(caches, "full");
  return forSizes((size) => {
    const pairs = Object.entries(plugins).map(([name, plugin]) => {
      const code = input(name, size);
      const run = (used) => () => transformSync(code, options(cache, used)).code;
      check(name, size, run(plugin)());
      return [name, { with: run(plugin), without: run(null) }];
    });
    return measure(Object.fromEntries(pairs));
  });
}

/** Rounds of all functions in turn, so that what else the machine does hits all of them. */
function measure(pairs) {
  const calls = Object.entries(pairs).map(([name, pair]) => {
    for (const end = performance.now() + 300; performance.now() < end; ) pair.with();
    return [name, pair, Math.ceil(20 / time(pair.with, 3))];
  });
  return Array.from({ length: ROUNDS }, () =>
    Object.fromEntries(
      calls.map(([name, pair, count]) => [
        name,
        { with: time(pair.with, count), without: time(pair.without, count) },
      ]),
    ),
  );
}

/** Milliseconds of processor time per call. */
function time(run, count) {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / count;
}

function added(round, plugin) {
  return round[plugin].with - round[plugin].without;
}

/** What ours takes of what each of the others takes, and whether that is what it should be. */
function ratios(plugins, starts, files) {
  const others = Object.keys(plugins).filter((name) => name !== "ours");
  const start = (kind) => (name) =>
    starts.map((round) => round[kind][name].cpu / round[kind].ours.cpu);
  const file = (size) => (name) => files[size].map((r) => added(r, "ours") / added(r, name));
  const rows = {
    "theirs / ours: first file, empty cache": [start("cold"), (x) => x >= GOALS.start],
    "theirs / ours: first file, full cache": [start("warm"), null],
    ...forSizes(
      (size) => [file(size), (x) => x < GOALS.file],
      (size) => `ours / theirs: added, ${size}`,
    ),
  };
  return Object.fromEntries(
    Object.entries(rows).map(([row, [of, isMet]]) => [
      row,
      {
        ...Object.fromEntries(others.map((name) => [plugins[name].name, show(of(name))])),
        goal: isMet
          ? verdict(
              row,
              isMet,
              others.map((name) => median(of(name))),
            )
          : "",
      },
    ]),
  );
}

/** A goal is met if it is against each of the others. */
function verdict(row, isMet, medians) {
  const goal = row.startsWith("theirs") ? `>= ${GOALS.start}` : `< ${GOALS.file}`;
  return `${goal}: ${medians.every(isMet) ? "met" : "NOT MET"}`;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The median and the deciles around it. */
function show(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, middle, high] = [0.1, 0.5, 0.9].map((part) =>
    sorted[Math.floor(part * sorted.length)].toFixed(2),
  );
  return `${middle} (${low} … ${high})`;
}
