import { extname } from "node:path";
import type * as Babel from "@babel/core";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../diagnostics/display-path.ts";
import { MacroError } from "../expand/babel/macro-error.ts";
import { toDiagnostic } from "../expand/problem.ts";
import crateInterface from "../integrations/babel.ts";
import { unparsable } from "../messages.ts";
import { MACRO_MODULE } from "../naming.ts";
import type { Expanded } from "./backends.ts";
import { loadTool } from "./load-tool.ts";
import { UsageError } from "./settings.ts";

type Syntax = NonNullable<Babel.ParserOptions["plugins"]>;

/** What Babel's parser calls the syntaxes that a file of an extension may have. */
const SYNTAX: Record<string, Syntax | undefined> = {
  ".js": ["jsx"],
  ".jsx": ["jsx"],
  ".mjs": ["jsx"],
  ".cjs": ["jsx"],
  ".ts": ["typescript"],
  ".mts": ["typescript"],
  ".cts": ["typescript"],
  ".tsx": ["typescript", "jsx"],
};

/** What the parser of the bundlers' backend reads unasked. */
const UNASKED: Syntax = [
  "decorators-legacy",
  "decoratorAutoAccessors",
  "explicitResourceManagement",
];

/**
 * Expands a file by Babel and its plugin alone: what it leaves is printed by Babel, with types and
 * JSX as they were. No configuration is read.
 *
 * @param cwd where Babel is looked for first: a project's own
 * @throws UsageError for a file that Babel cannot read, and when there is no Babel
 */
export async function expandWithBabel(code: string, file: string, cwd: string): Promise<Expanded> {
  const syntax = SYNTAX[extname(file)];
  if (!syntax)
    throw new UsageError(
      `Babel does not read \`${displayPath(file, cwd)}\`; leave out \`--backend babel\``,
    );
  const { transformAsync } = await loadTool<typeof Babel>("@babel/core", "Babel", cwd);
  if (!code.includes(MACRO_MODULE)) return { code, diagnostics: [] };
  try {
    const result = await transformAsync(code, {
      filename: file,
      configFile: false,
      babelrc: false,
      browserslistConfigFile: false,
      sourceType: "module",
      parserOpts: { plugins: [...syntax, ...UNASKED] },
      generatorOpts: { compact: false, jsescOption: { minimal: true } },
      plugins: [crateInterface],
    });
    return { code: result?.code ?? code, diagnostics: [] };
  } catch (error) {
    if (error instanceof MacroError) return { code, diagnostics: error.diagnostics };
    if (isParseError(error)) return { code, diagnostics: [notParsed(error, file)] };
    throw error;
  }
}

/** What Babel throws for a file that is no valid program. */
interface ParseError extends Error {
  loc: { index: number };
}

function isParseError(error: unknown): error is ParseError {
  return error instanceof Error && "code" in error && error.code === "BABEL_PARSE_ERROR";
}

/** The same diagnostic as for any parser, without the file, place and code frame in Babel's words. */
function notParsed({ message, loc }: ParseError, file: string): Diagnostic {
  const [line] = message.slice(`${file}: `.length).split("\n", 1);
  const reason = line.replace(/ \(\d+:\d+\)$/, "");
  const { index: start } = loc;
  const problem = {
    message: unparsable(reason),
    ofCall: false,
    start,
    end: start + 1,
    related: [],
  };
  return toDiagnostic(problem, file);
}
