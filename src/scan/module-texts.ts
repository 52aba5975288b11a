import { openCacheFile } from "./cache-file.ts";
import { type ModuleText, readModule } from "./module-reader.ts";
import { isFresh, readStamp, type Stamp, sameStamp } from "./stamp.ts";

/** What modules say, each read again only when its file changed. */
export interface ModuleTexts {
  /** What a module says. */
  read(file: string): ModuleText;
  /** Whether a module was read before, here or by an earlier process, and is the same. */
  has(file: string): boolean;
  /** How many files were read rather than known. */
  readonly reads: number;
  /** Leaves what was asked for to later processes. */
  save(): void;
}

interface Entry {
  stamp: Stamp;
  text: ModuleText;
}

/**
 * @param root whose cache to use; `null` for none
 * @param start what changed shortly before that, in milliseconds since 1970, may change again unnoticed
 */
export function openModuleTexts(root: string | null, start: number = Date.now()): ModuleTexts {
  const cache = root === null ? null : openCacheFile(root, "modules");
  const before = new Map((cache?.read() ?? []) as [string, Entry][]);
  const entries = new Map<string, Entry>();
  let reads = 0;

  const known = (file: string): Entry | undefined => {
    let entry = entries.get(file);
    if (entry) return entry;
    entry = before.get(file);
    if (!entry || !sameStamp(entry.stamp, readStamp(file))) return undefined;
    entries.set(file, entry);
    return entry;
  };

  return {
    get reads() {
      return reads;
    },
    has: (file) => known(file) !== undefined,
    read(file) {
      let entry = known(file);
      if (!entry) {
        reads++;
        entry = { stamp: readStamp(file), text: readModule(file) };
        entries.set(file, entry);
      }
      return entry.text;
    },
    save() {
      if (reads === 0 && entries.size === before.size) return;
      cache?.write([...entries].filter(([, { stamp }]) => !isFresh(stamp, start)));
    },
  };
}
