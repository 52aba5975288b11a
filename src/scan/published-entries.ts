import { posix } from "node:path";
import { parseJson } from "./json-text.ts";
import { isObject, staysInside } from "./manifest.ts";
import { slash } from "./paths.ts";
import { readText } from "./read-file.ts";

/** What those who install a package can import from it. */
export interface PublishedEntries {
  /** The paths of code that it exports under any condition, relative, in their order. May be patterns. */
  paths: string[];
  /** Whether it says that it is not meant to be published. */
  isPrivate: boolean;
}

const CODE = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;
const DECLARATION = /\.d\.(?:\w+\.)?[cm]?ts$/;

/** Reads `exports`, `module` and `main` of `<dir>/package.json`; what cannot be read exports nothing. */
export function readPublishedEntries(dir: string): PublishedEntries {
  const json = readObject(`${dir}/package.json`);
  // pnpm and Yarn publish these in place of the others.
  const { exports, module, main } = {
    ...json,
    ...(isObject(json.publishConfig) ? json.publishConfig : {}),
  };
  const paths = [exports, module, main]
    .flatMap(textsIn)
    .map((path) => posix.normalize(slash(path)))
    .filter((path) => CODE.test(path) && !DECLARATION.test(path) && staysInside(path));
  return { paths: [...new Set(paths)], isPrivate: json.private === true };
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

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
