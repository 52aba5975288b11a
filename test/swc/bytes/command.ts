import { parseArgs } from "node:util";
import fc from "fast-check";
import { programs } from "../../fuzz/program.ts";
import { capture, everyNodeFiles, type File, fixtureFiles } from "./capture.ts";
import { Fuzzer, type Report } from "./fuzz.ts";

// The long runs of `scripts/fuzz-swc-bytes.mjs`.

const USAGE = `node scripts/fuzz-swc-bytes.mjs [--runs 100000] [--seed 1] [--cuts 1] [--programs 100] [--plugin dist/crate-interface.wasm]

Changes so many trees at random, after it has cut all of them at every offset, at every other with
--cuts 2, at none with --cuts 0. The trees are those of the fixtures, and of so many generated programs.`;

/** Trees between two looks at what real hosts say. */
const CHUNK = 1000;

/** Runs the fuzzer as the arguments say. Answers the exit code: 1 if anything was found. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      programs: { type: "string", default: "100" },
      plugin: { type: "string", default: "dist/crate-interface.wasm" },
      cuts: { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const seed = Number(values.seed);
  const started = performance.now();
  const generated = generate(Number(values.programs), seed);
  const captures = await capture([...fixtureFiles(), ...everyNodeFiles(), ...generated]);
  const fuzzer = await Fuzzer.start(values.plugin, captures);
  let shown = 0;
  const progress = (): void => {
    for (const finding of fuzzer.report.findings.slice(shown)) console.log(`\n${finding}\n`);
    shown = fuzzer.report.findings.length;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${seconds} s  ${summary(fuzzer.report)}`);
  };
  console.log(`seed ${seed}: ${captures.length} trees`);
  fuzzer.plain();
  await fuzzer.acceptance(captures.length);
  progress();
  if (values.cuts !== "0") fuzzer.cuts(Number(values.cuts));
  progress();
  const before = fuzzer.report.runs;
  for (let chunk = 0; fuzzer.report.runs - before < Number(values.runs); chunk++) {
    fuzzer.changes(CHUNK, seed + chunk);
    await fuzzer.acceptance(10);
    if (chunk % 10 === 9 || shown < fuzzer.report.findings.length) progress();
    if (fuzzer.report.findings.length >= 20) break;
  }
  await fuzzer.stop();
  progress();
  return fuzzer.report.findings.length === 0 ? 0 : 1;
}

function generate(count: number, seed: number): File[] {
  return fc
    .sample(programs(), { numRuns: count, seed })
    .map(({ file, code }, index) => ({ file: `program-${index}/${file}`, code }));
}

function summary({ runs, expanded, refused, accepted, findings }: Report): string {
  return `${runs} runs: ${expanded} expanded, ${refused} refused, ${findings.length} findings; hosts took ${accepted} expansions`;
}
