import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { symbolsDiffer, symbolsKeep, symbolsLack } from "../../messages.ts";
import type { FileTable } from "../symbol-table.ts";

/**
 * What has changed in a package since its symbol table was written, a line for each file; where the
 * text stands is no change. Files that only call may be missing in the table: they are when they are
 * in no file of the output.
 *
 * @param dir the directory of the package
 * @param written what its table says
 * @param current what its sources say
 */
export function symbolsChanges(
  dir: string,
  written: readonly FileTable[],
  current: readonly FileTable[],
): string[] {
  const before = new Map(written.map((table) => [sourceOf(table), table]));
  const after = new Map(current.map((table) => [table.file, table]));
  const changes: string[] = [];
  for (const file of [...new Set([...after.keys(), ...before.keys()])].sort()) {
    const path = posix.relative(dir, file);
    const [old, now] = [before.get(file), after.get(file)];
    if (!now) changes.push(symbolsKeep(path));
    else if (old) {
      if (!isDeepStrictEqual(contentOf(old), contentOf(now))) changes.push(symbolsDiffer(path));
    } else if (now.definitions.length + now.implementations.length > 0) {
      changes.push(symbolsLack(path));
    }
  }
  return changes;
}

/** The file that a table was read from: that of its spans, if another is published. */
function sourceOf({ file, definitions, implementations, calls }: FileTable): string {
  return [...definitions, ...implementations, ...calls][0]?.span.file ?? file;
}

function contentOf({ definitions, implementations, calls }: FileTable): unknown {
  const withoutSpans = (key: string, value: unknown): unknown =>
    key === "span" ? undefined : value;
  return JSON.parse(JSON.stringify({ definitions, implementations, calls }, withoutSpans));
}
