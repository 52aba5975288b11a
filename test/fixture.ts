import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { type TransformOptions, transform } from "esbuild";
import { SourceLines } from "../src/diagnostics/source-lines.ts";

/**
 * One case of the corpus that every backend runs: a folder `test/fixtures/<name>/` with
 *
 * - `input.<ext>`: a file as a user writes it;
 * - `output.<ext>`: what its macros become, written by hand from DESIGN 3; or
 * - `errors.txt`: a line `CI1009 3:16` for each error, code and position (line and column from 1).
 */
export interface Fixture {
  name: string;
  /** `input.tsx`: the extension decides how it is parsed. */
  file: string;
  input: string;
  output: string | null;
  /** In the order of the file. */
  errors: string[] | null;
}

/** What a backend makes of an input: text, or the errors as `errors.txt` has them. */
export type Outcome =
  | {
      output: string;
      /** A name whose extension says what the output is, where that is not what the input was. */
      file?: string;
      errors?: undefined;
    }
  | { output?: undefined; errors: string[] };

/** One implementation of the expansion. */
export interface Backend {
  name: string;
  expand(input: string, file: string): Promise<Outcome>;
  /**
   * What the backend has to make of a fixture, where it is not given the file itself. Without it,
   * and where it answers `null`, that is what the fixture's folder says.
   */
  expected?(fixture: Fixture): Promise<Outcome | null>;
}

const ROOT = join(import.meta.dirname, "fixtures");

export function readFixtures(): Fixture[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFixture(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readFixture(name: string): Fixture {
  const folder = join(ROOT, name);
  const files = readdirSync(folder);
  const file = files.find((entry) => entry.startsWith("input."));
  if (!file) throw new Error(`test/fixtures/${name} has no input`);
  const output = files.find((entry) => entry.startsWith("output."));
  const errors = files.includes("errors.txt");
  if (Boolean(output) === errors) {
    throw new Error(`test/fixtures/${name} needs an output or errors.txt, and not both`);
  }
  return {
    name,
    file,
    input: readFileSync(join(folder, file), "utf8"),
    output: output ? readFileSync(join(folder, output), "utf8") : null,
    errors: errors ? readFileSync(join(folder, "errors.txt"), "utf8").trim().split("\n") : null,
  };
}

/** What the folder of a fixture says that its input becomes. */
export function outcomeOf({ output, errors }: Fixture): Outcome {
  return output === null ? { errors: errors ?? [] } : { output };
}

/** What a backend makes of a fixture and what it has to, to be equal: a normalised text, or errors. */
export async function compare(
  backend: Backend,
  fixture: Fixture,
): Promise<Record<"actual" | "expected", string | string[]>> {
  const comparable = (outcome: Outcome): Promise<string> | string[] =>
    outcome.errors ?? normalise(outcome.output, outcome.file ?? fixture.file);
  const expected = (await backend.expected?.(fixture)) ?? outcomeOf(fixture);
  const actual = await backend.expand(fixture.input, fixture.file);
  return { actual: await comparable(actual), expected: await comparable(expected) };
}

/**
 * The one printer through which outputs are compared: types stripped, comments and formatting
 * gone, every import that is not a type kept as it stands.
 */
export async function normalise(code: string, file: string): Promise<string> {
  const extension = extname(file);
  if (extension === ".vue" || extension === ".svelte") return code.trim();
  const options: TransformOptions = {
    loader: /^\.[cm]?ts$/.test(extension) ? "ts" : "tsx",
    target: "esnext",
    jsx: "preserve",
    charset: "utf8",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  };
  // esbuild keeps lists on one line that were written so; without white space all are.
  const dense = await transform(code, { ...options, minifyWhitespace: true });
  return (await transform(dense.code, options)).code;
}

/** `3:16` for an offset: line and column from 1, columns in UTF-16 code units, as users see it. */
export function position(code: string, offset: number): string {
  const { line, column } = new SourceLines(code).at(offset);
  return `${line}:${column}`;
}
