import { MACROS_FAILED } from "../backends/babel.ts";
import type { Outcome } from "../fixture.ts";

// What differs between the tools underneath, and so is no difference of backends.

/** A program that one parser refuses and another accepts. */
interface ParserDifference {
  why: string;
  /** What the refusing parser is given, as far as it tells. */
  pattern: RegExp;
  /** The parser that refuses it. */
  refusedBy: "oxc" | "Babel";
}

const BLANKS = String.raw`(?:\s|/\*[\s\S]*?\*/|//.*)*`;

const PARSERS: readonly ParserDifference[] = [
  {
    why: "In a class, it takes `[async x => 1] = 1` for an index signature with a modifier.",
    pattern: new RegExp(String.raw`\[${BLANKS}async\b`),
    refusedBy: "oxc",
  },
];

/** Whether only the tools differ in what they make of a program. */
export function isKnownDifference(code: string, expected: Outcome, actual: Outcome): boolean {
  const [oxc, babel] = [expected, actual].map(isUnparsable);
  if (oxc === babel) return isUnseenByMacros(code, expected, actual);
  const by = oxc ? "oxc" : "Babel";
  return PARSERS.some(({ refusedBy, pattern }) => refusedBy === by && pattern.test(code));
}

/** Whether a parser refused the program. */
export function isUnparsable({ errors }: Outcome): boolean {
  return errors?.some((error) => error.startsWith("CI1012")) ?? false;
}

/**
 * babel-plugin-macros fails at a namespace import before any macro runs, and at what is done with
 * `require`, whose scope it does not look at.
 */
function isUnseenByMacros(code: string, expected: Outcome, actual: Outcome): boolean {
  const [failed] = actual.errors ?? [];
  const isMistake = expected.errors?.some((error) => error.startsWith("CI1001")) ?? false;
  return failed === MACROS_FAILED && (isMistake || /\brequire\b/.test(code));
}
