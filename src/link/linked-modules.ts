import { posix } from "node:path";
import { parseSpecifier } from "../naming.ts";
import type { EvaluationUse, LateMember, ModuleInfo } from "../scan/module-graph.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { packageLabel } from "./chains.ts";
import { type Dependent, dependentsOf } from "./dependents.ts";
import type { Linkage, LinkedInterface } from "./linkage.ts";
import { moduleFiles } from "./module.ts";

/** How modules are read: {@link ModuleGraph}, or records in a test. */
export interface ModuleReader {
  module(file: string): ModuleInfo;
  /** The file that a specifier leads to in a file, or `null`. */
  resolve(specifier: string, importer: string): string | null;
  /** The source files of a package, sorted. */
  files(packageDir: string): readonly string[];
}

/** Where a value comes from that a module uses. */
export interface Provider {
  /** The file that the module imports from. */
  imported: string;
  /** The file that declares it, through all re-exports: the one that must have run before. */
  declaring: string;
}

/** See {@link LinkedModules.memberOf}. */
export type UsedMember = { linked: LinkedInterface; member: string } | { caller: string };

/** What an export is: declared in the file, or a member that it re-exports from a link module. */
interface Origin {
  file: string;
  name: string;
  /** The specifier of the link module. */
  source: string | null;
  /** Whether it can be called before its file has run. */
  hoisted: boolean;
}

/** The modules of a program as they are after linking: link imports lead to files. */
export class LinkedModules {
  readonly #graph: PackageGraph;
  readonly #linkage: Linkage;
  readonly #reader: ModuleReader;
  readonly #dependents: ReadonlyMap<string, readonly Dependent[]>;
  readonly #calling: Set<string>;
  readonly #packages = new Map<string, string | null>();
  readonly #imports = new Map<string, string[]>();

  constructor(graph: PackageGraph, linkage: Linkage, reader: ModuleReader) {
    this.#graph = graph;
    this.#linkage = linkage;
    this.#reader = reader;
    this.#dependents = dependentsOf(graph);
    this.#calling = callingPackages(linkage, this.#dependents);
  }

  /**
   * The files that a module imports, in the order in which they are evaluated. Empty for a module
   * that cannot lead to a link import: those of packages that neither call an interface nor depend
   * on one that does are not even read.
   */
  imports(file: string): string[] {
    let imports = this.#imports.get(file);
    if (!imports) {
      const from = this.packageOf(file);
      imports =
        from === null || !this.#calling.has(from)
          ? []
          : this.#reader
              .module(file)
              .imports.flatMap(({ specifier, file: target }) =>
                target === null ? this.#linkedFiles(specifier, from) : target,
              );
      this.#imports.set(file, imports);
    }
    return imports;
  }

  /** The files that a module may load later, with `import()`; as few as {@link imports} knows of. */
  dynamicImports(file: string): string[] {
    const from = this.packageOf(file);
    if (from === null || !this.#calling.has(from)) return [];
    return this.#reader
      .module(file)
      .dynamicImports.flatMap((specifier) => this.#reader.resolve(specifier, file) ?? []);
  }

  /** What a module needs while it is evaluated. */
  evaluationUses(file: string): EvaluationUse[] {
    return this.#reader.module(file).evaluationUses;
  }

  /** Whether one file imports another through a link specifier. */
  isLink(file: string, imported: string): boolean {
    const from = this.packageOf(file);
    if (from === null) return false;
    return this.#reader
      .module(file)
      .imports.some(({ specifier }) => this.#linkedFiles(specifier, from).includes(imported));
  }

  /**
   * Where a used value comes from; `null` where that cannot be seen, and for functions, linked or
   * not, that can be called before their module has run.
   */
  provider(file: string, { source, name }: EvaluationUse): Provider | null {
    const origin = this.#follow(file, source, name, new Set());
    if (origin === null || origin.hoisted) return null;
    const imported = this.#imported(file, source);
    if (origin.source === null) return { imported: imported!, declaring: origin.file };
    const linked = this.#linked(origin.source, this.packageOf(origin.file));
    const member = linked?.members.find((found) => found.name === origin.name);
    if (!linked || !member) return null;
    const { definition, implementation } = linked;
    const supplied = member.weak ? definition.item.defaults : implementation?.item.members;
    const kind = supplied?.find((found) => found.name === origin.name)?.kind;
    if (kind !== "value") return null;
    return { imported: imported ?? member.file, declaring: member.file };
  }

  /**
   * The member of an interface that a used value is; or else the file that declares the value, whose
   * functions may call members.
   */
  memberOf(file: string, { source, name }: EvaluationUse): UsedMember | null {
    const origin = this.#follow(file, source, name, new Set());
    if (origin === null) return null;
    if (origin.source === null) return { caller: origin.file };
    const linked = this.#linked(origin.source, this.packageOf(origin.file));
    return linked && { linked, member: origin.name };
  }

  /** The members of a file's implementations that cannot be called before it has run. */
  lateMembers(file: string): LateMember[] {
    return this.#reader.module(file).lateMembers;
  }

  /** The files by which the rest of the program loads a package: what its name resolves to. */
  isPackageEntry(file: string): boolean {
    const dir = this.packageOf(file);
    if (dir === null) return false;
    const [dependent] = this.#dependents.get(dir) ?? [];
    if (!dependent) return false;
    return this.#reader.resolve(dependent.name, `${dependent.dir}/package.json`) === file;
  }

  #imported(file: string, source: string): string | null {
    const { imports } = this.#reader.module(file);
    return imports.find(({ specifier }) => specifier === source)?.file ?? null;
  }

  #follow(file: string, source: string, name: string, seen: Set<string>): Origin | null {
    if (parseSpecifier(source)) return { file, name, source, hoisted: false };
    const target = this.#imported(file, source);
    return target === null ? null : this.#origin(target, name, seen);
  }

  /** Where an export comes from, through all re-exports. */
  #origin(file: string, name: string, seen: Set<string>): Origin | null {
    const key = `${file}\0${name}`;
    if (name === "*" || seen.has(key)) return null;
    seen.add(key);
    const { exports } = this.#reader.module(file);
    const own = exports.find((found) => found.name === name);
    if (own?.source === null) {
      return { file, name, source: null, hoisted: own.hoisted ?? false };
    }
    if (own) return this.#follow(file, own.source, own.imported, seen);
    for (const { name: star, source } of exports) {
      const isStar = star === "*" && source !== null;
      const found = isStar ? this.#follow(file, source, name, seen) : null;
      if (found !== null) return found;
    }
    return null;
  }

