import type { Range } from "../expand/site.ts";

/** Where a text stops being JSON. */
export interface JsonError extends Range {
  /** A few words. */
  problem: string;
}

/** Where a value of a JSON text stands, and the key before it (`null` in an array or at the top). */
export interface JsonPlace {
  key: Range | null;
  value: Range;
}

/** A way into a JSON value: keys of objects, indices of arrays. */
export type JsonPath = readonly (string | number)[];

/** A container being read: where it began and which of its values comes next. */
interface Frame {
  array: boolean;
  start: number;
  segment: string | number;
  key: Range | null;
}

type Expected = "value" | "first" | "key" | "colon" | "next" | "end";

/** Every token but strings. */
const TOKEN = /[ \t\r\n]+|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Parses JSON. A byte order mark is accepted. Where it fails, {@link findJsonError} says why.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return JSON.parse(withoutMark(text));
}

/** The first place where a text is not JSON (RFC 8259), or `null` when it is. */
export function findJsonError(text: string): JsonError | null {
  return walk(text);
}

/**
 * Where a value of a JSON text stands; of a repeated key the last, which is the one that counts.
 * `null` when there is no such value.
 */
export function locateJson(text: string, path: JsonPath): JsonPlace | null {
  let found: JsonPlace | null = null;
  const error = walk(text, (frames, place) => {
    if (frames.length === path.length && isBelow(frames, path)) found = place;
  });
  return error === null ? found : null;
}

/** Where the values of an object stand, by key: each of them as {@link locateJson} finds it. */
export function locateEntries(text: string, path: JsonPath): Map<string, JsonPlace> {
  const found = new Map<string, JsonPlace>();
  const error = walk(text, (frames, place) => {
    if (frames.length !== path.length + 1 || !isBelow(frames, path)) return;
    found.set(String(frames[path.length].segment), place);
  });
  return error === null ? found : new Map();
}

/**
 * One pass without recursion, so that no nesting is too deep.
 *
 * @param visit is told of each value once it ends, with the containers that it is in
 */
function walk(
  text: string,
  visit?: (frames: readonly Frame[], place: JsonPlace) => void,
): JsonError | null {
  const source = withoutMark(text);
  const frames: Frame[] = [];
  let expected = "value" as Expected;

  const finish = (start: number, end: number): void => {
    const frame = frames.at(-1);
    visit?.(frames, { key: frame?.key ?? null, value: { start, end } });
    expected = frame === undefined ? "end" : "next";
  };

  let at = 0;
  while (at < source.length) {
    const start = at;
    at = tokenEnd(source, start);
    if (at < 0) return wrong(source, start, wanted(expected, frames));
    const first = source.charAt(start);
    if (" \t\r\n".includes(first)) continue;
    const frame = frames.at(-1);
    const fail = (): JsonError => wrong(source, start, wanted(expected, frames));

    if (first === "}" || first === "]") {
      const closes = (expected === "next" || expected === "first") && frame !== undefined;
      if (!closes || frame.array !== (first === "]")) return fail();
      frames.pop();
      finish(frame.start, at);
    } else if (first === ",") {
      if (expected !== "next" || frame === undefined) return fail();
      if (frame.array) frame.segment = (frame.segment as number) + 1;
      expected = frame.array ? "value" : "key";
    } else if (first === ":") {
      if (expected !== "colon") return fail();
      expected = "value";
    } else if (frame?.array === false && (expected === "key" || expected === "first")) {
      if (first !== '"') return fail();
      frame.segment = JSON.parse(source.slice(start, at)) as string;
      frame.key = { start, end: at };
      expected = "colon";
    } else if (expected !== "value" && expected !== "first") {
      return fail();
    } else if (first === "{" || first === "[") {
      frames.push({ array: first === "[", start, segment: first === "[" ? 0 : "", key: null });
      expected = "first";
    } else {
      finish(start, at);
    }
  }
  return expected === "end" ? null : wrong(source, source.length, wanted(expected, frames));
}

/** Where the token ends that begins at a place; -1 when none does. */
function tokenEnd(source: string, start: number): number {
  if (source.charAt(start) === '"') return stringEnd(source, start);
  TOKEN.lastIndex = start;
  return TOKEN.test(source) ? TOKEN.lastIndex : -1;
}

/** As {@link tokenEnd}. No regular expression: on a string that does not end it would try everything. */
function stringEnd(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit < FIRST_PRINTABLE) return -1;
    if (unit !== BACKSLASH) continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(source)) return -1;
    at = ESCAPE.lastIndex - 1;
  }
  return -1;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

/** Whether containers are on the way that a path leads, or at its end. */
function isBelow(frames: readonly Frame[], path: JsonPath): boolean {
  return path.every((segment, i) => frames[i].segment === segment);
}

function wanted(expected: Expected, frames: readonly Frame[]): string {
  const close = frames.at(-1)?.array ? "`]`" : "`}`";
  if (expected === "first") return close === "`]`" ? "a value or `]`" : "a key or `}`";
  if (expected === "key") return "a key";
  if (expected === "colon") return "`:`";
  if (expected === "next") return `\`,\` or ${close}`;
  return expected === "end" ? "the end of the file" : "a value";
}

function wrong(source: string, start: number, what: string): JsonError {
  // The offending word, so that the frame underlines all of it.
  const length = /^(?:[\w$]+|\/[/*])/.exec(source.slice(start, start + 40))?.[0].length ?? 1;
  return { start, end: Math.min(start + length, source.length), problem: `expected ${what}` };
}

/** Replaces the mark by a space, which JSON skips, so that offsets stay those of the file. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
}
