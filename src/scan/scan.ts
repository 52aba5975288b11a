import { byText } from "../by-text.ts";
import { openCache } from "./cache.ts";
import { locateDependencies } from "./dependency-places.ts";
import { createFileTables, type FileEntry, type FileTables } from "./file-tables.ts";
import { readLeftOut } from "./left-out.ts";
import { isLockfile } from "./lockfile.ts";
import type { Selection } from "./manifest/manifest.ts";
import { namedFiles } from "./named-files.ts";
import type { Package, PackageGraph } from "./package-graph.ts";
import { findRoot, readPackages } from "./package-reader.ts";
import { isBelow, parentOf, realPathOfMissing } from "./paths.ts";
import { isFolder } from "./read-file.ts";
import { isSameGraph } from "./same-graph.ts";
import { readSiblings } from "./siblings.ts";
import { createFileRules, type FileOptions, type FileRules } from "./source-files.ts";
import type { FileTable } from "./symbol-table.ts";
import { readSymbols, symbolsPath } from "./symbols/symbols-file.ts";

/** How to scan. */
export interface ScanOptions extends FileOptions {
  /** Whether unchanged files come from the cache in `node_modules/.cache`. Default: `true`. */
  cache?: boolean;
  /** Selections of the package being built besides those of its package.json: files they name are read. */
  implementations?: Readonly<Record<string, Selection>>;
}

/**
 * Reads what the linker needs: the packages that `root` reaches, and the symbol tables of those
 * that take part. Everything that is wrong with them is in the result; nothing throws.
 *
 * @param root directory of the package being built
 *
 * @example
 * const graph = scan(process.cwd());
 */
export function scan(root: string, options: ScanOptions = {}): PackageGraph {
  return new Scanner(root, options).scan();
}

/** A scan that follows the changes of a dev server or watch build. */
export class Scanner {
  readonly #root: string;
  readonly #options: ScanOptions;
  /** Of the source packages, by directory. */
  #rules = new Map<string, FileRules>();
  #files = new Map<string, readonly string[]>();
  #tables: FileTables = createFileTables(new Map());
  #graph: PackageGraph | null = null;
  /** Of the source files of siblings, which no other scan looks at. */
  readonly #siblingEntries = new Map<string, FileEntry>();
  /** Of files that no scan looks at. */
  readonly #leftOutEntries = new Map<string, FileEntry>();

  /** @param root directory of the package being built */
  constructor(root: string, options: ScanOptions = {}) {
    this.#root = root;
    this.#options = options;
  }

