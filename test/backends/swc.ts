import { extname, join } from "node:path";
import type { Options } from "@swc/core";
import { type Backend, type Fixture, type Outcome, outcomeOf, position } from "../fixture.ts";
import { type Swc, VERSIONS } from "../swc/versions.ts";
import { bundler } from "./bundler.ts";
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
 * @param core what the plugin is told of the version of SWC, if anything
 */
export function options(file: string, setting: Setting, plugin?: string, core?: unknown): Options {
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
        plugins: plugin === undefined ? [] : [[plugin, { core }]],
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

/** What SWC makes of a code, in a file of a name, without the plugin. */
type Lower = (code: string, file: string) => Outcome;

/** Fixtures that SWC lowers before the plugin runs, so that more variables remain than of what they become. */
const LOWERED: Record<string, (fixture: Fixture, lower: Lower) => Promise<Outcome>> = {
  // The values of decorators, if they are calls. Macros are, though some become names.
  "file-decorators": ({ input, file }, lower) => bundler.expand(lower(input, file).output!, file),
  // Keys in quotes, beside the class that the plugin takes apart.
  "implement-class-expression": async ({ output }) => ({
    output: `var _computedKey; _computedKey = "with-dash"; ${output}`,
  }),
};

/**
 * A version of SWC with nothing but the macros expanded. SWC always lowers some syntax, and leaves out
 * imports of what only types use, so what a fixture becomes goes through it too.
 */
export function backend(swc: Swc, setting: Setting): Backend {
  const run = (input: string, file: string): Outcome =>
    transform(swc, input, options(file, setting, PLUGIN, swc.version));
  const lower: Lower = (code, file) => transform(swc, code, options(file, setting));
  const lowered = (outcome: Outcome, file: string): Outcome =>
    outcome.errors ? outcome : lower(outcome.output, file);

  return {
    name: `swc-${swc.version}-${setting}`,
    async expand(input, file) {
      if (!isComponent(file)) return run(input, file);
      const compiled = compileComponent(input, file);
      return inComponent(run(compiled.code, compiled.file), compiled);
    },
    async expected(fixture) {
      const { name, file } = fixture;
      if (isComponent(file)) return expectedOfComponent(fixture, lowered);
      if (missesTheEnd(swc, fixture)) return { errors: ["CI1012 3:30"] };
      const expected = setting === "default" && (await LOWERED[name]?.(fixture, lower));
      return lowered(expected || outcomeOf(fixture), file);
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
