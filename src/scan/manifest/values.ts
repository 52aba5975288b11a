import { posix } from "node:path";

/** Whether a selection is a file of the package itself rather than a package. */
export function isPath(selection: string): boolean {
  return /^\.{1,2}(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/.test(selection);
}

/**
 * Whether a path of a manifest or symbol table stays in the folder it is relative to, as written.
 * Symbolic links are for whoever opens the file to follow.
 */
export function staysInside(path: string): boolean {
  const slashed = path.replaceAll("\\", "/");
  if (slashed.startsWith("/") || /^[A-Za-z]:/.test(slashed) || slashed.includes("\0")) return false;
  const normal = posix.normalize(slashed);
  return normal !== ".." && !normal.startsWith("../");
}

/** Whether a parsed JSON value is an object rather than an array or `null`. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a text that can name something. */
export function isName(value: unknown): value is string {
  return typeof value === "string" && value.length > 0;
}
