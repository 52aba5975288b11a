import { rmSync } from "node:fs";
import { cacheFolder } from "../scan/cache-file.ts";
import { writeAtomically } from "../write-file.ts";

/** A file in the cache by which a watch build is made to run again. */
export interface WakeFile {
  /** To be watched, also while it does not exist. */
  path: string;
  wake(): void;
  remove(): void;
}

let created = 0;

/** A new one for a build of the root; `null` where there is no place for it. */
export function createWakeFile(root: string): WakeFile | null {
  const folder = cacheFolder(root);
  if (folder === null) return null;
  const path = `${folder}/wake-${process.pid}-${++created}`;
  let wakes = 0;
  return {
    path,
    wake() {
      try {
        writeAtomically(path, String(++wakes));
      } catch {
        // A read-only disk: the change is seen with the next one.
      }
    },
    remove: () => rmSync(path, { force: true }),
  };
}