  /** The directory of the package that a file belongs to; `null` where it is not in the graph. */
  packageOf(file: string): string | null {
    const dir = posix.dirname(file);
    let owner = this.#packages.get(dir);
    if (owner === undefined) {
      if (this.#graph.packages.has(dir)) owner = dir;
      else if (dir === posix.dirname(dir) || posix.basename(dir) === "node_modules") owner = null;
      else owner = this.packageOf(dir);
      this.#packages.set(dir, owner);
    }
    return owner;
  }

  /** The package that a file was installed with, for people; `null` where it is source. */
  installed(file: string): string | null {
    const dir = this.packageOf(file);
    const found = dir === null ? undefined : this.#graph.packages.get(dir);
    return !found || found.source ? null : packageLabel(this.#graph, found.dir);
  }

  /**
   * How one file may write an import of another: of the same package its path, of another package a
   * specifier that leads there; `null` where that does not export it.
   */
  specifier(from: string, to: string): string | null {
    const [importer, owner] = [this.packageOf(from), this.packageOf(to)];
    if (owner === null) return null;
    if (importer === owner) return this.label(to);
    const listed = this.#dependents.get(owner)?.find(({ dir }) => dir === importer);
    if (!listed) return null;
    const path = posix.relative(owner, to);
    const below = path.slice(path.indexOf("/") + 1);
    const written = [path, below].flatMap((each) => [each, each.replace(/\.\w+$/, "")]);
    const specifiers = written.map((each) => `${listed.name}/${each}`);
    return specifiers.find((each) => this.#reader.resolve(each, from) === to) ?? null;
  }

  /** How a file is written for people: package name and path in it. */
  label(file: string): string {
    const dir = this.packageOf(file);
    const name = dir === null ? null : this.#graph.packages.get(dir)!.name;
    return dir && name ? name + file.slice(dir.length) : file;
  }

  #linked(specifier: string, importerPackage: string | null): LinkedInterface | null {
    const parts = parseSpecifier(specifier);
    if (!parts || importerPackage === null) return null;
    const { namespace, interfaceName } = parts;
    const found = this.#linkage.resolve(namespace, interfaceName, importerPackage);
    return "code" in found ? null : found;
  }

  #linkedFiles(specifier: string, importerPackage: string): string[] {
    const linked = this.#linked(specifier, importerPackage);
    return linked ? moduleFiles(linked) : [];
  }
}

/** Packages that call an interface, or depend on one that does, however far. */
function callingPackages(
  linkage: Linkage,
  dependents: ReadonlyMap<string, readonly Dependent[]>,
): Set<string> {
  const calling = new Set(
    linkage.interfaces.flatMap(({ calls }) => calls.map((call) => call.package)),
  );
  // A Set iterates over what is added during the iteration.
  for (const dir of calling) {
    for (const dependent of dependents.get(dir) ?? []) calling.add(dependent.dir);
  }
  return calling;
}
