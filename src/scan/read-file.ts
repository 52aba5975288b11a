import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";

/**
 * Larger files are not read, in bytes: a source file, manifest or symbol table of this size is a
 * mistake, and reading it would only exhaust memory.
 */
export const MAX_BYTES: number = 16 * 1024 * 1024;

/** Why a file was not read: one clause for people. */
export interface Unreadable {
  reason: string;
}

// Most files are searched and forgotten, so all of them are read into the same memory.
let shared = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Reads a file. The bytes are valid until the next call. Throws nothing: what cannot be opened,
 * is no regular file (a pipe would block), or is larger than {@link MAX_BYTES} gives the reason.
 */
export function readBytes(file: string): Buffer | Unreadable {
  let handle: number;
  try {
    handle = openSync(file, "r");
  } catch (error) {
    return { reason: reasonOf(error) };
  }
  try {
    let length = 0;
    for (;;) {
      const room = shared.length - length;
      const count = readSync(handle, shared, length, room, null);
      length += count;
      if (length > MAX_BYTES) return tooLarge();
      if (count < room) {
        // A short read is the end of a regular file; of anything else only nothing is.
        if (count === 0 || fstatSync(handle).size <= length) return shared.subarray(0, length);
      } else {
        const size = fstatSync(handle).size;
        if (size > MAX_BYTES) return tooLarge();
        const larger = Buffer.allocUnsafeSlow(Math.max(size + 1, shared.length * 2));
        shared.copy(larger, 0, 0, length);
        shared = larger;
      }
    }
  } catch (error) {
    return { reason: reasonOf(error) };
  } finally {
    closeSync(handle);
  }
}

/** Reads a file as {@link readBytes} does and decodes it; bytes that are not UTF-8 become U+FFFD. */
export function readText(file: string): string | Unreadable {
  const bytes = readBytes(file);
  return "reason" in bytes ? bytes : bytes.toString("utf8");
}

/** Whether a path leads to a regular file, also through symbolic links. */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

function tooLarge(): Unreadable {
  return { reason: `it is larger than ${MAX_BYTES / 1024 / 1024} MiB` };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "it does not exist";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "it is a folder";
    case "ELOOP":
      return "its symbolic links form a circle";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
