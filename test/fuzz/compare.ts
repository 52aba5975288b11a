import type { Outcome } from "../fixture.ts";
import { type Compared, refusal } from "./backends.ts";
import { isUnparsable, knownDifference } from "./known-differences.ts";
import { levelled } from "./levelled.ts";
import { NOT_PRINTED, type Printer, printer } from "./printer.ts";
import type { Program } from "./program.ts";

/** How the outcome of one backend differs from that of another. */
export interface Finding {
  /** What finds it: a backend, or an invariant. */
  by: string;
  /** What is wrong, in a line without names and places: findings of one cause mostly agree in it. */
  kind: string;
  details: string;
}

export interface Comparison {
  /** What the first backend makes of the program. */
  outcome: Outcome;
  /** The first difference, if there is one. */
  finding: Finding | null;
  /** Why others are none. */
  known: string[];
}

/** Runs a program through backends, and compares each with the first. */
export async function compare(
  program: Program,
  [reference, ...others]: readonly Compared[],
): Promise<Comparison> {
  const outcome = await run(reference, program);
  const known: string[] = [];
  if (typeof outcome === "string") {
    const finding = { by: reference.name, kind: "it throws", details: outcome };
    return { outcome: { errors: [] }, finding, known };
  }
  const printed = printer(program.file);
  for (const backend of others) {
    const found = await difference(program, outcome, backend, printed);
    if (typeof found === "string") known.push(`${backend.tool}: ${found}`);
    else if (found) {
      const details = `${reference.name}:\n${found.expected}\n${backend.name}:\n${found.actual}`;
      return { outcome, finding: { by: backend.name, kind: found.kind, details }, known };
    }
  }
  return { outcome, finding: null, known };
}

interface Difference {
  kind: string;
  expected: string;
  actual: string;
}

/** How a backend differs in what it makes of a program, or why that is none of its differences. */
async function difference(
  program: Program,
  reference: Outcome,
  backend: Compared,
  printed: Printer,
): Promise<Difference | string | null> {
  const outcome = await run(backend, program);
  if (typeof outcome === "string") {
    if (failsAlone(program, backend)) return "It fails itself.";
    const kind = `it throws ${firstLine(outcome)}${isUnparsable(reference) ? ", unlike oxc" : ""}`;
    return { kind, expected: await printed(reference), actual: outcome };
  }
  const right = lowered(reference, program.file, backend);
  const [expected, actual] = [await printed(right), await printed(outcome)];
  if (expected === actual) return null;
  const known =
    (await unprintable(program, expected, printed)) ??
    knownDifference(program, backend, reference, outcome) ??
    (await otherwiseLowered(program, backend, [right, outcome], printed));
  if (known !== null) return known;
  const kind =
    isUnparsable(reference) === isUnparsable(outcome)
      ? kindOf(right, outcome)
      : refusalOf(program, reference, backend);
  return { kind, expected, actual };
}

/** Why what is expected cannot be printed, if that is for an error that the program itself has. */
async function unprintable(
  { code }: Program,
  expected: string,
  printed: Printer,
): Promise<string | null> {
  if (expected !== NOT_PRINTED || (await printed({ output: code })) !== NOT_PRINTED) return null;
  return "Neither the program nor what it becomes can be printed.";
}

/** What a tool makes of an outcome besides, unless it refuses that. */
function lowered(outcome: Outcome, file: string, { lower }: Compared): Outcome {
  if (outcome.errors || !lower) return outcome;
  try {
    const made = lower(outcome.output, file);
    return made.errors ? outcome : made;
  } catch {
    return outcome;
  }
}

/** Whether a tool throws at a program without the macros being expanded, too. */
function failsAlone({ code, file }: Program, { lower }: Compared): boolean {
  try {
    lower?.(code, file);
    return false;
  } catch {
    return true;
  }
}

/** Why SWC's outputs are not the same, if they come to the same. */
async function otherwiseLowered(
  program: Program,
  { tool, strips }: Compared,
  [expected, actual]: readonly [Outcome, Outcome],
  printed: Printer,
): Promise<string | null> {
  if (tool !== "SWC" || !strips || expected.errors || actual.errors) return null;
  const text = await levelled(expected.output, program, printed);
  const isSame = text === (await levelled(actual.output, program, printed));
  return isSame ? "What is lowered depends on what else there is." : null;
}

async function run(backend: Compared, { code, file }: Program): Promise<Outcome | string> {
  try {
    return await backend.expand(code, file);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function kindOf(expected: Outcome, actual: Outcome): string {
  if (!expected.errors && !actual.errors) return "another output";
  if (!expected.errors) return `${codesOf(actual)} instead of an output`;
  if (!actual.errors) return `an output instead of ${codesOf(expected)}`;
  if (codesOf(expected) !== codesOf(actual)) {
    return `${codesOf(actual)} instead of ${codesOf(expected)}`;
  }
  return `${codesOf(expected)} at another place`;
}

/** Which of the parsers refuses a program, and with which words. */
function refusalOf({ code, file }: Program, reference: Outcome, { tool }: Compared): string {
  if (isUnparsable(reference)) return `${tool} can parse it, unlike oxc`;
  return `only ${tool} cannot parse it: ${refusal(tool, code, file)}`;
}

function codesOf({ errors }: Outcome): string {
  return [...new Set(errors?.map((error) => error.split(" ")[0]))].sort().join(", ");
}

/** The first line that says something. */
function firstLine(text: string): string {
  return text
    .replace(/^Error: plugin\s+x /, "")
    .split("\n")[0]!
    .replace(/\/[^\s:]+/g, "FILE")
    .slice(0, 200);
}
