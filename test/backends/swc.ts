import { extname, join } from "node:path";
import type { Options } from "@swc/core";
import { type Backend, type Fixture, type Outcome, outcomeOf, position } from "../fixture.ts";
import { type Swc, VERSIONS } from "../swc/versions.ts";
import { compileComponent, expectedOfComponent, inComponent, isComponent } from "./component.ts";

const repository = join(import.meta.dirname, "../..");

/** The plugin, as `npm run build` writes it. */
export const PLUGIN: string = join(repository, "dist/crate-interface.wasm");

/** Where hosts keep what they compile of a plugin. */
export const CACHE: string = join(repository, ".tmp/swc-cache");

/** What else SWC does: when plugins run, and how it lowers decorators, which it always does. */
const SETTINGS = {
  /** Types are stripped and decorators lowered before plugins run. */
  default: { runPluginFirst: false, decorators: { decoratorVersion: "2022-03" } },
  legacy: { runPluginFirst: false, decorators: { legacyDecorator: true } },
  first: { runPluginFirst: true, decorators: { decoratorVersion: "2022-03" } },
} as const;

export type Setting = keyof typeof SETTINGS;

export const EVERY_SETTING = Object.keys(SETTINGS) as readonly Setting[];

/**
 * Options under which SWC parses whatever a fixture holds, and lowers no more than it has to.
 *
 * @param file decides by its extension how it is parsed, as for the bundler backend
 * @param plugin the path of a plugin to run, if any
 */
export function options(file: string, setting: Setting, plugin?: string): Options {
  const { runPluginFirst, decorators } = SETTINGS[setting];
  return {
    filename: file,
    swcrc: false,
    configFile: false,
    jsc: {
      target: "esnext",
      parser: /^\.[cm]?tsx?$/.test(extname(file))
        ? { syntax: "typescript", tsx: file.endsWith("x"), decorators: true }
        : { syntax: "ecmascript", jsx: true, decorators: true, explicitResourceManagement: true },
      transform: { ...decorators, react: { runtime: "preserve" } },
      experimental: {
        cacheRoot: CACHE,
        runPluginFirst,
        plugins: plugin === undefined ? [] : [[plugin, {}]],
      },
    },
  };
}

/**
 * What SWC makes of an input with these options.
 *
 * @throws whatever is no report of ours and no syntax error
 */
export function transform(swc: Swc, input: string, given: Options): Outcome {
  try {
    return { output: swc.transformSync(input, given).code };
  } catch (error) {
    return { errors: reportedIn(error as Error, input) };
  }
}

/** The reports in an error that SWC throws, as `errors.txt` has them. */
export function reportedIn(error: Error, input: string): string[] {
  const reports = [...error.message.matchAll(REPORT)].map(([, code, at]) => `${code} ${at}`);
  if (reports.length > 0) return reports;
  // SWC parses before any plugin runs, so what it says of syntax is its own.
  const at = /Syntax Error/.test(error.message) && placeIn(error.message);
  if (!at) throw error;
  // What is behind the end of a line is at the beginning of the next one.
  const lines = input.split("\n").slice(0, at.line - 1);
  const before = lines.reduce((length, line) => length + line.length + 1, 0);
  return [`CI1012 ${position(input, before + at.column - 1)}`];
}

/** The headline of a report and the place below it. */
const REPORT = /^ +[x×] error\[(CI\d+)\]: .*\n +[|│] +--> .*?:(\d+:\d+)$/gmu;

/** Where SWC shows an error: at the first mark below a line, or without any, at what it says itself. */
function placeIn(message: string): { line: number; column: number } | null {
  const marked = /^ *(\d+) \| .*\n +: ( *\^)/m.exec(message);
  if (marked) return { line: Number(marked[1]), column: marked[2]!.length };
  const named = /,-\[.*:(\d+):(\d+)\]$/m.exec(message);
  return named && { line: Number(named[1]), column: Number(named[2]) };
}

/** What SWC makes of a code without the plugin. */
type Lower = (code: string) => string;

/** Fixtures of which SWC has lowered more before the plugin runs than of what they become. */
const LOWERED: Record<string, (output: string, lower: Lower) => string> = {
  // The value of a decorator is kept in a variable if it is a call, as a macro is.
  "file-decorators": (output, lower) =>
    lower(output.replace("@__DiIf_inject ", "@held(__DiIf_inject) ")).replace(
      /held\((\w+)\)/,
      "$1",
    ),
  // A key in quotes is kept in a variable, next to the class; the plugin only sees to the class.
  "implement-class-expression": (output, lower) =>
    `var _computedKey; _computedKey = "with-dash"; ${lower(output)}`,
};

/**
 * Files that do not tell how their host encodes functions, which changed with 1.16: they have no other
 * functions than arrows without a block, which 1.15.46 and 1.15.47 encode as 1.16 does.
 */
const UNTELLING = [
  "define-self-in-namespace",
  "file-tsx",
  "file-vue-that-implements",
  "implement-without-semicolons",
];

/** What a fixture becomes in a version of SWC: where functions cannot be written, arrows stay arrows. */
export function outputIn({ version }: Swc, fixture: string, output: string): string {
  if (!UNTELLING.includes(fixture) || ["1.15.0", "1.15.21"].includes(version)) return output;
  const hoisted = /^export function (\S+)\((.*?)\) \{ return (.*); \}$/gm;
  return output.replace(hoisted, "export const $1 = ($2) => $3;");
}

/** Errors that are not in what the plugin is given, by their fixtures. */
const STRIPPED: Record<string, string> = {
  // An import that nothing uses goes with the types, unless `verbatimModuleSyntax` keeps it.
  "error-several-are-sorted": "CI1001 1:72",
};

/**
 * A version of SWC with nothing but the macros expanded. SWC always lowers some syntax, and leaves out
 * imports of what only types use, so what a fixture becomes goes through it too.
 */
export function backend(swc: Swc, setting: Setting): Backend {
  const run = (input: string, file: string): Outcome =>
    transform(swc, input, options(file, setting, PLUGIN));
  const lower = (code: string, file: string): Outcome =>
    transform(swc, code, options(file, setting));

  return {
    name: `swc-${swc.version}-${setting}`,
    async expand(input, file) {
      if (!isComponent(file)) return run(input, file);
      const compiled = compileComponent(input, file);
      return inComponent(run(compiled.code, compiled.file), compiled);
    },
    async expected(fixture) {
      const { name, file, errors } = fixture;
      const lowered = (outcome: Outcome, as: string): Outcome =>
        outcome.errors ? outcome : lower(outputIn(swc, name, outcome.output), as);
      if (isComponent(file)) return expectedOfComponent(fixture, lowered);
      if (missesTheEnd(swc, fixture)) return { errors: ["CI1012 3:30"] };
      const stripped = setting !== "first" && STRIPPED[name];
      if (stripped) return { errors: errors!.filter((each) => each !== stripped) };
      const differently = setting === "default" && LOWERED[name];
      if (!differently) return lowered(outcomeOf(fixture), file);
      return { output: differently(fixture.output!, (code) => lower(code, file).output!) };
    },
  };
}

/** Whether a parser misses the rest of a file behind its last token: later ones do where the file ends. */
function missesTheEnd(swc: Swc, { name }: Fixture): boolean {
  return swc.version === "1.15.0" && name === "error-syntax-at-the-end";
}

/** Every version of SWC under test, in every setting. */
export const SWC: readonly Backend[] = VERSIONS.flatMap((swc) =>
  EVERY_SETTING.map((setting) => backend(swc, setting)),
);
