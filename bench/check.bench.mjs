// How long `crate-interface check` takes in a workspace: cold (no cache), warm (nothing changed), and
// with an error, which has it look at all packages of the workspace; and how that grows.
//
//     npm run build && npm run bench -- check
//
// Each check is the command, in a process of its own, as engines such as Turborepo start it. The files
// are in the page cache of the system: what is measured is the program, not the disk.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { loseImplementation, writeWorkspace } from "./workspace.mjs";

const RUNS = 5;
const SIZES = [
  { packages: 1_000, interfaces: 300 },
  { packages: 5_000, interfaces: 1_500 },
];

const bin = fileURLToPath(new URL("../bin/crate-interface.js", import.meta.url));
const base = fileURLToPath(new URL("../.tmp/bench-check", import.meta.url));
const app = `${base}/packages/p0`;
const empty = `${base}/empty`;

const rows = SIZES.flatMap(measure);
rmSync(base, { recursive: true, force: true });
console.log(
  `${RUNS} runs each, median (min … max); "start" is a check of a package that has nothing\n`,
);
console.table(
  rows.map(({ what, size, times }) => {
    const [smaller] = rows.filter((row) => row.what === what && row.size !== size);
    const perPackage = (row) => median(row.times) / row.size.packages;
    return {
      what,
      packages: size.packages,
      interfaces: size.interfaces,
      ms: show(times),
      "time per package":
        size === SIZES[0]
          ? ""
          : `${(perPackage({ size, times }) / perPackage(smaller)).toFixed(2)}x`,
    };
  }),
);

function measure(size) {
  writeWorkspace(base, size);
  mkdirSync(empty);
  writeFileSync(`${empty}/package.json`, '{ "name": "empty" }');
  const times = { start: [], cold: [], warm: [], "an error": [] };
  for (let run = 0; run < RUNS; run++) {
    times.start.push(timed(["check", "--cwd", empty], 0));
    rmSync(`${base}/node_modules/.cache`, { recursive: true, force: true });
    times.cold.push(timed(["check"], 0));
    times.warm.push(timed(["check"], 0));
  }
  loseImplementation(base, size);
  for (let run = 0; run < RUNS; run++) times["an error"].push(timed(["check"], 1));
  return Object.entries(times).map(([what, times]) => ({ what, size, times }));
}

/** Milliseconds that the command takes; it has to exit with `status`. */
function timed(args, status) {
  const start = performance.now();
  const ran = spawnSync(process.execPath, [bin, ...args], { cwd: app, encoding: "utf8" });
  const time = performance.now() - start;
  if (ran.status !== status) throw new Error(`exit code ${ran.status}\n${ran.stdout}${ran.stderr}`);
  return time;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

function show(times) {
  return `${Math.round(median(times))} (${Math.round(Math.min(...times))} … ${Math.round(Math.max(...times))})`;
}
