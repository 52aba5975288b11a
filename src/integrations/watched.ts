import { type Dirent, readdirSync } from "node:fs";
import { lockfilesOf } from "../scan/lockfile.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { isBelow } from "../scan/paths.ts";
import { createFileRules, type FileOptions } from "../scan/source-files.ts";

/** What a bundler has to watch so that a change that relinks does not go unseen. */
export interface Watched {
  /** Files by which linking is decided: lockfiles, each package.json, and each file with macros. */
  files: string[];
  /** Folders directly in the packages, for bundlers that watch folders with all that is in them. */
  folders: string[];
  /** The same folders and every folder in them, for bundlers that do not. */
  allFolders: string[];
}

/** What builds write, and what they do not. */
const OUTPUT = /\.[cm]?js$/;
const SOURCE = /(?<!\.d)\.(?:[cm]?ts|[jt]sx|vue|svelte)$/;

/**
 * What to watch in the source packages of a build.
 *
 * A bundler that sees its own output change builds for ever. So package directories themselves are
 * not watched, nor folders of nothing but JavaScript without macros. A new file goes unnoticed there
 * until something else changes.
 */
export function watched(graph: PackageGraph, options: FileOptions): Watched {
  const files = lockfilesOf(graph.root);
  const folders: string[] = [];
  const allFolders: string[] = [];
  for (const { dir, source, files: tables } of graph.packages.values()) {
    if (!source) continue;
    files.push(`${dir}/package.json`, ...tables.map(({ file }) => file));
    const rules = createFileRules(dir, options);
    // A folder is scanned if a file in it would be.
    const isScanned = (folder: string): boolean => rules.has(`${folder}/_.ts`);
    for (const folder of foldersIn(dir).filter(isScanned)) {
      const inside = [folder];
      for (const parent of inside) inside.push(...foldersIn(parent).filter(isScanned));
      const has = (name: RegExp): boolean => inside.some((each) => hasFile(each, name));
      const hasMacros = tables.some(({ file }) => isBelow(file, folder));
      if (!hasMacros && has(OUTPUT) && !has(SOURCE)) continue;
      folders.push(folder);
      allFolders.push(...inside);
    }
  }
  return { files, folders, allFolders };
}

function foldersIn(dir: string): string[] {
  return entriesOf(dir)
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${dir}/${entry.name}`)
    .sort();
}

function hasFile(dir: string, name: RegExp): boolean {
  return entriesOf(dir).some((entry) => entry.isFile() && name.test(entry.name));
}

/** None when the folder has just been deleted. */
function entriesOf(dir: string): Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
}
