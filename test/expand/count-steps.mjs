// Counts how often each block of the expansion runs for files, in a process of its own so that nothing
// else is counted.
//
//     node --no-opt --no-flush-bytecode count-steps.mjs <program> < <name to texts>
import { readFileSync, writeSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { pathToFileURL } from "node:url";

const program = pathToFileURL(process.argv[2]).href;
const { expand } = await import(program);
const files = JSON.parse(readFileSync(0, "utf8"));
const head = `import { call_interface, use_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;

const session = new Session();
session.connect();
await session.post("Profiler.enable");

// What is set up once, when something is used first, belongs to no file.
for (const texts of Object.values(files)) expand(head + texts[0], "/app/src/main.tsx");
const counts = {};
for (const [name, texts] of Object.entries(files)) {
  counts[name] = [];
  for (const text of texts) counts[name].push(await count(head + text));
}
writeSync(1, JSON.stringify(counts));

/** @returns by `function:offset` how often that ran */
async function count(code) {
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  expand(code, "/app/src/main.tsx");
  const coverage = await session.post("Profiler.takePreciseCoverage");
  await session.post("Profiler.stopPreciseCoverage");
  const ran = {};
  const { functions } = coverage.result.find(({ url }) => url === program);
  for (const { functionName, ranges } of functions) {
    for (const { startOffset, count } of ranges) {
      if (count > 0) ran[`${functionName}:${startOffset}`] = count;
    }
  }
  return ran;
}
