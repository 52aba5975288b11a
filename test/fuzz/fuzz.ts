import fc from "fast-check";
import type { Outcome } from "../fixture.ts";
import { type Compared, refusal } from "./backends.ts";
import { type Comparison, compare, type Finding } from "./compare.ts";
import { findBroken } from "./invariants.ts";
import { isUnparsable } from "./known-differences.ts";
import { type Program, programs } from "./program.ts";
import { reduce } from "./reduce.ts";

export interface Options {
  /** How many programs. */
  runs: number;
  /** Decides what they are. */
  seed: number;
  /** Those that a program runs through, by its number; all are compared with the first. */
  backends(program: number): readonly Compared[];
  /** How many findings to reduce at most; each takes seconds. */
  reductions: number;
  /** Called now and then. */
  progress?(report: Report): void;
}

/** What a run has seen so far. */
export interface Report {
  programs: number;
  /** Those that the first backend could parse. */
  parsed: number;
  /** Those that it expanded. */
  valid: number;
  /** How many programs have each code. */
  codes: Map<string, number>;
  /** How often a difference is known, by the reason. */
  known: Map<string, number>;
  /** How many findings there are of each kind. */
  kinds: Map<string, number>;
  /** Findings that differ, reduced. */
  findings: Reduced[];
}

export interface Reduced extends Finding {
  program: Program;
  outcome: Outcome;
}

/** What a program must still have when it is reduced. */
const USES_MACROS = /(?:from|import|\()[^;"'`]*["'`]crate-interface\/macro/;

/** Programs are made a few at a time; each batch has a seed of its own. */
const BATCH = 50;

/** Runs programs through all backends, and reduces those of which they disagree. */
export async function fuzz({
  runs,
  seed,
  backends,
  reductions,
  progress,
}: Options): Promise<Report> {
  const report: Report = {
    programs: 0,
    parsed: 0,
    valid: 0,
    codes: new Map(),
    known: new Map(),
    kinds: new Map(),
    findings: [],
  };
  let left = reductions;
  while (report.programs < runs) {
    const numRuns = Math.min(BATCH, runs - report.programs);
    for (const program of fc.sample(programs(), {
      numRuns,
      seed: batchSeed(seed, report.programs),
    })) {
      const concerned = backends(report.programs);
      const { outcome, finding, known } = await examine(program, concerned);
      count(report, outcome);
      for (const reason of known) increment(report.known, reason);
      if (!finding) continue;
      increment(report.kinds, `${finding.by}: ${finding.kind}`);
      if (left === 0) continue;
      left--;
      const reduced = await reduceFinding(program, finding, concerned);
      if (!report.findings.some((known) => isAlike(known, reduced))) report.findings.push(reduced);
    }
    progress?.(report);
  }
  return report;
}

/** Runs of different seeds have no batch in common. */
function batchSeed(seed: number, index: number): number {
  return (Math.imul(seed, 0x9e3779b1) + index) | 0;
}

/** A program's outcome, and the first that is wrong with it. */
async function examine(program: Program, backends: readonly Compared[]): Promise<Comparison> {
  const comparison = await compare(program, backends);
  return { ...comparison, finding: findBroken(program) ?? comparison.finding };
}

async function reduceFinding(
  program: Program,
  finding: Finding,
  backends: readonly Compared[],
): Promise<Reduced> {
  const concerned = backends.filter(({ name }, index) => index === 0 || name === finding.by);
  const isRefused = ({ code, file }: Program): boolean => refusal("Babel", code, file) !== "";
  const mayBeRefused = isRefused(program);
  const failure = async (smaller: Program): Promise<Finding | null> => {
    if (!USES_MACROS.test(smaller.code)) return null;
    if (!mayBeRefused && isRefused(smaller)) return null;
    if (finding.by === "invariant") return findBroken(smaller);
    return (await compare(smaller, concerned)).finding;
  };
  const reduced = await reduce(program, async (smaller) => {
    const found = await failure(smaller);
    return found?.by === finding.by && found.kind === finding.kind;
  });
  const { outcome } = await compare(reduced, backends.slice(0, 1));
  return { ...((await failure(reduced)) ?? finding), program: reduced, outcome };
}

/** Whether two findings are of one kind, in programs that differ in names and blanks only. */
function isAlike(a: Reduced, b: Reduced): boolean {
  return (
    a.by === b.by && a.kind === b.kind && skeleton(a.program.code) === skeleton(b.program.code)
  );
}

/** A program without comments, imports, names and literals. */
function skeleton(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
    .replace(/import\b.*?from\s*(?:"[^"]*"|'[^']*')/gs, "")
    .replace(/"[^"]*"|'[^']*'|\b\d+\b/g, "N")
    .replace(/[\p{ID_Start}$_\\][\p{ID_Continue}$\\]*/gu, (word) =>
      KEYWORDS.test(word) ? word : "N",
    )
    .replace(/\b(?:const|let|var)\b/g, "let")
    .replace(/[\s;,]+/g, "");
}

const KEYWORDS =
  /^(?:export|default|class|function|async|static|this|new|await|yield|typeof|delete|get|set|let|const|var|enum|namespace|\w+_interface)$/;

function count(report: Report, outcome: Outcome): void {
  report.programs++;
  if (!isUnparsable(outcome)) report.parsed++;
  if (!outcome.errors) report.valid++;
  for (const code of new Set(outcome.errors?.map((error) => error.split(" ")[0]))) {
    increment(report.codes, code);
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
