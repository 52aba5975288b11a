import { statSync } from "node:fs";

/** What tells that a file has not changed, without reading it. Times in milliseconds. */
export interface Stamp {
  /** In bytes; -1 when there is no such file. */
  size: number;
  /** When its content was modified. A tool may set this to any time. */
  modified: number;
  /** When anything about it changed. No tool sets this. */
  changed: number;
}

const MISSING: Stamp = { size: -1, modified: 0, changed: 0 };

/** The stamp of a file; of a folder, a pipe, or nothing at all, that of a missing file. */
export function readStamp(file: string): Stamp {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile()) return MISSING;
    return { size: stat.size, modified: stat.mtimeMs, changed: stat.ctimeMs };
  } catch {
    return MISSING;
  }
}

/** Whether two stamps are those of the same content. */
export function sameStamp(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed;
}

/**
 * Whether a file changed so shortly before `now` that another change may leave its stamp as it is
 * (git calls such an entry "racily clean"). Times come in ticks: of some milliseconds where they
 * have fractions of a second, and of up to two seconds where they have none.
 */
export function isFresh(stamp: Stamp, now: number): boolean {
  const coarse = stamp.changed % 1000 === 0 && stamp.modified % 1000 === 0;
  return stamp.size >= 0 && stamp.changed > now - (coarse ? 2_000 : 50);
}
