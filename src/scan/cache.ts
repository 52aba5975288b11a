import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeAtomically } from "../write-file.ts";
import type { FileEntry } from "./file-tables.ts";
import { parentOf } from "./paths.ts";
import { isFolder } from "./read-file.ts";
import { readerVersion } from "./reader-version.ts";
import { isFresh } from "./stamp.ts";

/** What scans of one root remember on disk between processes. */
export interface ScanCache {
  /** All entries; none when there is no cache, or none that this very program wrote. */
  read(): Map<string, FileEntry>;
  /** Replaces the cache, or leaves it when the disk does not let us. `now` is when the scan began. */
  write(entries: Map<string, FileEntry>, now: number): void;
}

/** The path and the stamp of a file without macros. */
type PlainEntry = [file: string, size: number, modified: number, changed: number];

/** The entries as they are stored: paths and stamps of the many files without macros in one list. */
interface Stored {
  plain: (string | number)[];
  tables: [string, FileEntry][];
}

/**
 * The cache of a root, in `node_modules/.cache/crate-interface` of the nearest folder that has
 * `node_modules`; `null` when none has: nothing is written anywhere else.
 *
 * A cache is one file that begins with a digest of the rest. What a crash, another version of this
 * program or another program left there does not match and counts as nothing. Builds at the same time each
 * rename their own complete file into place.
 */
export function openCache(root: string): ScanCache | null {
  const folder = cacheFolder(root);
  if (folder === null) return null;
  const file = `${folder}/scan-${digest(root).slice(0, 16)}.json`;

  return {
    read() {
      try {
        return decode(readFileSync(file, "utf8"));
      } catch {
        return new Map();
      }
    },
    write(entries, now) {
      try {
        writeAtomically(file, encode(entries, now));
      } catch {
        // A read-only or full disk: the next scan reads the sources again.
      }
    },
  };
}

/** The one folder that is written to without being told; `null` when there is no `node_modules`. */
export function cacheFolder(root: string): string | null {
  const nodeModules = findNodeModules(root);
  return nodeModules === null ? null : `${nodeModules}/.cache/crate-interface`;
}

function encode(entries: Map<string, FileEntry>, now: number): string {
  const stored: Stored = { plain: [], tables: [] };
  for (const [file, entry] of entries) {
    const { stamp, table, dependencies } = entry;
    if ([stamp, ...dependencies].some((each) => isFresh(each, now))) continue;
    if (table) stored.tables.push([file, entry]);
    else stored.plain.push(file, stamp.size, stamp.modified, stamp.changed);
  }
  const body = JSON.stringify(stored);
  return `${digest(readerVersion() + body)}\n${body}`;
}

function decode(text: string): Map<string, FileEntry> {
  const entries = new Map<string, FileEntry>();
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== digest(readerVersion() + body)) return entries;
  const { plain, tables } = JSON.parse(body) as Stored;
  for (let i = 0; i < plain.length; i += 4) {
    const [file, size, modified, changed] = plain.slice(i, i + 4) as PlainEntry;
    entries.set(file, { stamp: { size, modified, changed }, table: null, dependencies: [] });
  }
  for (const [file, entry] of tables) entries.set(file, entry);
  return entries;
}

function findNodeModules(root: string): string | null {
  for (let dir = root; ; dir = parentOf(dir)) {
    const nodeModules = dir.endsWith("/") ? `${dir}node_modules` : `${dir}/node_modules`;
    if (isFolder(nodeModules)) return nodeModules;
    if (dir === parentOf(dir)) return null;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
