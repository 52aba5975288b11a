import { BABEL_7, parsing } from "../backends/babel.ts";
import { normalise, type Outcome } from "../fixture.ts";
import { isUnparsable } from "./known-differences.ts";

/** Prints an outcome as a text that is the same for all that are alike. */
export type Printer = (outcome: Outcome) => Promise<string>;

/** A printer for one program. Where a parser ends differs; that it ends does not. */
export function printer(file: string): Printer {
  // Many backends print the same.
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
    // SWC marks as a module what was one for types alone, and esbuild looks at that. Babel prints no parentheses that are not needed; esbuild keeps those around functions.
    const options = parsing(file);
    Object.assign(options.parserOpts ?? {}, { attachComment: false });
    const { code } = BABEL_7.core.transformSync(output, options) ?? {};
    return (await normalise(`${code}\nexport {};`, file)).replace(/^(?:\s*|export \{\});\n/gm, "");
  } catch {
    return NOT_PRINTED;
  }
}

/**
 * An output with an early error that the input has too, or one that Babel's generator or esbuild get
 * wrong. Babel's parser refuses most such inputs, and invariants look at the outputs of the bundler.
 */
export const NOT_PRINTED = "an output that cannot be parsed";
