import { dirname, posix } from "node:path";
import { MACRO_MODULE } from "../naming.ts";
import { findRoot } from "../scan/package-reader.ts";
import { slash } from "../scan/paths.ts";
import { createFileRules } from "../scan/source-files.ts";
import { readTable } from "../scan/table.ts";
import { SUPPLIES } from "./unread-file.ts";

/** What a file imports that may be left out of the scan; its name follows. */
export const READ_CHECK = "crate-interface/read/";

/**
 * Has a file that defines or implements interfaces ask the resolver whether it is read at all. What a
 * transformer finds wrong Jest remembers for the file, and only the resolver knows the options.
 *
 * The import comes first, before any that fails for what is defined here in vain, and in the first
 * line, so that all other lines stay where they are.
 */
export function withReadCheck(code: string, file: string): string {
  if (!code.includes(MACRO_MODULE) || !SUPPLIES.test(code)) return code;
  const path = slash(file);
  if (createFileRules(findRoot(dirname(path))).has(path) || code.startsWith("#!")) return code;
  const table = readTable(code, path, () => null);
  if (!table || table.diagnostics.length > 0) return code;
  if (table.definitions.length + table.implementations.length === 0) return code;
  return `import ${JSON.stringify(READ_CHECK + posix.basename(path))};${code}`;
}
