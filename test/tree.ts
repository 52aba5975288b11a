import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a tree holds: relative path to content. A value that is no text is written as JSON. */
export type Files = Record<string, unknown>;

/** A fresh folder of files on disk. */
export interface Tree {
  /** Its real path, with forward slashes. */
  dir: string;
  /** Absolute path of a file in it, with forward slashes. */
  path(relative: string): string;
  /** Writes (or replaces) one file and the folders above it. */
  write(relative: string, content: unknown): void;
  /** Deletes a file or a folder; nothing happens when there is none. */
  remove(relative: string): void;
  /** Makes `relative` a symbolic link to `target`, which is relative to the tree (or absolute). */
  link(relative: string, target: string): void;
  /** Deletes the tree. With `using tree = writeTree(...)`, this happens by itself. */
  cleanup(): void;
  [Symbol.dispose](): void;
}

const base = fileURLToPath(new URL("../.tmp", import.meta.url));

/**
 * A place for trees in which no package of this repository is found. Nothing of them resolves that
 * they do not bring, not even this project.
 */
export const APART: string = join(tmpdir(), "crate-interface");

/**
 * Writes a tree of packages into a fresh folder under `.tmp`, inside the repository, so that
 * packages resolve from it.
 *
 * @param links symbolic links: path to target, both relative to the tree
 * @param parent where the folder is made; {@link APART} for trees that must find nothing by chance
 *
 * @example
 * using tree = writeTree(
 *   { "a/package.json": { name: "a" }, "a/src/index.ts": "export {};" },
 *   { "node_modules/a": "a" },
 * );
 * scan(tree.dir);
 */
export function writeTree(
  files: Files,
  links: Record<string, string> = {},
  parent: string = base,
): Tree {
  mkdirSync(parent, { recursive: true });
  const dir = slash(realpathSync(mkdtempSync(join(parent, "tree-"))));
  const path = (relative: string): string => slash(join(dir, relative));
  const cleanup = (): void => rmSync(dir, { recursive: true, force: true });
  const tree: Tree = {
    dir,
    path,
    write(relative, content) {
      mkdirSync(dirname(path(relative)), { recursive: true });
      writeFileSync(path(relative), bytes(content));
    },
    remove(relative) {
      rmSync(path(relative), { recursive: true, force: true });
    },
    link(relative, target) {
      mkdirSync(dirname(path(relative)), { recursive: true });
      const absolute = target.startsWith("/") ? target : path(target);
      // "junction" is what a folder link is on Windows without special rights; ignored elsewhere.
      symlinkSync(absolute, path(relative), "junction");
    },
    cleanup,
    [Symbol.dispose]: cleanup,
  };
  for (const [relative, content] of Object.entries(files)) tree.write(relative, content);
  for (const [relative, target] of Object.entries(links)) tree.link(relative, target);
  return tree;
}

function bytes(content: unknown): string | Uint8Array {
  if (typeof content === "string" || content instanceof Uint8Array) return content;
  return `${JSON.stringify(content, null, 2)}\n`;
}

function slash(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}
