import { printable } from "../diagnostics/printable.ts";

/** Text that is HTML or SVG already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What {@link markup} takes: texts are escaped, markup and lists of it are not. */
export type Insertion = string | number | Markup | readonly Markup[];

/**
 * HTML or SVG with values in it. Names of packages are whatever their authors wrote: there is no way
 * to insert a text that is not escaped.
 *
 * @example
 * markup`<p title="${title}">${lines.map((line) => markup`${line}<br>`)}</p>`
 */
export function markup(parts: TemplateStringsArray, ...values: Insertion[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + written(values[index - 1]) + part));
}

function written(value: Insertion): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return value.map(({ text }) => text).join("");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
