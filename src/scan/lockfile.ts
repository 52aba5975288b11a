import { parentOf } from "./paths.ts";
import { isFile } from "./read-file.ts";

/** What npm, pnpm, Yarn and Bun write when they have installed something. */
const LOCKFILES = [
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "bun.lockb",
];

/** Whether a path is that of a lockfile: when it changes, other packages may be installed. */
export function isLockfile(path: string): boolean {
  return LOCKFILES.includes(path.slice(path.lastIndexOf("/") + 1));
}

/** The lockfiles of the nearest folder at or above a package that has any. */
export function lockfilesOf(dir: string): string[] {
  const files = LOCKFILES.map((name) => (dir.endsWith("/") ? dir : `${dir}/`) + name).filter(
    isFile,
  );
  return files.length > 0 || dir === parentOf(dir) ? files : lockfilesOf(parentOf(dir));
}
