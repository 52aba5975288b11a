import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeAtomically } from "../write-file.ts";
import { parentOf } from "./paths.ts";
import { isFolder } from "./read-file.ts";
import { readerVersion } from "./reader-version.ts";

/** A file in which one kind of work on one root is remembered between processes. */
export interface CacheFile {
  /** What was written; `null` when there is nothing that this very program wrote. */
  read(): unknown;
  /** Replaces it, or leaves it when the disk does not let us. Only what JSON can hold is kept. */
  write(content: unknown): void;
}

/**
 * A cache of a root, in `node_modules/.cache/crate-interface` of the nearest folder that has
 * `node_modules`; `null` when none has: nothing is written anywhere else.
 *
 * It begins with a digest of the rest. What a crash, another version of this program or another program
 * left there does not match and counts as nothing. Builds at the same time each rename their own
 * complete file into place.
 *
 * @param kind begins its name
 */
export function openCacheFile(root: string, kind: string): CacheFile | null {
  const folder = cacheFolder(root);
  if (folder === null) return null;
  const file = `${folder}/${kind}-${digest(root).slice(0, 16)}.json`;

  return {
    read() {
      try {
        const text = readFileSync(file, "utf8");
        const end = text.indexOf("\n");
        const body = text.slice(end + 1);
        return text.slice(0, end) === digest(readerVersion() + body) ? JSON.parse(body) : null;
      } catch {
        return null;
      }
    },
    write(content) {
      const body = JSON.stringify(content);
      try {
        writeAtomically(file, `${digest(readerVersion() + body)}\n${body}`);
      } catch {
        // A read-only or full disk: the next process reads the sources again.
      }
    },
  };
}

/** The one folder that is written to without being told; `null` when there is no `node_modules`. */
export function cacheFolder(root: string): string | null {
  for (let dir = root; ; dir = parentOf(dir)) {
    const nodeModules = dir.endsWith("/") ? `${dir}node_modules` : `${dir}/node_modules`;
    if (isFolder(nodeModules)) return `${nodeModules}/.cache/crate-interface`;
    if (dir === parentOf(dir)) return null;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
