import { ResolverFactory } from "oxc-resolver";
import type { Span } from "../diagnostics/diagnostic.ts";
import { type ModuleTexts, openModuleTexts } from "./module-texts.ts";
import { slash } from "./paths.ts";
import { createFileRules, type FileOptions } from "./source-files.ts";

/** An interface that a module imports once its macros are expanded. */
export interface LinkTarget {
  namespace: string | null;
  name: string;
}

/** A module that another one imports or re-exports values from. */
export interface ModuleImport {
  specifier: string;
  /** The source file; `null` for a built-in, for what cannot be resolved, and for a link module. */
  file: string | null;
  /** Set when the specifier is that of a link module. */
  link?: LinkTarget;
}

/** A value that a module exports, and where it comes from. */
export interface ModuleExport {
  /** The exported name; `*` for `export * from`. */
  name: string;
  /** Its name in `source`; `*` for `export * from` and `export * as name from`. */
  imported: string;
  /** The specifier it is re-exported from; `null` when it is declared here. */
  source: string | null;
  /** Set for a function that can be called before the module has run: see {@link isHoisted}. */
  hoisted?: true;
}

/** An imported value that a module needs while it is evaluated, and not only when it is called. */
export interface EvaluationUse {
  /** The exported name; `*` for the whole module. For a member of an interface, its name. */
  name: string;
  /** The specifier that it is imported from. */
  source: string;
  /** Whether it is a base class: a cycle that leaves it undefined fails for certain. */
  heritage: boolean;
  /** Whether it is called, or constructed. */
  called: boolean;
  span: Span;
}

/** A member of an implementation that cannot be called before its module has run. */
export interface LateMember {
  interface: LinkTarget;
  member: string;
  /** What it uses of the module, and is only there by then. */
  binding: string;
}

/** An imported value that no macro of its file names, and that may be an interface all the same. */
export interface PlainImport {
  local: string;
  /** For a namespace import, what the module reads from it; `null` for any other. */
  property: string | null;
  /** Its name in `source`. */
  name: string;
  source: string;
}

/** What matters of a module for the order in which modules are evaluated. */
export interface ModuleInfo {
  /** Absolute path. */
  file: string;
  /** Imports and re-exports of values in the order they are evaluated, each module once. */
  imports: ModuleImport[];
  /** Specifiers given to `import()`. */
  dynamicImports: string[];
  /** Exports and re-exports of values, in source order. */
  exports: ModuleExport[];
  /** In source order. */
  evaluationUses: EvaluationUse[];
  /** In source order; a member once. */
  lateMembers: LateMember[];
}

/** What a {@link ModuleGraph} is given besides conditions. */
export interface ModuleGraphOptions extends FileOptions {
  /** The source files of packages, by directory, where they are known; others are listed. */
  files?: ReadonlyMap<string, readonly string[]>;
  /** Default: modules are read, and not remembered. */
  texts?: ModuleTexts;
}

/**
 * The modules of a program and the order in which they are evaluated, as they are after expansion:
 * interfaces and macros are gone, and link modules are imported where the macros were. Types are
 * gone as well, with imports that only types use, which in TypeScript files vanish with them.
 *
 * Modules are read when they are asked for, and once. Nothing throws: a module that cannot be read
 * or parsed imports nothing, and one that cannot be resolved has no file.
 *
 * @example
 * const graph = new ModuleGraph(["node"]);
 * graph.module("/app/src/main.ts").imports
 * // [{ specifier: "crate-interface/link/HelloIf", file: null, link: { namespace: null, name: "HelloIf" } }]
 */
export class ModuleGraph {
  readonly #resolver: ResolverFactory;
  readonly #modules = new Map<string, ModuleInfo>();
  readonly #options: ModuleGraphOptions;
  readonly #texts: ModuleTexts;

  /**
   * @param conditions active besides `import` and `default`, such as `browser` or `node`
   * @param options which files there are, and what reads them
   */
  constructor(conditions: readonly string[], options: ModuleGraphOptions = {}) {
    this.#options = options;
    this.#texts = options.texts ?? openModuleTexts(null);
    this.#resolver = new ResolverFactory({
      tsconfig: "auto",
      builtinModules: true,
      conditionNames: [...conditions, "import"],
      mainFields: conditions.includes("browser")
        ? ["browser", "module", "main"]
        : ["module", "main"],
      extensions: [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"],
      extensionAlias: {
        ".js": [".ts", ".tsx", ".js"],
        ".jsx": [".tsx", ".jsx"],
        ".mjs": [".mts", ".mjs"],
        ".cjs": [".cts", ".cjs"],
      },
    });
  }

  /** One module, read if it was not before. */
  module(file: string): ModuleInfo {
    let module = this.#modules.get(file);
    if (!module) {
      const { imports, dynamicImports, exports, evaluationUses, lateMembers } =
        this.#texts.read(file);
      module = {
        file,
        imports: imports.map(({ specifier, link }) =>
          link
            ? { specifier, file: null, link }
            : { specifier, file: this.resolve(specifier, file) },
        ),
        dynamicImports,
        exports,
        evaluationUses,
        lateMembers,
      };
      this.#modules.set(file, module);
    }
    return module;
  }

  /** Imports of a file whose macros are right; none of one that has problems. */
  plainImports(file: string): PlainImport[] {
    return this.#texts.read(file).plainImports;
  }

  /** Whether a module can be had without reading its file. */
  isKnown(file: string): boolean {
    return this.#texts.has(file);
  }

  /** The file that a specifier leads to, or `null` for a built-in module or none. */
  resolve(specifier: string, importer: string): string | null {
    const { path } = this.#resolver.resolveFileSync(importer, specifier);
    if (path === undefined) return null;
    // `?raw` and the like are the bundler's; a folder may have a `?` in its name.
    const query = /\?.*$/.exec(specifier)?.[0] ?? "";
    return slash(path.endsWith(query) ? path.slice(0, path.length - query.length) : path);
  }

  /** The source files of a package, sorted: those that a scan looks at. */
  files(packageDir: string): readonly string[] {
    return (
      this.#options.files?.get(packageDir) ?? createFileRules(packageDir, this.#options).list()
    );
  }
}
