import { diagnose } from "../diagnostics/diagnose.ts";
import { notRead } from "../messages.ts";
import { MACRO_MODULE } from "../naming.ts";
import { createMemberReader, type MemberReader } from "./members.ts";
import { fileIncludes, readBytes } from "./read-file.ts";
import { readStamp, type Stamp, sameStamp } from "./stamp.ts";
import type { FileTable } from "./symbol-table.ts";
import { readTable } from "./table.ts";

/** What was found out about one file, and from which state of the disk. */
export interface FileEntry {
  stamp: Stamp;
  /** `null` when the file does not take part. */
  table: FileTable | null;
  /** The stamps of `table.dependencies`, in that order. */
  dependencies: Stamp[];
}

/** The tables of source files, each read again only when its file changed. */
export interface FileTables {
  /** By absolute path. */
  readonly entries: Map<string, FileEntry>;
  /** How many files were read rather than known. */
  readonly reads: number;
  /** The table of a file. With `force` the file is read although its stamp is the same. */
  read(file: string, force?: boolean): FileTable | null;
  /** Makes the next reads parse the types behind imports again. */
  forgetTypes(): void;
}

/** @param entries those of an earlier scan, used while their stamps are right; taken over */
export function createFileTables(entries: Map<string, FileEntry>): FileTables {
  let reads = 0;
  let members: MemberReader = createMemberReader();

  return {
    entries,
    get reads() {
      return reads;
    },
    read(file, force = false) {
      const stamp = readStamp(file);
      const entry = entries.get(file);
      if (!force && entry && sameStamp(entry.stamp, stamp) && dependenciesAreSame(entry)) {
        return entry.table;
      }
      if (stamp.size < 0) {
        entries.delete(file);
        return null;
      }
      reads++;
      const table = readSource(file, members);
      const dependencies = table ? table.dependencies.map(readStamp) : [];
      entries.set(file, { stamp, table, dependencies });
      return table;
    },
    forgetTypes() {
      members = createMemberReader();
    },
  };
}

/** Reads a file if it takes part. One that is gone or cannot be read does not. */
function readSource(file: string, members: MemberReader): FileTable | null {
  const bytes = readBytes(file);
  if ("reason" in bytes) {
    return bytes.large && fileIncludes(file, MACRO_MODULE) ? unread(file, bytes.reason) : null;
  }
  // Only here is every file of a project looked at: decoding it would cost more than the search.
  if (!bytes.includes(MACRO_MODULE)) return null;
  return readTable(bytes.toString("utf8"), file, members);
}

/** The table of a file that takes part, but whose macros are not known. */
function unread(file: string, reason: string): FileTable {
  const span = { file, start: 0, end: 0 };
  const diagnostic = diagnose(notRead(reason), span, { severity: "warning" });
  return {
    file,
    definitions: [],
    implementations: [],
    calls: [],
    diagnostics: [diagnostic],
    incomplete: true,
    dependencies: [],
  };
}

function dependenciesAreSame(entry: FileEntry): boolean {
  const files = entry.table?.dependencies ?? [];
  return files.every((file, i) => sameStamp(readStamp(file), entry.dependencies[i]));
}
