import { MACROS_FAILED } from "../backends/babel.ts";
import type { Outcome } from "../fixture.ts";
import { type Compared, refusal } from "./backends.ts";
import type { Program } from "./program.ts";
import { isResolvedWrongly } from "./resolver.ts";
import { hasMovedThis, MOVED_THIS, strippedErrors } from "./stripped.ts";
import { parse } from "./tree.ts";

// What differs between the tools underneath, and so is no difference of backends.

/** A program that one parser refuses and another accepts. */
interface ParserDifference {
  why: string;
  /** What the refusing parser is given, as far as it tells. */
  pattern: RegExp;
  /** The parser that refuses it. */
  refusedBy: Compared["tool"];
}

const BLANKS = String.raw`(?:\s|/\*[\s\S]*?\*/|//.*)*`;

const PARSERS: readonly ParserDifference[] = [
  {
    why: "In a class, it takes `[async x => 1] = 1` for an index signature with a modifier.",
    pattern: new RegExp(String.raw`\[${BLANKS}async\b`),
    refusedBy: "oxc",
  },
  {
    why: "As a key, it takes a BigInt for none behind `get`, `set` or `async`.",
    pattern: new RegExp(String.raw`\b(?:get|set|async)${BLANKS}\*?${BLANKS}12n\b`),
    refusedBy: "SWC",
  },
  {
    why: "It takes the first `of` of `for (const of of x)` for the keyword.",
    pattern: new RegExp(String.raw`\b(?:const|let|var)${BLANKS}of${BLANKS}(?:of|in)\b`),
    refusedBy: "SWC",
  },
  {
    why: "Behind `using x =`, it takes `in` for that of a loop.",
    pattern: /\busing\b[^;]*=[^;]*\bin\b/,
    refusedBy: "SWC",
  },
  {
    why: "It takes `case (a): b => c` for an arrow function with a type.",
    pattern: new RegExp(String.raw`\bcase\b[^;]*\)${BLANKS}:[^;]*=>`),
    refusedBy: "SWC",
  },
  {
    why: "Behind an arrow function with a block, it ends neither a statement nor a field before an operator.",
    pattern: new RegExp(String.raw`=>${BLANKS}\{[\s\S]*\}${BLANKS}[-+*/]`),
    refusedBy: "SWC",
  },
];

/** How a reason begins that has to do with what parsers accept. */
export const PARSERS_DIFFER = "Parsers differ: ";

/** Why it is no difference of backends that one makes something else of a program; `null` if it is. */
export function knownDifference(
  program: Program,
  backend: Compared,
  expected: Outcome,
  actual: Outcome,
): string | null {
  const { tool, strips } = backend;
  const [oxc, other] = [expected, actual].map(isUnparsable);
  if (oxc !== other) {
    const why = parserDifference(program, oxc ? "oxc" : tool, backend);
    return why && PARSERS_DIFFER + why;
  }
  if (tool === "Babel") return isUnseenByMacros(program.code, expected, actual) ? UNSEEN : null;
  if (isResolvedWrongly(program, backend.newest !== undefined)) {
    return "SWC takes a name for that of the code around.";
  }
  if (losesImports(program, backend)) return "It loses an import that its newest version keeps.";
  if (!strips) return null;
  if (expected.errors) return strippedErrors(program, expected.errors, actual.errors ?? []);
  if (HIDING_IMPORT.test(program.code)) return "`import a = b` that nothing uses is stripped.";
  return hasMovedThis(program) ? MOVED_THIS : null;
}

function parserDifference(
  { code, file }: Program,
  refusedBy: Compared["tool"],
  { tool, newest }: Compared,
): string | null {
  if (refusedBy === tool && newest && refusal(tool, code, file) === "") {
    return "Its newest version can parse it.";
  }
  // None looks for all early errors.
  const third = tool === "Babel" ? "SWC" : "Babel";
  if (refusal(third, code, file) !== "") return `${third} refuses it, too.`;
  const known = PARSERS.find(
    (difference) => difference.refusedBy === refusedBy && difference.pattern.test(code),
  );
  return known?.why ?? null;
}

/** Whether imports are gone from what an old version of a tool makes of a program without the plugin. */
function losesImports({ code, file }: Program, { newest, lower }: Compared): boolean {
  if (!newest) return false;
  const [kept, expected] = [lower, newest.lower].map((each) => each!(code, file).output ?? "");
  const found = imported(kept!, file);
  return [...imported(expected!, file)].some((name) => !found.has(name));
}

function imported(code: string, file: string): Set<string> {
  const names = parse(code, file).module.staticImports.flatMap(({ entries }) => entries);
  return new Set(names.map(({ localName }) => localName.value));
}

/** Whether a parser refused the program. */
export function isUnparsable({ errors }: Outcome): boolean {
  return errors?.some((error) => error.startsWith("CI1012")) ?? false;
}

const UNSEEN = "babel-plugin-macros fails itself.";

/**
 * babel-plugin-macros fails at a namespace import before any macro runs, and at what is done with
 * `require`, whose scope it does not look at.
 */
function isUnseenByMacros(code: string, expected: Outcome, actual: Outcome): boolean {
  const [failed] = actual.errors ?? [];
  const isMistake = expected.errors?.some((error) => error.startsWith("CI1001")) ?? false;
  return failed === MACROS_FAILED && (isMistake || /\brequire\b/.test(code));
}

/** `import __HelloIf_hello = a.b`, after which that name is taken. */
const HIDING_IMPORT = new RegExp(String.raw`\bimport\b[^;]*?\b(?:__\w+|Object|require)${BLANKS}=`);
