import { extname, join } from "node:path";
import type { Options } from "@swc/core";
import { type Backend, type Outcome, outcomeOf } from "../fixture.ts";
import { type Swc, VERSIONS } from "../swc/versions.ts";
import { compileComponent, expectedOfComponent, inComponent, isComponent } from "./component.ts";

const repository = join(import.meta.dirname, "../..");

/** The plugin, as `npm run build` writes it. */
export const PLUGIN: string = join(repository, "dist/crate-interface.wasm");

/** Where hosts keep what they compile of a plugin. */
const CACHE = join(repository, ".tmp/swc-cache");

/** When plugins run: after types were stripped and decorators lowered, or first. */
export const ORDERS = { default: false, first: true } as const satisfies Record<string, boolean>;

export type Order = keyof typeof ORDERS;

/**
 * Options under which SWC parses whatever a fixture holds, and lowers no more than it has to: types
 * and decorators.
 *
 * @param file decides by its extension how it is parsed, as for the bundler backend
 * @param plugin the path of a plugin to run, if any
 */
export function options(file: string, order: Order, plugin?: string): Options {
  const parser: NonNullable<Options["jsc"]>["parser"] = /^\.[cm]?tsx?$/.test(extname(file))
    ? { syntax: "typescript", tsx: file.endsWith("x"), decorators: true }
    : { syntax: "ecmascript", jsx: true, decorators: true };
  return {
    filename: file,
    swcrc: false,
    configFile: false,
    jsc: {
      target: "esnext",
      parser,
      transform: { decoratorVersion: "2022-03", react: { runtime: "preserve" } },
      experimental: {
        cacheRoot: CACHE,
        runPluginFirst: ORDERS[order],
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
    return { errors: reportedIn(error as Error) };
  }
}

/** The reports in an error that SWC throws, as `errors.txt` has them. */
export function reportedIn(error: Error): string[] {
  const reports = [...error.message.matchAll(REPORT)].map(([, code, at]) => `${code} ${at}`);
  if (reports.length > 0) return reports;
  // SWC parses before any plugin runs, so what it says of syntax is its own.
  const [, line, mark] = SYNTAX_ERROR.exec(error.message) ?? [];
  if (line === undefined || mark === undefined) throw error;
  return [`CI1012 ${line}:${mark.length}`];
}

/** The headline of a report and the place below it. */
const REPORT = /^ +[x×] error\[(CI\d+)\]: .*\n +[|│] +--> .*?:(\d+:\d+)$/gmu;

/** The first line with a mark below it, and what is before the end of the mark's beginning. */
const SYNTAX_ERROR = /^ *(\d+) \| .*\n +: ( *\^).*[\s\S]*Syntax Error/m;

/** Fixtures of which SWC itself says something else. */
const DIFFERENT: Record<string, string[]> = {
  // Its parser misses the rest of the file behind the last token, not where the file ends.
  "error-syntax-at-the-end": ["CI1012 3:30"],
};

/**
 * A version of SWC with nothing but the macros expanded. SWC always lowers some syntax, and leaves out
 * imports of what only types use, so what a fixture becomes goes through it too.
 */
export function backend(swc: Swc, order: Order): Backend {
  const run = (input: string, file: string): Outcome =>
    transform(swc, input, options(file, order, PLUGIN));
  const lowered = (outcome: Outcome, file: string): Outcome =>
    outcome.errors ? outcome : transform(swc, outcome.output, options(file, order));

  return {
    name: `swc-${swc.version}-${order}`,
    async expand(input, file) {
      if (!isComponent(file)) return run(input, file);
      const compiled = compileComponent(input, file);
      return inComponent(run(compiled.code, compiled.file), compiled);
    },
    async expected(fixture) {
      const different = DIFFERENT[fixture.name];
      if (different) return { errors: different };
      if (isComponent(fixture.file)) return expectedOfComponent(fixture, lowered);
      return lowered(outcomeOf(fixture), fixture.file);
    },
  };
}

/** Every version of SWC under test, in both orders. */
export const SWC: readonly Backend[] = VERSIONS.flatMap((swc) => [
  backend(swc, "default"),
  backend(swc, "first"),
]);
