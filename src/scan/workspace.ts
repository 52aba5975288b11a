import { posix } from "node:path";
import { fdir } from "fdir";
import picomatch from "picomatch";
import { byText } from "../by-text.ts";
import { parentOf } from "./paths.ts";
import { isFile } from "./read-file.ts";
import { workspaceGlobs } from "./workspace-globs.ts";

/**
 * The directories of all packages of the workspace that a package belongs to, sorted: those that
 * the nearest npm, Yarn, Bun or pnpm workspace around it names, if that names the package as well or
 * is its own. None where there is no workspace.
 *
 * @param dir the real path of the package
 */
export function workspacePackages(dir: string): string[] {
  for (let folder = dir; ; folder = parentOf(folder)) {
    const globs = workspaceGlobs(folder);
    const packages = globs === null ? [] : packagesIn(folder, globs);
    if (packages.length > 0 && (folder === dir || packages.includes(dir))) return packages;
    if (folder === parentOf(folder)) return [];
  }
}

/** The folders with a package.json that globs name. One with `!` takes away, wherever it stands. */
function packagesIn(folder: string, globs: readonly string[]): string[] {
  const clean = globs.map((glob) => glob.replace(/^(!?)(?:\.?\/)+/, "$1").replace(/\/+$/, ""));
  const taken = clean.filter((glob) => !glob.startsWith("!")).map(manifestOf);
  const ignore = clean.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const matches = picomatch(taken, { ignore: ignore.map(manifestOf) });
  const files = new Set(taken.flatMap((glob) => manifestsBelow(folder, glob)));
  return [...files]
    .filter((file) => matches(posix.relative(folder, file)))
    .map(parentOf)
    .sort(byText);
}

function manifestOf(glob: string): string {
  return glob === "" || glob === "." ? "package.json" : `${glob}/package.json`;
}

/** The files among which those that match a glob are: no folder is entered in vain. */
function manifestsBelow(folder: string, glob: string): string[] {
  const { base, isGlob, glob: rest } = picomatch.scan(glob);
  const start = posix.join(folder, base);
  if (!isGlob) return isFile(start) ? [start] : [];
  const depth = rest.split("/").length - 1;
  return new fdir({ excludeSymlinks: true })
    .withFullPaths()
    .withPathSeparator("/")
    .withMaxDepth(rest.includes("**") ? Number.POSITIVE_INFINITY : depth)
    .exclude((name) => name === "node_modules" || name.startsWith("."))
    .filter((path) => path.endsWith("/package.json"))
    .crawl(start)
    .sync();
}
