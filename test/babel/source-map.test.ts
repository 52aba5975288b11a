import type { SourceMapInput } from "@jridgewell/trace-mapping";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { BABEL_7, BABEL_8, ENTRIES, type Entry, parsing } from "../backends/babel.ts";
import { isComponent } from "../backends/component.ts";
import { readFixtures } from "../fixture.ts";
import { expectSymbolsTraced, expectWordsTraced, isTraced, traceWords } from "../traced-words.ts";

const FIXTURES = readFixtures().filter(({ output, file }) => output !== null && !isComponent(file));

const WAYS = [BABEL_7, BABEL_8].flatMap((babel) =>
  (Object.keys(ENTRIES) as Entry[]).map((entry) => ({ ...babel, entry })),
);

describe.each(WAYS)("Babel $version, $entry", ({ core, entry }) => {
  const expand = (input: string, file: string, options: object = {}) => {
    const { code, map } = core.transformSync(input, {
      ...parsing(file),
      plugins: [ENTRIES[entry]],
      sourceMaps: true,
      ...options,
    })!;
    return { code: code!, map: map as SourceMapInput };
  };

  test.each(FIXTURES)("$name leads to what was written", ({ input, file }) => {
    const { code, map } = expand(input, file);
    const words = traceWords(code, map, input, file);
    expectWordsTraced(words);
    expectSymbolsTraced(words);
  });

  test.each(FIXTURES)("$name leads through the map of what came before", ({ input, file }) => {
    const { stripped, before } = strip(input, file);
    const { code, map } = expand(stripped, jsOf(file), { inputSourceMap: before });
    const words = traceWords(code, map, input, jsOf(file));
    // esbuild renames what shadows, and has no places for words such as `meta` in `import.meta`.
    const known = traceWords(stripped, before as SourceMapInput, input, jsOf(file));
    const lost = new Set(known.filter((word) => !isTraced(word)).map(({ word }) => word));
    expect(lost.size).toBeLessThan(5);
    expectWordsTraced(words.filter(({ word }) => !lost.has(word)));
    expectSymbolsTraced(words);
  });

  test("code stays on its lines with `retainLines`, unless it moves to another statement", () => {
    const moved = FIXTURES.filter(({ input, file }) => {
      const { code, map } = expand(input, file, { retainLines: true });
      const words = traceWords(code, map, input, file).filter(isTraced);
      return words.some((word) => word.line !== lineAt(input, input.length - word.input.length));
    });
    expect(moved.map(({ name }) => name)).toEqual(MOVED);
  });
});

/** Fixtures in which code changes its place: defaults, and members of a class that is kept. */
const MOVED = [
  "define-default-method",
  "define-defaults-of-every-kind",
  "define-self-as-value",
  "define-self-called",
  "define-self-in-a-constant",
  "define-self-in-nested-arrows",
  "define-self-is-not-the-this-of-others",
  "implement-class-exported",
  "implement-class-exported-by-default",
  "implement-class-exported-in-a-list",
  "implement-class-that-names-itself",
  "implement-class-used-elsewhere",
  "use-callers-before-a-class-that-implements",
];

function lineAt(code: string, offset: number): number {
  return code.slice(0, offset).split("\n").length;
}

/** Types stripped by another tool, which writes everything on one line, and the map of that. */
function strip(input: string, file: string): { stripped: string; before: object } {
  const { code, map } = transformSync(input, {
    loader: /\.[cm]?ts$/.test(file) ? "ts" : "tsx",
    target: "esnext",
    jsx: "preserve",
    minifyWhitespace: true,
    sourcemap: true,
    sourcefile: file,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  return { stripped: code, before: JSON.parse(map) as object };
}

function jsOf(file: string): string {
  return file.replace(/\.([cm]?)ts(x?)$/, ".$1js$2");
}
