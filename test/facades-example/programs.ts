import type { Bundle, Job, Output } from "../bundlers/bundlers.ts";
import { run } from "../bundlers/run.ts";

/** Of the bundlers, Rollup has no conditions of its own. */
const WITHOUT_CONDITIONS = "rollup";

/** Builds one of the programs of the example. */
export function buildProgram(
  bundler: [name: string, bundle: Bundle],
  dir: string,
  platform: "node" | "browser",
  job: Partial<Job> = {},
): Promise<Output> {
  const [name, bundle] = bundler;
  return bundle({
    root: dir,
    entry: `${dir}/src/main.ts`,
    out: `${dir}/dist/${name}`,
    platform,
    external: ["pino", "node:crypto"],
    plugin: { root: dir, ...(name === WITHOUT_CONDITIONS ? { conditions: [platform] } : {}) },
    ...job,
  });
}

/** What a program prints, in which lines of JSON have no time. Sorted: pino writes when it likes. */
export async function printed({ entry }: Output): Promise<string[]> {
  const lines = (await run(entry)).trim().split("\n");
  return lines.map((line) => line.replace(/"time":\d+,/, "")).sort();
}
