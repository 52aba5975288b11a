import { posix } from "node:path";
import { parentOf } from "./paths.ts";
import { isFile } from "./read-file.ts";

/** What TypeScript tries for a specifier without an extension, in its order. */
const EXTENSIONS = [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".d.mts", ".d.cts", ".js", ".jsx"];

/** Source files that a specifier with the extension of their output stands for. */
const SOURCES: Record<string, readonly string[]> = {
  ".js": [".ts", ".tsx", ".d.ts", ".js", ".jsx"],
  ".jsx": [".tsx", ".d.ts", ".jsx"],
  ".mjs": [".mts", ".d.mts", ".mjs"],
  ".cjs": [".cts", ".d.cts", ".cjs"],
};

/**
 * The file that holds the types of a relative import (TypeScript's `bundler` resolution), or `null`
 * when there is none or the specifier is not relative.
 *
 * @param seen is given every path that was tried: when one of them comes or goes, so may the result
 */
export function resolveRelative(
  specifier: string,
  importer: string,
  seen: Set<string>,
): string | null {
  if (!/^\.{1,2}(?:\/|$)/.test(specifier)) return null;
  const path = posix.join(parentOf(importer), specifier);
  for (const candidate of candidates(path)) {
    seen.add(candidate);
    if (isFile(candidate)) return candidate;
  }
  return null;
}

function* candidates(path: string): Generator<string> {
  const extension = posix.extname(path);
  const sources = Object.hasOwn(SOURCES, extension) ? SOURCES[extension] : undefined;
  if (sources) {
    const stem = path.slice(0, -extension.length);
    for (const source of sources) yield stem + source;
    return;
  }
  if (/^\.(?:[cm]?ts|tsx|vue|svelte)$/.test(extension)) {
    yield path;
    return;
  }
  const stem = path.endsWith("/") ? path.slice(0, -1) : path;
  if (stem === path) for (const added of EXTENSIONS) yield path + added;
  for (const added of EXTENSIONS) yield `${stem}/index${added}`;
}
