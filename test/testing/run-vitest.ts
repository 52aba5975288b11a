import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Tree } from "../tree.ts";

const VITEST = join(
  dirname(createRequire(import.meta.url).resolve("vitest/package.json")),
  "vitest.mjs",
);

/** What a run of Vitest said. */
export interface Run {
  /** By full name of the test, `passed` or the message that it failed with. */
  tests: Record<string, string>;
  /** What it printed. */
  output: string;
}

/** Runs the tests of a package with Vitest's own command line, as a user does. */
export async function runVitest(
  tree: Tree,
  app = "packages/app",
  ...options: string[]
): Promise<Run> {
  const report = tree.path("report.json");
  rmSync(report, { force: true });
  const args = [VITEST, "run", "--reporter=json", `--outputFile=${report}`, ...options];
  // As if it were not started by another Vitest.
  const { VITEST: _, VITEST_POOL_ID, VITEST_WORKER_ID, NODE_ENV, TEST, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: tree.path(app),
    env: { ...env, NO_COLOR: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data: Buffer) => {
      output += String(data);
    });
  }
  await new Promise((done) => child.on("close", done));
  return { tests: testsIn(report, output), output };
}

interface Report {
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

function testsIn(file: string, output: string): Record<string, string> {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(`Vitest wrote no report:\n${output}`);
  }
  const tests: Record<string, string> = {};
  for (const { name, message, assertionResults } of report.testResults) {
    // A file that could not be loaded.
    if (assertionResults.length === 0) tests[name.slice(name.lastIndexOf("/") + 1)] = message;
    for (const { fullName, status, failureMessages } of assertionResults) {
      tests[fullName] = status === "failed" ? failureMessages.join("\n") : status;
    }
  }
  return tests;
}
