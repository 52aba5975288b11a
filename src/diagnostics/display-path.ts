import path from "node:path";

/** A file as people and machines read it: relative to a directory, with forward slashes. */
export function displayPath(file: string, cwd: string): string {
  return path.relative(cwd, file).replaceAll(path.sep, "/");
}
