import type * as Babel from "@babel/core";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { BABEL, BABEL_7, parsing } from "../backends/babel.ts";
import { bundler } from "../backends/bundler.ts";
import { isComponent } from "../backends/component.ts";
import { type Fixture, normalise, readFixtures } from "../fixture.ts";

// No comment that a user wrote is lost or doubled: neither those of the corpus, nor one before every
// token of it.

const FIXTURES = readFixtures().filter(({ output, file }) => output !== null && !isComponent(file));

/** Tokens that are comments, or what templates are made of. */
const NOT_BEFORE = ["CommentBlock", "CommentLine", "#!...", "`", "template", "${"];

/** Each with a comment before every token where one may stand. */
const COMMENTED = FIXTURES.map((fixture) => ({ ...fixture, input: commented(fixture) }));

describe.each([bundler, ...BABEL])("$name keeps the comments of", ({ name: backend, expand }) => {
  test.each(FIXTURES)("$name", async ({ input, file }) => {
    const { output = "" } = await expand(input, file);
    expect(commentsOf(output, file)).toEqual(commentsOf(input, file));
  });

  test.each(COMMENTED)("$name with a comment before every token", async (fixture) => {
    const { file, input, output: expected } = fixture;
    const { output = "", errors } = await expand(input, file);
    expect(errors).toBeUndefined();
    const kept = commentsOf(output, file);
    const written = commentsOf(input, file);
    expect(without(kept, written)).toEqual([]);
    const lost = without(written, kept);
    expect(backend === "bundler" ? lost : without(lost, lostByBabel(fixture))).toEqual([]);
    expect(await normalise(output, file)).toBe(await normalise(expected ?? "", file));
  });
});

/** The comments that Babel itself does not print, when nothing is expanded. */
function lostByBabel({ input, file }: Fixture): string[] {
  const { code } = BABEL_7.core.transformSync(input, parsing(file))!;
  return without(commentsOf(input, file), commentsOf(code ?? "", file));
}

/** What is in the first list and not, or not as often, in the second. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const rest = [...some];
  return all.filter((item) => {
    const index = rest.indexOf(item);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** What the comments say, sorted: those in removed code move. */
function commentsOf(code: string, file: string): string[] {
  const lang = /\.[cm]?ts$/.test(file) ? "ts" : "tsx";
  const { comments, errors } = parseSync(file, code, { lang, sourceType: "module" });
  expect(errors).toEqual([]);
  return comments
    .map(({ value }) => value.replace(/\s+/g, " ").trim())
    .filter((value) => value !== "@__PURE__")
    .sort();
}

/** The input with `1` in a comment before its first token, and so on. */
function commented({ input, file }: Fixture): string {
  const options = parsing(file);
  const { ast } = BABEL_7.core.transformSync(input, {
    ...options,
    parserOpts: { ...options.parserOpts, tokens: true },
    ast: true,
    code: false,
  })!;
  const inMarkup = markupOf(ast!.program);
  let result = "";
  let last = 0;
  let count = 0;
  let before = "";
  for (const { type, start } of (ast as unknown as { tokens: Token[] }).tokens) {
    const label = typeof type === "string" ? type : type.label;
    const isPrivate = before === "#";
    before = label;
    if (NOT_BEFORE.includes(label) || isPrivate || inMarkup(start)) continue;
    result += `${input.slice(last, start)}/* ${++count} */`;
    last = start;
  }
  return result + input.slice(last);
}

interface Token {
  type: string | { label: string };
  start: number;
}

/** Whether a place is in the text of JSX, or between the parts of a tag. */
function markupOf(program: Babel.types.Program): (offset: number) => boolean {
  const markup: Babel.types.Node[] = [];
  const { traverseFast, isJSXElement, isJSXFragment, isJSXExpressionContainer } =
    BABEL_7.core.types;
  traverseFast(program, (node) => {
    if (isJSXElement(node) || isJSXFragment(node) || isJSXExpressionContainer(node)) {
      markup.push(node);
    }
  });
  return (offset) => {
    // What is found later is further inside.
    const innermost = markup.findLast(({ start, end }) => start! < offset && offset < end!);
    return innermost !== undefined && !isJSXExpressionContainer(innermost);
  };
}
