import { posix } from "node:path";
import type { Span } from "../../diagnostics/diagnostic.ts";
import { locateJson, parseJson } from "../json-text.ts";
import { isObject, staysInside } from "../manifest/values.ts";
import { slash } from "../paths.ts";
import { readText } from "../read-file.ts";

/** What those who install a package can import from it. */
export interface PublishedEntries {
  /** The paths of code that it exports under any condition, relative, in their order. May be patterns. */
  paths: string[];
  /** Whether it says that it is not meant to be published. */
  isPrivate: boolean;
  /** The patterns of its files that are published; `null` where it has none. */
  files: string[] | null;
}

const CODE = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;
const DECLARATION = /\.d\.(?:\w+\.)?[cm]?ts$/;

/** Reads `exports`, `module`, `main` and `files` of `<dir>/package.json`; what cannot be read exports nothing. */
export function readPublishedEntries(dir: string): PublishedEntries {
  const json = readObject(`${dir}/package.json`);
  // pnpm and Yarn publish these in place of the others.
  const { exports, module, main } = {
    ...json,
    ...(isObject(json.publishConfig) ? json.publishConfig : {}),
  };
  const paths = [exports, module, main]
    .flatMap((value) => textsIn(value))
    .map((path) => posix.normalize(slash(path)))
    .filter((path) => CODE.test(path) && !DECLARATION.test(path) && staysInside(path));
  return {
    paths: [...new Set(paths)],
    isPrivate: json.private === true,
    files: Array.isArray(json.files) ? textsIn(json.files) : null,
  };
}

/** Where a value of `<dir>/package.json` stands; its beginning when it has none. */
export function manifestSpan(dir: string, key: string): Span {
  const file = `${dir}/package.json`;
  const text = readText(file);
  const place = typeof text === "string" ? locateJson(text, [key])?.value : null;
  return { file, start: place?.start ?? 0, end: place?.end ?? 0 };
}

function readObject(file: string): Record<string, unknown> {
  const text = readText(file);
  if (typeof text !== "string") return {};
  try {
    const json = parseJson(text);
    return isObject(json) ? json : {};
  } catch {
    return {};
  }
}

/** Deeper conditions are a mistake, and recursion stays shallow. */
const MAX_DEPTH = 32;

function textsIn(value: unknown, depth: number = 0): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return [];
  return Object.values(value).flatMap((each) => textsIn(each, depth + 1));
}
