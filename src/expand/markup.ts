import type { ScriptBlock } from "./script-blocks.ts";

/** A piece of JavaScript in the markup of a component. */
export interface MarkupExpression {
  /** Where it begins in the file, in UTF-16 code units. */
  start: number;
  text: string;
}

/**
 * The JavaScript in the markup of a Vue or Svelte component. Nothing is expanded there: the
 * component's compiler reads it in a language of its own. It is looked through for macros all the
 * same, so that one is an error and not a call of a function that is gone.
 */
export function markupExpressions(
  code: string,
  file: string,
  scripts: readonly ScriptBlock[],
): MarkupExpression[] {
  let markup = code.replace(/<!--[\s\S]*?(?:-->|$)/g, blank);
  for (const { start, code: script } of scripts) {
    const end = start + script.length;
    markup = markup.slice(0, start) + blank(script) + markup.slice(end);
  }
  const pattern = file.endsWith(".svelte") ? SVELTE : VUE;
  return [...markup.matchAll(pattern)].map((match) => {
    const text = match.slice(1).find((group) => group !== undefined) ?? "";
    return { start: match.index + match[0].indexOf(text), text };
  });
}

function blank(text: string): string {
  return " ".repeat(text.length);
}

/**
 * `{{ expression }}`, and the value of a directive: `v-if="..."`, `:key="..."`, `@click='...'`. Longer
 * ones are not looked through: many that never end would each be read to the file's end.
 */
const VUE =
  /\{\{([\s\S]{0,10000}?)\}\}|\s(?:v-[\w:.-]+|[:@#][\w:.[\]-]+)\s*=\s*(?:"([^"]{0,10000})"|'([^']{0,10000})')/g;

/** From one brace to the line's or the expression's end; more than one per expression does no harm. */
const SVELTE = /\{([^{}]*)/g;
