import { readdirSync } from "node:fs";
import type { PackageGraph } from "../scan/package-graph.ts";
import { createFileRules, type FileOptions } from "../scan/source-files.ts";

/** What a bundler has to watch so that a change that relinks does not go unseen. */
export interface Watched {
  /** Files by which linking is decided: each package.json, and each file with macros. */
  files: string[];
  /** Folders where a file with macros may appear. */
  folders: string[];
}

/**
 * What to watch in the source packages of a build.
 *
 * Package directories themselves are never among the folders: build output appears there, and a
 * bundler that sees its own output change builds for ever. A new file directly beside a package.json
 * is therefore noticed only together with another change.
 *
 * @param depth `top` for bundlers that watch folders recursively, `all` for those that do not
 */
export function watched(graph: PackageGraph, options: FileOptions, depth: "top" | "all"): Watched {
  const files: string[] = [];
  const folders: string[] = [];
  for (const { dir, source, files: tables } of graph.packages.values()) {
    if (!source) continue;
    files.push(`${dir}/package.json`, ...tables.map(({ file }) => file));
    const rules = createFileRules(dir, options);
    const walk = (parent: string): void => {
      for (const folder of foldersIn(parent)) {
        // A folder is scanned if a file in it would be.
        if (!rules.has(`${folder}/_.ts`)) continue;
        folders.push(folder);
        if (depth === "all") walk(folder);
      }
    };
    walk(dir);
  }
  return { files, folders };
}

/** None when the folder has just been deleted. */
function foldersIn(dir: string): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${dir}/${entry.name}`)
      .sort();
  } catch {
    return [];
  }
}
