import { beforeAll, describe, expect, test } from "vitest";
import { catalogueFunctions } from "../catalogue.ts";
import { BABEL, bundler, SWC } from "./backends.ts";
import { fuzz, type Report } from "./fuzz.ts";
import { PARSERS_DIFFER } from "./known-differences.ts";

// A short run of `scripts/fuzz.mjs`, the same every time.

const RUNS = 250;

let report: Report;

beforeAll(async () => {
  report = await fuzz({
    runs: RUNS,
    seed: 12,
    // Each program runs through one version of SWC in one setting, all of them in turn.
    backends: (program) => [bundler, ...BABEL, SWC[program % SWC.length]!],
    reductions: 3,
  });
});

test("backends agree, and nothing of a program is lost", () => {
  const found = report.findings.map(
    ({ by, kind, program, details }) => `${by}: ${kind}\n${program.code}\n${details}`,
  );
  expect(found).toEqual([]);
  expect(report.kinds).toEqual(new Map());
});

describe("the programs are worth running", () => {
  test("most can be parsed, and about half are valid", () => {
    expect(report.programs).toBe(RUNS);
    expect(report.parsed / RUNS).toBeGreaterThan(0.9);
    expect(report.valid / RUNS).toBeGreaterThan(0.4);
    expect(report.valid / RUNS).toBeLessThan(0.75);
  });

  test("few are excused for what parsers accept", () => {
    const reasons = [...report.known].filter(([why]) => why.includes(PARSERS_DIFFER));
    const excused = reasons.reduce((sum, [, count]) => sum + count, 0);
    expect(excused / RUNS).toBeLessThan(0.1);
  });

  test("every mistake that a file's macros can have is made", () => {
    const catalogue = catalogueFunctions().flatMap((entry) => {
      const message = entry.call(entry.parameters.map(() => "x"));
      return typeof message === "string" || !message.code.startsWith("CI1") ? [] : [message.code];
    });
    expect([...report.codes.keys()].sort()).toEqual([...new Set(catalogue)].sort());
  });
});
