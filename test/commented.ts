import type * as Babel from "@babel/core";
import { parseSync } from "oxc-parser";
import { expect } from "vitest";
import { BABEL_7, parsing } from "./backends/babel.ts";
import { isComponent } from "./backends/component.ts";
import { type Fixture, readFixtures } from "./fixture.ts";

/** Fixtures that become something, but for components. */
export const FIXTURES: readonly Fixture[] = readFixtures().filter(
  ({ output, file }) => output !== null && !isComponent(file),
);

/** Tokens that are comments, or what templates are made of. */
const NOT_BEFORE = ["CommentBlock", "CommentLine", "#!...", "`", "template", "${"];

/** Each with a comment before every token where one may stand. */
export const COMMENTED: readonly Fixture[] = FIXTURES.map((fixture) => ({
  ...fixture,
  input: commented(fixture),
}));

/** What is in the first list and not, or not as often, in the second. */
export function without(all: readonly string[], some: readonly string[]): string[] {
  const rest = [...some];
  return all.filter((item) => {
    const index = rest.indexOf(item);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** What the comments say, sorted: those in removed code move. */
export function commentsOf(code: string, file: string): string[] {
  const lang = /\.[cm]?ts$/.test(file) ? "ts" : "tsx";
  const { comments, errors } = parseSync(file, code, { lang, sourceType: "module" });
  expect(errors).toEqual([]);
  return comments
    .map(({ value }) => value.replace(/\s+/g, " ").trim())
    .filter((value) => !/^[@#]__PURE__$/.test(value))
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
