import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";

/**
 * Larger files are not read, in bytes: a source file, manifest or symbol table of this size is a
 * mistake, and reading it would only exhaust memory.
 */
const MAX_BYTES: number = 16 * 1024 * 1024;

/** The same for a package.json: the largest that people have, of editor extensions, is a quarter of it. */
export const MAX_MANIFEST_BYTES: number = 4 * 1024 * 1024;

/** Why a file was not read. */
export interface Unreadable {
  /** One clause for people. */
  reason: string;
  /** Whether the reason is its size. */
  large?: boolean;
}

// Most files are searched and forgotten, so all of them are read into the same memory.
let shared = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Reads a file. The bytes are valid until the next call. Throws nothing: what cannot be opened, is
 * no regular file, or is larger than `most` bytes gives the reason.
 */
export function readBytes(file: string, most: number = MAX_BYTES): Buffer | Unreadable {
  let handle: number;
  try {
    // Opening a pipe would otherwise wait for somebody to write to it.
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { reason: reasonOf(error) };
  }
  try {
    const stat = fstatSync(handle);
    if (stat.isDirectory()) return { reason: "it is a folder" };
    if (!stat.isFile()) return { reason: "it is no regular file" };
    if (stat.size > most) {
      return { reason: `it is larger than ${most / 1024 / 1024} MiB`, large: true };
    }
    if (stat.size > shared.length) shared = Buffer.allocUnsafeSlow(stat.size);
    // What is appended meanwhile is left for the next scan, which sees another size.
    let length = 0;
    while (length < stat.size) {
      const count = readSync(handle, shared, length, stat.size - length, null);
      if (count === 0) break;
      length += count;
    }
    return shared.subarray(0, length);
  } catch (error) {
    return { reason: reasonOf(error) };
  } finally {
    closeSync(handle);
  }
}

/** Reads a file as {@link readBytes} does and decodes it; bytes that are not UTF-8 become U+FFFD. */
export function readText(file: string, most: number = MAX_BYTES): string | Unreadable {
  const bytes = readBytes(file, most);
  return "reason" in bytes ? bytes : bytes.toString("utf8");
}

/** Whether a file of any size holds a text; `false` when it cannot be read. */
export function fileIncludes(file: string, text: string): boolean {
  const wanted = Buffer.from(text);
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  let handle: number | null = null;
  try {
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    // What may be the beginning of the text is searched again with what follows.
    for (let kept = 0; ; ) {
      const count = readSync(handle, buffer, kept, buffer.length - kept, null);
      if (count === 0) return false;
      const filled = kept + count;
      if (buffer.subarray(0, filled).includes(wanted)) return true;
      kept = Math.min(filled, wanted.length - 1);
      buffer.copyWithin(0, filled - kept, filled);
    }
  } catch {
    return false;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** Whether a path leads to a regular file, also through symbolic links. */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

/** Whether a path leads to a folder, also through symbolic links. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // Symbolic links that form a circle, or a folder that must not be entered.
    return false;
  }
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
