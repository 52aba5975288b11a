import { realpathSync } from "node:fs";
import { resolve } from "node:path";

/** The path with forward slashes, as all records have it. */
export function slash(path: string): string {
  return path.includes("\\") && process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

/** The absolute real path with forward slashes, or `null` when nothing is there. */
export function realPath(path: string): string | null {
  try {
    return slash(realpathSync.native(path));
  } catch {
    return null;
  }
}

/**
 * The absolute real path of a file that may be gone: what exists of the path is followed, the rest
 * is taken as written. For a deleted file it is the path that it had.
 */
export function realPathOfMissing(path: string): string {
  const absolute = slash(resolve(path));
  let head = absolute;
  for (let parent = parentOf(head); parent !== head; parent = parentOf(head)) {
    head = parent;
    const real = realPath(head);
    if (real !== null) return withSlash(real) + absolute.slice(withSlash(head).length);
  }
  return absolute;
}

/** The folder above, or the path itself when there is none. */
export function parentOf(path: string): string {
  const end = path.lastIndexOf("/");
  if (end < 0) return path;
  // "/" and "C:/" have nothing above them.
  return end === 0 ? "/" : end === 2 && path[1] === ":" ? path.slice(0, 3) : path.slice(0, end);
}

/** Whether a file or folder is in a folder, at any depth. */
export function isBelow(path: string, dir: string): boolean {
  return path.startsWith(withSlash(dir));
}

function withSlash(dir: string): string {
  return dir.endsWith("/") ? dir : `${dir}/`;
}
