import { mkdir, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { BACKENDS } from "./backends.ts";
import { fuzz, type Reduced, type Report } from "./fuzz.ts";

// The long runs of `scripts/fuzz.mjs`.

const USAGE = `node scripts/fuzz.mjs [--runs 20000] [--seed 1] [--backends bundler,babel,swc] [--reductions 40]

Backends: ${BACKENDS.map(({ name }) => name).join(", ")}; the start of a name means all that begin so.`;

/** Runs the fuzzer as the arguments say. Answers the exit code: 1 if anything was found. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: "string", default: "20000" },
      seed: { type: "string", default: "1" },
      backends: { type: "string", default: "bundler,babel,swc" },
      reductions: { type: "string", default: "40" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const names = values.backends.split(",");
  const backends = BACKENDS.filter(({ name }) => names.some((start) => name.startsWith(start)));
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0)} s`;
  console.log(`seed ${values.seed}: ${backends.map(({ name }) => name).join(", ")}`);
  const report = await fuzz({
    runs: Number(values.runs),
    seed: Number(values.seed),
    backends: () => backends,
    reductions: Number(values.reductions),
    progress(soFar) {
      if (soFar.programs % 1000 === 0) console.log(`${seconds()}  ${summary(soFar)}`);
    },
  });
  for (const [index, finding] of report.findings.entries()) {
    await write(join(".tmp/fuzz", `seed-${values.seed}-${index + 1}`), finding);
  }
  console.log(`${seconds()}  ${summary(report)}`);
  for (const [code, count] of [...report.codes].sort()) console.log(`  ${code} ${count}`);
  for (const [reason, count] of report.known) console.log(`  known: ${count} × ${reason}`);
  for (const [kind, count] of report.kinds) console.log(`  ${count} × ${kind}`);
  return report.kinds.size === 0 ? 0 : 1;
}

function summary({ programs, parsed, valid, kinds }: Report): string {
  const share = (count: number): string => `${((100 * count) / programs).toFixed(1)} %`;
  const found = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  return `${programs} programs, ${share(parsed)} parsed, ${share(valid)} valid, ${found} findings`;
}

/** Writes a finding as a folder that can be moved to `test/fixtures`, and shows it. */
async function write(
  folder: string,
  { by, kind, details, program, outcome }: Reduced,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const expected = outcome.errors
    ? { name: "errors.txt", text: `${outcome.errors.join("\n")}\n` }
    : { name: `output${extname(program.file)}`, text: outcome.output };
  await writeFile(join(folder, program.file), program.code);
  await writeFile(join(folder, expected.name), expected.text);
  console.log(`\n${folder}: ${by}: ${kind}\n${program.code}\n${details}`);
}
