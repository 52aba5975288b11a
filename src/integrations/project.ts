import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { libraryDiagnostics, publishesChoice } from "../link/library.ts";
import { librarySymbolsNotDeclared } from "../messages.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";
import { Scanner } from "../scan/scan.ts";
import { LinkedView, type ViewOptions } from "./linked-view.ts";
import type { ResolvedOptions } from "./options.ts";
import { unreadFile } from "./unread-file.ts";
import { type Watched, watched } from "./watched.ts";

/**
 * The packages of one build and how they are linked: the state between a bundler and the scanner
 * and linker, which have none. Scans when something is first asked of it, and again when it is
 * told that files changed.
 */
export class Project {
  readonly options: ResolvedOptions;
  readonly #scanner: Scanner;
  readonly #views = new Map<string, LinkedView>();
  #graph: PackageGraph | null = null;
  #watched: (Watched & { graph: PackageGraph }) | null = null;

  /**
   * @param start the bundler's root: the package that it lies in is built, unless the options say
   *   otherwise
   */
  constructor(start: string, options: ResolvedOptions) {
    const { root, include, exclude, implementations } = options;
    this.options = options;
    this.#scanner = new Scanner(root ?? start, { include, exclude, implementations });
  }

  /** All packages of the build. */
  get graph(): PackageGraph {
    this.#graph ??= this.#scanner.scan();
    return this.#graph;
  }

  /** The package being built; `null` when its package.json cannot be read. */
  get root(): Package | null {
    const { packages, root } = this.graph;
    return packages.get(root) ?? null;
  }

  /** Whether whoever uses the package being built does the linking: its package.json says so. */
  get isLibrary(): boolean {
    return this.root !== null && publishesChoice(this.root);
  }

  /** Names of the packages with macros, as other packages import them, sorted. */
  get participants(): string[] {
    const { packages, root } = this.graph;
    const names = new Set<string>();
    for (const { dependencies } of packages.values()) {
      for (const { name, dir } of dependencies) {
        const item = dir === null || dir === root ? undefined : packages.get(dir);
        if (item && (item.files.length > 0 || item.manifest.present)) names.add(name);
      }
    }
    return [...names].sort();
  }

  /**
   * The linkage that one part of a build asks for, such as an environment of Vite. The conditions
   * and selections of the plugin's options are added to those given.
   *
   * @param part parts are linked apart also where their conditions are the same, and one part that is
   *   built under several, as by one plugin in several configurations, is linked for each
   */
  view(part: string, { conditions, production, ...others }: ViewOptions): LinkedView {
    const key = JSON.stringify([part, conditions, production]);
    let view = this.#views.get(key);
    if (!view) {
      view = new LinkedView(
        this.graph,
        {
          ...others,
          conditions: [...new Set([...conditions, ...this.options.conditions])].sort(),
          production: this.options.production ?? production,
          implementations: this.options.implementations,
        },
        // What a library misses is for its users to add.
        this.isLibrary ? null : this.#scanner,
      );
      this.#views.set(key, view);
    }
    return view;
  }

  /** Whether there are implementations in a file of a source package. */
  implementsIn(file: string): boolean {
    const tables = [...this.graph.packages.values()].flatMap(({ files }) => files);
    return tables.some((table) => table.file === file && table.implementations.length > 0);
  }

  /** What a file defines and implements in vain: it is one of those that the scan leaves out. */
  unread(file: string): readonly Diagnostic[] {
    const { packages, root } = this.graph;
    const isRead = [...packages.values()].some(({ files }) =>
      files.some((table) => table.file === file),
    );
    if (isRead) return [];
    return [...this.#scanner.leftOut()].flatMap(([dir, tables]) =>
      tables
        .filter((table) => table.file === file)
        .flatMap((table) => unreadFile(table, dir, dir === root)),
    );
  }

  /**
   * What a build says before it begins: what is wrong, and what would be when the program runs.
   *
   * @param view the linkage that is built; `null` for a library
   */
  diagnostics(view: LinkedView | null): readonly Diagnostic[] {
    if (view === null) return this.#libraryDiagnostics;
    return [...view.diagnostics, ...view.warnings({ ...this.options, files: this.#scanner.files })];
  }

  /** What is wrong with a library: everything but that implementations are left to its users. */
  get #libraryDiagnostics(): readonly Diagnostic[] {
    const { diagnostics } = this.view("library", { conditions: [], production: true });
    const { root } = this;
    const isSilent = root !== null && root.files.length > 0 && root.manifest.symbols === null;
    return [
      ...libraryDiagnostics(diagnostics),
      ...(isSilent
        ? [diagnose(librarySymbolsNotDeclared(root.name), null, { severity: "warning" })]
        : []),
    ];
  }

  /** What to watch, see {@link watched}. */
  get watched(): Watched {
    if (this.#watched?.graph !== this.graph) {
      this.#watched = { graph: this.graph, ...watched(this.graph, this.options) };
    }
    return this.#watched;
  }

  /** Takes in that these files or folders were changed, created or deleted. */
  update(paths: readonly string[]): void {
    if (this.#graph) this.#relink(this.#scanner.update(paths));
  }

  /** Takes in whatever has changed. What has not comes from the scanner's memory. */
  refresh(): void {
    if (this.#graph) this.#relink(this.#scanner.scan());
  }

  #relink(graph: PackageGraph): void {
    if (graph === this.#graph) return;
    this.#graph = graph;
    for (const view of this.#views.values()) view.relink(graph);
  }
}
