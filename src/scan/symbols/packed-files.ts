import picomatch from "picomatch";
import type { PublishedEntries } from "./published-entries.ts";

/**
 * Whether `npm pack` takes a file, by `files` of package.json: patterns as those of a .gitignore, from
 * the folder of the package, where a folder stands for all that is in it, and `!` takes away. Without
 * them everything counts as taken; so does `main`.
 *
 * @param path relative to the package
 */
export function isPacked(path: string, { files, main }: PublishedEntries): boolean {
  if (files === null || main.includes(path)) return true;
  let taken = false;
  for (const pattern of files) {
    const [, not, glob] = /^(!?)\.?\/*(.*?)\/*$/.exec(pattern) as unknown as string[];
    if (glob === "" || picomatch.isMatch(path, [glob, `${glob}/**`], { dot: true })) taken = !not;
  }
  return taken;
}
