import { BABEL_7, parsing } from "../backends/babel.ts";
import { type Backend, normalise, type Outcome } from "../fixture.ts";
import { isKnownDifference, isUnparsable } from "./known-differences.ts";
import type { Program } from "./program.ts";

/** How the outcome of one backend differs from that of another. */
export interface Finding {
  /** What finds it: a backend, or an invariant. */
  by: string;
  /** What is wrong, in a line without names and places: findings of one cause mostly agree in it. */
  kind: string;
  details: string;
}

/**
 * Runs a program through backends, and compares each with the first.
 *
 * @returns what the first made of it, and the first difference if there is one
 */
export async function compare(
  { code, file }: Program,
  [reference, ...others]: readonly Backend[],
): Promise<{ outcome: Outcome; finding: Finding | null }> {
  const outcome = await run(reference, code, file);
  if (typeof outcome === "string") {
    const finding = { by: reference.name, kind: "it throws", details: outcome };
    return { outcome: { errors: [] }, finding };
  }
  const printed = printer(file);
  const expected = await printed(outcome);
  for (const backend of others) {
    const other = await run(backend, code, file);
    if (typeof other === "string") {
      const finding = { by: backend.name, kind: `it throws ${firstLine(other)}`, details: other };
      return { outcome, finding };
    }
    if (isKnownDifference(code, outcome, other)) continue;
    const actual = await printed(other);
    if (actual === expected) continue;
    const kind =
      isUnparsable(outcome) !== isUnparsable(other)
        ? await refusal({ code, file }, outcome)
        : kindOf(outcome, other);
    const details = `${reference.name}:\n${expected}\n${backend.name}:\n${actual}`;
    return { outcome, finding: { by: backend.name, kind, details } };
  }
  return { outcome, finding: null };
}

async function run(backend: Backend, code: string, file: string): Promise<Outcome | string> {
  try {
    return await backend.expand(code, file);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Prints outcomes as one text each. Where a parser ends differs; that it ends does not. */
function printer(file: string): (outcome: Outcome) => Promise<string> {
  // Plugin and macro mostly print the same.
  const known = new Map<string, Promise<string>>();
  return async (outcome) => {
    if (outcome.errors) return isUnparsable(outcome) ? "CI1012" : outcome.errors.join("\n");
    const text = known.get(outcome.output) ?? printedAgain(outcome.output, file);
    known.set(outcome.output, text);
    return text;
  };
}

async function printedAgain(output: string, file: string): Promise<string> {
  try {
    // Babel prints no parentheses that are not needed; esbuild keeps those around functions.
    const options = parsing(file);
    Object.assign(options.parserOpts ?? {}, { attachComment: false });
    const { code } = BABEL_7.core.transformSync(output, options) ?? {};
    return (await normalise(code ?? "", file)).replace(/^\s*;\n/gm, "");
  } catch {
    return NOT_PRINTED;
  }
}

/**
 * An output with an early error that the input has too, or one that Babel's generator or esbuild get
 * wrong. Babel's parser refuses most such inputs, and invariants look at the outputs of the bundler.
 */
const NOT_PRINTED = "an output that cannot be parsed";

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
async function refusal({ code, file }: Program, outcome: Outcome): Promise<string> {
  if (isUnparsable(outcome)) return "only oxc cannot parse it";
  try {
    BABEL_7.core.parseSync(code, parsing(file));
    return "only Babel cannot parse it";
  } catch (error) {
    return `only Babel cannot parse it: ${messageOf(error)}`;
  }
}

/** What a parser says, without names and places. */
function messageOf(error: unknown): string {
  const { errors, message } = error as Error & { errors?: { text: string }[] };
  const text = errors?.[0]?.text ?? message.split("\n")[0].replace(/^\/\S+: /, "");
  return text.replace(/(['"`]).*?\1/g, "…").replace(/ \(\d+:\d+\)/, "");
}

function codesOf({ errors }: Outcome): string {
  return [...new Set(errors?.map((error) => error.split(" ")[0]))].sort().join(", ");
}

function firstLine(text: string): string {
  return text
    .split("\n")[0]
    .replace(/\/[^\s:]+/g, "FILE")
    .slice(0, 80);
}
