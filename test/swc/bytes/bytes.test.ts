import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Capture, capture, everyNodeFiles, fixtureFiles } from "./capture.ts";
import { compilePlugin } from "./compile.ts";
import { Fuzzer, type Report } from "./fuzz.ts";
import { BAD_PLUGIN, FILE, MISTAKES } from "./mistakes.ts";

// A short run of `scripts/fuzz-swc-bytes.mjs`, the same every time.

const PLUGIN = join(import.meta.dirname, "../../../dist/crate-interface.wasm");

let captures: Capture[];

beforeAll(async () => {
  captures = await capture([...fixtureFiles(), ...everyNodeFiles()]);
});

describe("whatever bytes the plugin is given, it answers with them or with an expansion", () => {
  let report: Report;

  beforeAll(async () => {
    const fuzzer = await Fuzzer.start(PLUGIN, captures);
    report = fuzzer.report;
    fuzzer.plain();
    await fuzzer.acceptance(captures.length);
    fuzzer.cuts(80);
    fuzzer.changes(1000, 7);
    await fuzzer.acceptance(50);
    await fuzzer.stop();
  });

  test("without a trap, an endless loop or other trees", () => {
    expect(report.findings).toEqual([]);
  });

  test("and real hosts take the expansions", () => {
    const valid = captures.filter(({ file }) => /^(call|define|implement|use)-/.test(file));
    expect(report.accepted).toBeGreaterThan(valid.length / 2);
  });

  test("in runs of every kind", () => {
    expect(report.runs).toBeGreaterThan(5000);
    expect(report.expanded).toBeGreaterThan(500);
    expect(report.refused).toBeGreaterThan(500);
  });
});

describe("the fuzzer sees", () => {
  let findings: string[];

  beforeAll(async () => {
    const plugin = await compilePlugin("bad", BAD_PLUGIN);
    const [file] = await capture([{ file: "mistakes.js", code: FILE }]);
    // Which mistake the plugin makes says the mark; at the last it makes none.
    const marks = [...MISTAKES.keys(), MISTAKES.length];
    const fuzzer = await Fuzzer.start(
      plugin,
      marks.map((mark) => ({ ...file!, mark })),
    );
    fuzzer.plain();
    findings = fuzzer.report.findings;
  });

  test.each(MISTAKES.map(({ what, seen }, mark) => ({ what, seen, mark })))(
    "a plugin that $what",
    ({ seen, mark }) => {
      expect(findings[mark]).toMatch(seen);
    },
  );

  test("nothing where a plugin does nothing", () => {
    expect(findings).toHaveLength(MISTAKES.length);
  });
});