  /**
   * Reads all packages, and of their files those that changed since they were last read.
   *
   * @returns the same object as before when nothing is another
   */
  scan(): PackageGraph {
    if (this.#graph || this.#options.cache === false) {
      const next = this.#scanAll(this.#tables.entries);
      if (!this.#graph || !isSameGraph(this.#graph, next)) this.#graph = next;
      return this.#graph;
    }
    const start = Date.now();
    const cache = openCache(findRoot(this.#root));
    const entries = cache?.read() ?? new Map<string, FileEntry>();
    const before = entries.size;
    this.#graph = this.#scanAll(entries);
    // A file that is gone and one that is new are as many entries, but the new one was read.
    if (this.#tables.reads > 0 || entries.size !== before) cache?.write(entries, start);
    return this.#graph;
  }

  /**
   * Looks again at what changed: files and folders that were added, modified or deleted. A
   * package.json, lockfile or symbol table makes it read all packages again; paths that concern no package
   * are ignored, so that a watcher can pass what it has.
   *
   * @returns the new graph; the same object as before when no package was read again and no table
   *   is another
   */
  update(changed: readonly string[]): PackageGraph {
    const paths = new Set(changed.map(realPathOfMissing));
    const graph = this.#graph;
    if (!graph || this.#concernPackages(paths, graph)) {
      for (const path of paths) this.#tables.entries.delete(path);
      return this.scan();
    }
    this.#tables.forgetTypes();
    const forced = new Set<string>();
    const files = new Set<string>();
    for (const path of paths) {
      if (isFolder(path)) for (const file of this.#listFolder(path)) files.add(file);
      else forced.add(path);
    }
    // What is no known file may have been a folder.
    const gone = new Set([...forced].filter((path) => !this.#tables.entries.has(path)));
    for (const [file, { table }] of this.#tables.entries) {
      if (gone.size > 0 && isInOneOf(gone, file)) files.add(file);
      // Types in a changed file are members of an interface defined elsewhere.
      if (table?.dependencies.some((path) => paths.has(path))) forced.add(file);
    }
    const packages = new Map<string, Map<string, FileTable>>();
    for (const file of new Set([...forced, ...files])) {
      this.#updateFile(file, forced.has(file), graph, packages);
    }
    if (packages.size > 0) {
      this.#graph = withFiles(graph, packages);
      locateDependencies(this.#graph.packages);
    }
    return this.#graph as PackageGraph;
  }

  /**
   * The files of the source packages that the last {@link scan} looked at, by directory of the package;
   * sorted.
   *
   * @internal
   */
  get files(): ReadonlyMap<string, readonly string[]> {
    return this.#files;
  }

  /**
   * The packages of the root's workspace that the root does not reach, with what those reach: among
   * them may be what the linker misses. Only a build that fails pays for it, so nothing of it is
   * cached on disk.
   */
  siblings(): Package[] {
    return readSiblings(this.#graph ?? this.scan(), this.#options, this.#siblingEntries);
  }

  /**
   * What is in those files of the source packages that the scan leaves out, by package. Like
   * {@link siblings}, only a build that fails pays for it.
   *
   * @internal
   */
  leftOut(): Map<string, FileTable[]> {
    if (!this.#graph) this.scan();
    return readLeftOut(this.#rules, this.#leftOutEntries);
  }

  #scanAll(entries: Map<string, FileEntry>): PackageGraph {
    const { root, packages, diagnostics } = readPackages(this.#root);
    this.#tables = createFileTables(entries);
    this.#rules.clear();
    this.#files = new Map();
    for (const item of packages.values()) {
      if (item.source) {
        const rules = createFileRules(
          item.dir,
          this.#options,
          namedFiles(item, root, this.#options.implementations),
        );
        this.#rules.set(item.dir, rules);
        const files = rules.list();
        this.#files.set(item.dir, files);
        for (const file of files) {
          const table = this.#tables.read(file);
          if (table) item.files.push(table);
        }
      } else if (item.manifest.present) item.files = readSymbols(item, diagnostics);
    }
    const files = new Set([...this.#files.values()].flat());
    for (const file of entries.keys()) if (!files.has(file)) entries.delete(file);
    locateDependencies(packages);
    return { root, packages, diagnostics };
  }

  /** Whether more may have changed than the content of source files. */
  #concernPackages(paths: Set<string>, graph: PackageGraph): boolean {
    for (const path of paths) {
      if (path.endsWith("/package.json") || isLockfile(path) || INSTALLED.test(path)) return true;
    }
    for (const item of graph.packages.values()) {
      if (paths.has(item.dir) && !isFolder(item.dir)) return true;
      if (item.source || !item.manifest.present) continue;
      const symbols = symbolsPath(item);
      if (symbols !== null && paths.has(symbols)) return true;
    }
    return false;
  }

  #listFolder(folder: string): string[] {
    return [...this.#rules].flatMap(([dir, rules]) =>
      folder === dir || isBelow(folder, dir) ? rules.list(folder) : [],
    );
  }

  /** Reads one file again and notes in `packages` the files of a package where that matters. */
  #updateFile(
    file: string,
    force: boolean,
    graph: PackageGraph,
    packages: Map<string, Map<string, FileTable>>,
  ): void {
    for (const [dir, rules] of this.#rules) {
      if (!rules.has(file)) continue;
      const before = this.#tables.entries.get(file)?.table ?? null;
      const after = this.#tables.read(file, force);
      if (before === after || JSON.stringify(before) === JSON.stringify(after)) return;
      const item = graph.packages.get(dir) as Package;
      const files = packages.get(dir) ?? new Map(item.files.map((table) => [table.file, table]));
      if (after) files.set(file, after);
      else files.delete(file);
      packages.set(dir, files);
      return;
    }
  }
}

/** A package in `node_modules`, which a package manager adds, removes or links as a whole. */
const INSTALLED = /\/node_modules\/(?:@[^/]+\/)?[^./@][^/]*$/;

/** Whether one of the folders above a file is among these. However many they are, it takes no longer. */
function isInOneOf(folders: ReadonlySet<string>, file: string): boolean {
  for (let dir = parentOf(file); dir !== parentOf(dir); dir = parentOf(dir)) {
    if (folders.has(dir)) return true;
  }
  return false;
}

function withFiles(
  graph: PackageGraph,
  changed: Map<string, Map<string, FileTable>>,
): PackageGraph {
  const packages = new Map(graph.packages);
  for (const [dir, files] of changed) {
    const item = packages.get(dir) as Package;
    const sorted = [...files.values()].sort((a, b) => byText(a.file, b.file));
    packages.set(dir, { ...item, files: sorted });
  }
  return { ...graph, packages };
}
