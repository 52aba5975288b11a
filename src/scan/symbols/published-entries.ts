import { posix } from "node:path";
import { parseJson } from "../json-text.ts";
import { isObject, staysInside } from "../manifest/values.ts";
import { slash } from "../paths.ts";
import { readText } from "../read-file.ts";

/** What those who install a package can import from it. */
export interface PublishedEntries {
  /** The paths of code that it exports under any condition, relative, in their order. May be patterns. */
  paths: string[];
  /** The same where npm publishes it: what `publishConfig` says is not put in the place of the others. */
  npmPaths: string[];
  /** Those of `main`, which is published whatever `files` says. */
  main: string[];
  /** The key that `publishConfig` replaces, the first of several. */
  replaced: (typeof ENTRY_KEYS)[number] | null;
  /** Whether it says that it is not meant to be published. */
  isPrivate: boolean;
  /** The patterns of its files that are published; `null` where it has none. */
  files: string[] | null;
}

const CODE = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;
const DECLARATION = /\.d\.(?:\w+\.)?[cm]?ts$/;

/** The keys of package.json that lead to code. */
const ENTRY_KEYS = ["exports", "module", "main"] as const;

/** Reads {@link ENTRY_KEYS} and `files` of `<dir>/package.json`; what cannot be read exports nothing. */
export function readPublishedEntries(dir: string): PublishedEntries {
  const json = readObject(`${dir}/package.json`);
  const publishConfig = isObject(json.publishConfig) ? json.publishConfig : {};
  return {
    paths: codePaths({ ...json, ...publishConfig }),
    npmPaths: codePaths(json),
    main: codePaths({ main: json.main }),
    replaced: ENTRY_KEYS.find((key) => key in publishConfig) ?? null,
    isPrivate: json.private === true,
    files: Array.isArray(json.files) ? textsIn(json.files) : null,
  };
}

/** The files of JavaScript that a package exports, absolute. Patterns name none; sources are not for users. */
export function exportedFiles(dir: string, { paths }: PublishedEntries): string[] {
  return paths
    .filter((path) => JAVASCRIPT.test(path) && !path.includes("*"))
    .map((path) => posix.join(dir, path));
}

const JAVASCRIPT = /\.[cm]?jsx?$/;

function codePaths(json: Record<string, unknown>): string[] {
  const paths = ENTRY_KEYS.flatMap((key) => textsIn(json[key]))
    .map((path) => posix.normalize(slash(path)))
    .filter((path) => CODE.test(path) && !DECLARATION.test(path) && staysInside(path));
  return [...new Set(paths)];
}

/** The object in a file of JSON; an empty one where there is none. */
export function readObject(file: string): Record<string, unknown> {
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
