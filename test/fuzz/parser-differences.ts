import type { Outcome } from "../fixture.ts";

/** A program that one parser refuses and another accepts, which says nothing about the backends. */
interface ParserDifference {
  why: string;
  /** What the refusing parser is given, as far as it tells. */
  pattern: RegExp;
  /** The parser that refuses it. */
  refusedBy: "oxc" | "Babel";
}

const BLANKS = String.raw`(?:\s|/\*[\s\S]*?\*/|//.*)*`;

const KNOWN: readonly ParserDifference[] = [
  {
    why: "In a class, it takes `[async x => 1] = 1` for an index signature with a modifier.",
    pattern: new RegExp(String.raw`\[${BLANKS}async\b`),
    refusedBy: "oxc",
  },
];

/** Whether only a parser refuses a program, and is known to. */
export function isKnownParserDifference(code: string, expected: Outcome, actual: Outcome): boolean {
  const [oxc, babel] = [expected, actual].map(isUnparsable);
  if (oxc === babel) return false;
  const by = oxc ? "oxc" : "Babel";
  return KNOWN.some(({ refusedBy, pattern }) => refusedBy === by && pattern.test(code));
}

/** Whether a parser refused the program. */
export function isUnparsable({ errors }: Outcome): boolean {
  return errors?.some((error) => error.startsWith("CI1012")) ?? false;
}
