import { createRequire } from "node:module";
import type { ParseResult, TransformOptions } from "@babel/core";
import { describe, expect, test } from "vitest";
import {
  BABEL_7,
  BABEL_8,
  type BabelVersion,
  ENTRIES,
  type Entry,
  parsing,
  reportedIn,
  UNSEEN_BY_MACROS,
} from "../backends/babel.ts";
import { isComponent } from "../backends/component.ts";
import { type Fixture, normalise, readFixtures } from "../fixture.ts";

// Trees that are not as Babel's parser makes them by default: tools parse in other ways, and give
// Babel the tree alone.

const FIXTURES = readFixtures().filter(
  ({ file, errors }) => !isComponent(file) && !errors?.[0].startsWith("CI1012"),
);

const WAYS = [BABEL_7, BABEL_8].flatMap((babel) =>
  (Object.keys(ENTRIES) as Entry[]).map((entry) => ({ babel, version: babel.version, entry })),
);

describe.each(WAYS)("Babel $version, $entry", ({ babel, entry }) => {
  const handed = FIXTURES.filter(({ name }) => entry === "plugin" || !(name in UNSEEN_BY_MACROS));

  test.each([
    ["parentheses as nodes", { createParenthesizedExpressions: true }],
    ["comments that hang on nothing", { attachComment: false }],
    ["places as ranges, and tokens", { ranges: true, tokens: true }],
    ["a kind of source that is told by the code", { sourceType: "unambiguous" as const }],
  ])("%s", async (_, parserOpts) => {
    for (const fixture of handed) {
      const options = parsing(fixture.file);
      options.parserOpts = { ...options.parserOpts, ...parserOpts };
      const tree = babel.core.parseSync(fixture.input, options)!;
      const expected = await expectedOf(fixture);
      expect(await expand(babel, entry, tree, fixture), fixture.name).toEqual(expected);
    }
  });

  test("a tree without its text", async () => {
    for (const fixture of handed) {
      const tree = babel.core.parseSync(fixture.input, parsing(fixture.file))!;
      const expected = await expectedOf(fixture);
      const actual = await expand(babel, entry, tree, { ...fixture, input: "" });
      // Of what is wrong, the file is known and the text cannot be shown.
      const codes = fixture.errors?.map((error) => error.split(" ")[0]);
      expect(actual, fixture.name).toEqual(codes ?? expected);
    }
  });

  test("Hermes, which parses JavaScript and Flow for React Native", async () => {
    const different: string[] = [];
    let parsed = 0;
    for (const fixture of handed) {
      const tree = parseByHermes(fixture);
      if (!tree) continue;
      parsed++;
      const [actual, expected] = await Promise.all([
        expand(babel, entry, tree, fixture),
        expectedOf(fixture),
      ]);
      if (String(actual) !== String(expected)) different.push(fixture.name);
    }
    expect(parsed).toBeGreaterThan(150);
    expect(different).toEqual(TYPED_FOR_TYPESCRIPT);
  });
});

/** Fixtures with types, in a language that gives them another meaning or that esbuild cannot strip. */
const TYPED_FOR_TYPESCRIPT = ["call-type-arguments", "file-cts", "file-mts", "file-tsx"];

/** The program as all backends print it, or the errors. */
async function expand(
  { core }: BabelVersion,
  entry: Entry,
  tree: ParseResult,
  { file, input }: Fixture,
): Promise<string | string[]> {
  const options: TransformOptions = { ...parsing(file), plugins: [ENTRIES[entry]] };
  let code: string;
  try {
    code = core.transformFromAstSync(tree, input, options)?.code ?? "";
  } catch (error) {
    if (input === "") return codesOf(error as Error);
    return reportedIn(error as Error);
  }
  return printed(code, file).catch(() => code);
}

const programs = new Map<string, Promise<string>>();

/** Normalised; every text once, as most are the same in all ways. */
function printed(code: string, file: string): Promise<string> {
  const key = `${file}\n${code}`;
  const program = programs.get(key) ?? normalise(code, file);
  programs.set(key, program);
  return program;
}

function codesOf({ message }: Error): string[] {
  return [...message.matchAll(/(?:^|: )error\[(CI\d+)\]/gm)].map(([, code]) => code);
}

async function expectedOf({ file, output, errors }: Fixture): Promise<string | string[]> {
  return errors ?? printed(output ?? "", file);
}

const metro = createRequire(createRequire(import.meta.url).resolve("metro"));
const hermes = metro("hermes-parser") as { parse(code: string, options: object): ParseResult };

/** As Metro's transformer for React Native parses; `null` where Hermes does not know the syntax. */
function parseByHermes({ input }: Fixture): ParseResult | null {
  // It leaves decorators of methods out.
  if (/^ *@/m.test(input)) return null;
  try {
    return hermes.parse(input, { babel: true, sourceType: "module" });
  } catch {
    return null;
  }
}
