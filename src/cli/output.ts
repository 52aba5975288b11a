import { lstatSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { displayPath } from "../diagnostics/display-path.ts";
import { writeAtomically } from "../write-file.ts";
import { UsageError } from "./settings.ts";

/**
 * Writes a file that the user asked for, as a whole or not at all.
 *
 * @param cwd the directory that its path is shown relative to
 * @throws UsageError which says why it cannot be written: ``cannot write `out`: it is a folder``
 */
export function writeOutput(file: string, text: string, cwd: string): void {
  // Before anything is tried: to replace a link to a folder by a file would succeed.
  if (isFolder(file)) throw cannotWrite(file, "it is a folder", cwd);
  try {
    writeAtomically(file, text);
  } catch (error) {
    throw cannotWrite(file, reasonOf(file, error as Error, cwd), cwd);
  }
}

function cannotWrite(file: string, reason: string, cwd: string): UsageError {
  return new UsageError(`cannot write \`${displayPath(file, cwd) || "."}\`: ${reason}`);
}

/** What the system calls it differs by system where a file is in the way: `EEXIST`, `ENOTDIR`, `ENOENT`. */
function reasonOf(file: string, error: Error, cwd: string): string {
  for (let above = dirname(file); above !== dirname(above); above = dirname(above)) {
    if (!exists(above)) continue;
    if (!isFolder(above)) return `\`${displayPath(above, cwd)}\` is no folder`;
    break;
  }
  return systemReason(error);
}

/**
 * Of `EACCES: permission denied, open '/a/b.tmp'` what it is that is wrong: which file, is said in words of
 * our own, and here it may be a temporary one.
 */
export function systemReason({ message }: Error): string {
  return /^[A-Z]+: (.+?),/.exec(message)?.[1] ?? message;
}

/** Whether there is anything, be it a link that leads nowhere. */
function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether a path is a folder, or a link to one. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
