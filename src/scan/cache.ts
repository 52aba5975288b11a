import { openCacheFile } from "./cache-file.ts";
import type { FileEntry } from "./file-tables.ts";
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

/** The cache of a root; `null` where there is no place for one, see {@link openCacheFile}. */
export function openCache(root: string): ScanCache | null {
  const file = openCacheFile(root, "scan");
  return (
    file && {
      read: () => decode(file.read() as Stored | null),
      write: (entries, now) => file.write(encode(entries, now)),
    }
  );
}

function encode(entries: Map<string, FileEntry>, now: number): Stored {
  const stored: Stored = { plain: [], tables: [] };
  for (const [file, entry] of entries) {
    const { stamp, table, dependencies } = entry;
    if ([stamp, ...dependencies].some((each) => isFresh(each, now))) continue;
    if (table) stored.tables.push([file, entry]);
    else stored.plain.push(file, stamp.size, stamp.modified, stamp.changed);
  }
  return stored;
}

function decode(stored: Stored | null): Map<string, FileEntry> {
  const entries = new Map<string, FileEntry>();
  if (!stored) return entries;
  const { plain, tables } = stored;
  for (let i = 0; i < plain.length; i += 4) {
    const [file, size, modified, changed] = plain.slice(i, i + 4) as PlainEntry;
    entries.set(file, { stamp: { size, modified, changed }, table: null, dependencies: [] });
  }
  for (const [file, entry] of tables) entries.set(file, entry);
  return entries;
}
