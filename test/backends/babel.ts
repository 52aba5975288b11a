import { createRequire } from "node:module";
import { extname, join } from "node:path";
import type * as Babel from "@babel/core";
import plugin from "../../src/integrations/babel.ts";
import type { Backend, Outcome } from "../fixture.ts";
import { compileComponent, expectedOfComponent, inComponent, isComponent } from "./component.ts";

const repository = join(import.meta.dirname, "../..");

/** A version of Babel, and what its users take from beside it. */
export interface BabelVersion {
  version: 7 | 8;
  core: typeof Babel;
  /** Resolves a preset or plugin that belongs to this version. */
  resolve(name: string): string;
}

function babelFrom(version: 7 | 8, folder: string): BabelVersion {
  const require = createRequire(join(repository, folder, "package.json"));
  return { version, core: require("@babel/core"), resolve: (name) => require.resolve(name) };
}

export const BABEL_7: BabelVersion = babelFrom(7, ".");
export const BABEL_8: BabelVersion = babelFrom(8, "test/babel-8");

/** The ways to have the macros expanded by Babel. */
export const ENTRIES = {
  plugin: plugin as Babel.PluginItem,
  macro: "babel-plugin-macros",
} as const satisfies Record<string, Babel.PluginItem>;

export type Entry = keyof typeof ENTRIES;

/** The file that an input is taken for: in the repository, from which the macro is resolved. */
export function pathOf(file: string): string {
  return join(repository, "test/fixture", file);
}

/**
 * Options under which Babel parses whatever a fixture holds and changes nothing itself.
 *
 * @param file decides by its extension how it is parsed, as for the bundler backend
 */
export function parsing(file: string): Babel.TransformOptions {
  const typed = /^\.[cm]?tsx?$/.test(extname(file));
  const plugins: Babel.ParserOptions["plugins"] = [
    "decorators",
    "decoratorAutoAccessors",
    "explicitResourceManagement",
  ];
  if (typed) plugins.push("typescript");
  if (!typed || file.endsWith(".tsx")) plugins.push("jsx");
  return {
    babelrc: false,
    configFile: false,
    filename: pathOf(file),
    sourceType: "module",
    parserOpts: { plugins },
  };
}

/**
 * What Babel makes of an input with these options.
 *
 * @throws whatever is no report of ours and no syntax error
 */
export function transform(
  { core }: BabelVersion,
  input: string,
  options: Babel.TransformOptions,
): Outcome {
  try {
    return { output: core.transformSync(input, options)?.code ?? "" };
  } catch (error) {
    return { errors: reportedIn(error as Error) };
  }
}

/** The reports in an error that Babel throws, as `errors.txt` has them. */
export function reportedIn(error: Error & { code?: string; loc?: Position }): string[] {
  // Babel parses before any plugin runs, so what it says of syntax is its own.
  if (error.code === "BABEL_PARSE_ERROR" && error.loc) {
    return [`CI1012 ${error.loc.line}:${error.loc.column + 1}`];
  }
  if (
    error instanceof TypeError &&
    /babel-plugin-macros/.test(error.stack?.match(/^ +at .*/m)?.[0] ?? "")
  ) {
    return [MACROS_FAILED];
  }
  if (error.name !== "MacroError") throw error;
  const reports = [...error.message.matchAll(REPORT)].map(([, code, at]) => `${code} ${at}`);
  if (reports.length === 0) throw error;
  return reports;
}

interface Position {
  line: number;
  /** From 0. */
  column: number;
}

/** Where an error was thrown by babel-plugin-macros, which says nothing of the file. */
export const MACROS_FAILED = "babel-plugin-macros failed";

/** The headline of a report and the place below it. */
const REPORT = /(?:^|: )error\[(CI\d+)\]: .*\n +--> .*?:(\d+:\d+)$/gm;

/**
 * Fixtures that babel-plugin-macros never hands to a macro: it fails itself, or leaves the file as it
 * is. That the build reports them all the same is in `test/babel/unseen-by-macros.test.ts`.
 */
export const UNSEEN_BY_MACROS: Record<string, "fails" | "unchanged"> = {
  "error-macro-namespace-import": "fails",
  "error-macro-dynamic-import": "unchanged",
  "error-macro-re-exported": "unchanged",
};

/** Babel with nothing but the macros expanded. */
function backend(babel: BabelVersion, entry: Entry): Backend {
  const run = (input: string, file: string): Outcome =>
    transform(babel, input, { ...parsing(file), plugins: [ENTRIES[entry]] });
  return {
    name: `babel-${babel.version}-${entry}`,
    async expand(input, file) {
      if (!isComponent(file)) return run(input, file);
      const compiled = compileComponent(input, file);
      return inComponent(run(compiled.code, compiled.file), compiled);
    },
    async expected(fixture) {
      const unseen = entry === "macro" && UNSEEN_BY_MACROS[fixture.name];
      if (unseen === "unchanged") return { output: fixture.input };
      if (unseen) return { errors: [MACROS_FAILED] };
      return isComponent(fixture.file) ? expectedOfComponent(fixture) : null;
    },
  };
}

/** Every version of Babel by every entry. No user gives a component to Babel: its compiler does. */
export const BABEL: readonly Backend[] = [BABEL_7, BABEL_8].flatMap((babel) => [
  backend(babel, "plugin"),
  backend(babel, "macro"),
]);
