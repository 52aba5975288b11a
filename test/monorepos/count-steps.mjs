// Counts what `check` does in generated workspaces, in a process of its own so that nothing else is
// counted: how often each block of this program's code runs, and how often it asks the file system.
//
//     node --no-opt --no-flush-bytecode count-steps.mjs <folder> <packages> <packages> ...
//
// Without these options V8 forgets counts of code that it optimizes or drops.
import fs from "node:fs";
import { Session } from "node:inspector/promises";
import { syncBuiltinESMExports } from "node:module";
import { loseImplementation, writeWorkspace } from "../../bench/workspace.mjs";

const dist = new URL("../../dist/", import.meta.url).href;

let asked = 0;
for (const name of ["openSync", "statSync", "readdirSync", "readFileSync"]) {
  const real = fs[name];
  fs[name] = (...args) => {
    asked++;
    return real(...args);
  };
}
syncBuiltinESMExports();
const { check } = await import(`${dist}cli/check.js`);
const { readSettings } = await import(`${dist}cli/settings.js`);

const session = new Session();
session.connect();
await session.post("Profiler.enable");

const [folder, ...sizes] = process.argv.slice(2);
const counts = [];
for (const packages of sizes.map(Number)) {
  const size = { packages, interfaces: packages * 0.3 };
  const base = `${folder}/${packages}`;
  const settings = readSettings({ cwd: `${base}/packages/p0` });
  writeWorkspace(base, size);
  // What has just been written is not remembered: the files have to be of a while ago.
  check(settings);
  fs.rmSync(`${base}/node_modules/.cache`, { recursive: true, force: true });
  const cold = await count(() => check(settings), 0);
  const warm = await count(() => check(settings), 0);
  loseImplementation(base, size);
  const failing = await count(() => check(settings), 1);
  counts.push({ cold, warm, failing });
}
fs.writeSync(1, JSON.stringify(counts));

/** @returns calls of the file system, and by `file:function:offset` how often that ran */
async function count(work, exitCode) {
  asked = 0;
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const result = work();
  const coverage = await session.post("Profiler.takePreciseCoverage");
  await session.post("Profiler.stopPreciseCoverage");
  if (result.exitCode !== exitCode) throw new Error(result.stdout);
  const ran = {};
  for (const { url, functions } of coverage.result) {
    if (!url.startsWith(dist)) continue;
    for (const { functionName, ranges } of functions) {
      for (const { startOffset, count } of ranges) {
        const key = `${url.slice(dist.length)}:${functionName}:${startOffset}`;
        if (count > 0) ran[key] = (ran[key] ?? 0) + count;
      }
    }
  }
  return { asked, ran };
}
