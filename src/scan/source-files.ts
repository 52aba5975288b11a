import { fdir } from "fdir";
import picomatch from "picomatch";
import { byText } from "../by-text.ts";
import { parseJson } from "./json-text.ts";
import { isObject } from "./manifest/values.ts";
import { isBelow, realPath } from "./paths.ts";
import { isFile, readText } from "./read-file.ts";
import { compiledInto } from "./tsconfig.ts";

/** Which files of a source package are scanned, besides the rules of {@link createFileRules}. */
export interface FileOptions {
  /** Globs, relative to the package, of files to scan although a rule leaves them out. */
  include?: readonly string[];
  /** Globs, relative to the package, of files and folders not to scan; these come first. */
  exclude?: readonly string[];
}

/** Decides about the files of one source package. */
export interface FileRules {
  /**
   * All files to scan, or those in one folder of the package: absolute, sorted. Folders that
   * cannot be listed count as empty.
   */
  list(folder?: string): string[];
  /** Whether one absolute path would be in the list if it exists. */
  has(file: string): boolean;
}

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;

/** Whether a name or path is that of a file with code. */
export function isSourceFile(name: string): boolean {
  return SOURCE.test(name);
}

const DECLARATION = /\.d\.(?:\w+\.)?[cm]?ts$/;
const TEST_FILE = /\.(?:test|spec)\.\w+$/;
const TEST_FOLDERS = new Set(["__mocks__", "__tests__", "test", "tests"]);
const OUTPUT_FOLDERS = new Set(["dist", "build", "out", "coverage"]);

/**
 * The files of a package that are scanned: TypeScript, JavaScript, Vue and Svelte sources, and not
 *
 * - declaration files (`*.d.ts`),
 * - tests: `*.test.*`, `*.spec.*`, and what is in `__tests__`, `__mocks__`, `test` or `tests` at any depth,
 * - build output: `dist`, `build`, `out` and `coverage` directly in the package (deeper, such names
 *   are those of source folders), and the `outDir` of its tsconfig.json,
 * - folders that begin with a dot, and `node_modules`,
 * - nested packages: folders whose package.json has a name. One that only says `"type": "module"`
 *   begins no package,
 * - symbolic links: what they lead to is scanned where it really is.
 *
 * `include` adds files back, but none of `node_modules`, `.git` or a nested package. So does naming a
 * file in package.json, which even `exclude` does not undo.
 *
 * @param named absolute paths of such files
 */
export function createFileRules(
  dir: string,
  options: FileOptions = {},
  named: readonly string[] = [],
): FileRules {
  const included = matcher(options.include);
  const excluded = matcher(options.exclude);
  const output = compiledInto(dir);
  // Relative folder to whether it is left out whatever the globs say.
  const foreign = new Map<string, boolean>();

  const isForeign = (folder: string): boolean => {
    let known = foreign.get(folder);
    if (known === undefined) {
      const name = baseName(folder);
      known = name === "node_modules" || name === ".git" || isPackage(`${dir}/${folder}`);
      foreign.set(folder, known);
    }
    return known;
  };
  const isSkipped = (folder: string): boolean => folder === output || isSkippedFolder(folder);
  const prunes = (folder: string): boolean =>
    (!included && isSkipped(folder)) || excluded?.(folder) === true || isForeign(folder);
  const takes = (file: string): boolean => {
    const name = baseName(file);
    if (!isSourceFile(name) || excluded?.(file)) return false;
    if (included?.(file)) return true;
    if (TEST_FILE.test(name) || DECLARATION.test(name)) return false;
    // Without `include`, no skipped folder was entered.
    return !included || !folders(file).some(isSkipped);
  };
  const isNamed = (file: string): boolean =>
    named.includes(file) &&
    isSourceFile(file) &&
    !folders(file.slice(dir.length + 1)).some(isForeign);

  const crawl = (folder: string): string[] => {
    const skip = dir.length + 1;
    if (folder !== dir && folders(`${folder.slice(skip)}/`).some(prunes)) return [];
    return new fdir({ excludeSymlinks: true })
      .withFullPaths()
      .withPathSeparator("/")
      .exclude((_, path) => prunes(path.slice(skip, -1)))
      .filter((path) => takes(path.slice(skip)))
      .crawl(folder)
      .sync();
  };

  return {
    list(folder = dir) {
      const also = named.filter(
        (file) => isBelow(file, folder) && isNamed(file) && isFile(file) && realPath(file) === file,
      );
      return [...new Set([...crawl(folder), ...also])].sort(byText);
    },
    has(file) {
      if (!isBelow(file, dir)) return false;
      const relative = file.slice(dir.length + 1);
      return (takes(relative) && !folders(relative).some(prunes)) || isNamed(file);
    },
  };
}

/** Whether a folder, relative to its package, is left out unless `include` names what is in it. */
function isSkippedFolder(folder: string): boolean {
  const name = baseName(folder);
  return name.startsWith(".") || TEST_FOLDERS.has(name) || OUTPUT_FOLDERS.has(folder);
}

/**
 * Whether a folder is that of a package: its package.json has a name.
 *
 * @internal
 */
export function isPackage(dir: string): boolean {
  const file = `${dir}/package.json`;
  if (!isFile(file)) return false;
  const text = readText(file);
  if (typeof text !== "string") return true;
  try {
    const json = parseJson(text);
    return isObject(json) && typeof json.name === "string";
  } catch {
    // Broken while it is being edited: most likely the package it was before.
    return true;
  }
}

/** `a`, `a/b` for `a/b/file.ts`. */
function folders(file: string): string[] {
  const result: string[] = [];
  for (let at = file.indexOf("/"); at >= 0; at = file.indexOf("/", at + 1)) {
    result.push(file.slice(0, at));
  }
  return result;
}

function matcher(globs: readonly string[] | undefined): ((path: string) => boolean) | null {
  if (!globs || globs.length === 0) return null;
  return picomatch(
    globs.map((glob) => glob.replace(/^\.\//, "").replace(/\/$/, "/**")),
    { dot: true },
  );
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
