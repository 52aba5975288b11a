import { isAbsolute } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { CrateInterfaceError } from "../diagnostics/error.ts";
import { rootName } from "../link/chains.ts";
import { isCopy } from "../link/copies.ts";
import { linkWithNearMisses, type Surroundings } from "../link/link-with-near-misses.ts";
import type { Linkage, LinkedInterface, LinkOptions } from "../link/linkage.ts";
import { importErrors, type Locate, linkCode, linkModule, objectCode } from "../link/module.ts";
import { isOverridable, overridableModules } from "../link/overridable.ts";
import { stringLiteral } from "../link/source-text.ts";
import { linkSpecifier, objectSpecifier, overridableSpecifier, parseSpecifier } from "../naming.ts";
import { ModuleGraph, type ModuleGraphOptions } from "../scan/module-graph.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { parentOf, realPathOfMissing } from "../scan/paths.ts";
import { isPackage } from "../scan/source-files.ts";
import type { FileTable } from "../scan/symbol-table.ts";
import { buildWarnings } from "./build-warnings.ts";
import { importerNotInBuild } from "./importer-not-in-build.ts";
import { fileOf, INSTALLED } from "./module-id.ts";
import { ModuleNames, nameIn } from "./module-names.ts";

/** Where an import of a link or object specifier leads. */
export type Resolution =
  | { kind: "file"; file: string }
  /** A generated module; {@link LinkedView.load} has its code. */
  | { kind: "module"; name: string }
  /** Nowhere; {@link LinkedView.load} of the name throws what is wrong. */
  | { kind: "error"; name: string; diagnostics: readonly Diagnostic[] };

/** The interface that a specifier stands for, and whether the specifier asks for it as one object. */
export interface LinkedImport {
  linked: LinkedInterface;
  object: boolean;
  /** See `definitions` of `overridableModules`. */
  definitions: readonly string[] | null;
}

/** What a relink makes stale. */
export interface Stale {
  /** Files with imports that now lead elsewhere. */
  importers: string[];
  /** Names of generated modules whose code changed or that are gone. */
  modules: string[];
}

/** How a {@link LinkedView} links. */
export interface ViewOptions extends LinkOptions {
  /** How generated modules write the files that they re-export from; as they are by default. */
  locate?: Locate;
  /**
   * While tests run: how generated modules write `testing/overridable.js` of this package. Members can
   * be overridden then, and an interface that nothing implements is linked all the same.
   */
  runtime?: string;
}

/** One linkage of a project, under one set of conditions, and what a bundler has asked of it. */
export class LinkedView {
  readonly #options: ViewOptions;
  readonly #surroundings: Surroundings | null;
  #graph: PackageGraph;
  #names: ModuleNames;
  #linkage: Linkage;
  /** Generated modules that were asked for, by name: their code, or why there is none. */
  #modules = new Map<string, string | readonly Diagnostic[]>();
  /** By importing file and specifier, what was answered. */
  readonly #answers = new Map<string, Map<string, string>>();
  /** By name, what stand-ins stand for. */
  readonly #standIns = new Map<string, { specifier: string; file: string }>();
  readonly #stale = { importers: new Set<string>(), modules: new Set<string>() };

  /** @param surroundings see {@link linkWithNearMisses} */
  constructor(graph: PackageGraph, options: ViewOptions, surroundings: Surroundings | null = null) {
    this.#graph = graph;
    this.#names = new ModuleNames(graph);
    this.#options = options;
    this.#surroundings = surroundings;
    this.#linkage = linkWithNearMisses(graph, options, surroundings);
  }

  /** Whether what is linked is for tests. */
  get isForTests(): boolean {
    return this.#options.runtime !== undefined;
  }

  /** Whether what is linked is for production. */
  get isForProduction(): boolean {
    return this.#options.production;
  }

  /** How the package being built is called. */
  get rootName(): string {
    return rootName(this.#graph);
  }

  /** What is wrong in the whole build. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#linkage.diagnostics;
  }

  /** What is not wrong with linking, and yet with what is built: see {@link buildWarnings}. */
  warnings(options: ModuleGraphOptions): Diagnostic[] {
    const modules = new ModuleGraph(this.#options.conditions, options);
    return buildWarnings(this.#graph, this.#linkage, modules, this.#options);
  }

  /**
   * What is wrong with the build as a whole: errors that no import would show. Those of an interface
   * are shown where it is imported, those of macros by the file that has them.
   */
  get generalErrors(): readonly Diagnostic[] {
    const { diagnostics, interfaces } = this.#linkage;
    const ofInterfaces = new Set(interfaces.flatMap(({ errors }) => errors));
    return diagnostics.filter(
      (found) =>
        found.severity === "error" &&
        !found.code.startsWith("CI1") &&
        // An interface may be said to fail for these.
        (this.#graph.diagnostics.includes(found) || !ofInterfaces.has(found)),
    );
  }

  /**
   * Where a specifier leads when a module imports it.
   *
   * @param importer the id of the importing module; `null` when the bundler has none, which counts
   *   as one of the root package
   * @returns `null` for what is no link or object specifier
   */
  resolve(specifier: string, importer: string | null): Resolution | null {
    const file = this.#fileOf(importer);
    const resolution = this.#resolve(specifier, file);
    if (resolution === null) return null;
    const answers = this.#answers.get(file) ?? new Map<string, string>();
    answers.set(specifier, JSON.stringify(resolution));
    this.#answers.set(file, answers);
    return resolution;
  }

  /** Whether an import of one module has led to another by being linked. */
  hasLed(importer: string, imported: string): boolean {
    const file = fileOf(imported);
    const answers = this.#answers.get(this.#fileOf(importer));
    return [...(answers?.values() ?? [])].some((answer) => {
      const resolution = JSON.parse(answer) as Resolution;
      return resolution.kind === "file" && resolution.file === file;
    });
  }

  /**
   * What {@link resolve} answers with, before it is a file or a module: for hosts that write the
   * modules themselves.
   *
   * @returns `null` for what is no link or object specifier; what is wrong when it leads nowhere
   */
  linked(specifier: string, importer: string): LinkedImport | readonly Diagnostic[] | null {
    return this.#linked(specifier, this.#fileOf(importer));
  }

  /**
   * The same as {@link resolve}, for importers that do not take in that an import leads elsewhere:
   * a generated module that stands for whatever the specifier leads to, now and after every relink.
   *
   * @returns its name, or `null` for what is no link or object specifier
   */
  standIn(specifier: string, importer: string): string | null {
    const file = this.#fileOf(importer);
    const name = this.#standFor(specifier, file);
    if (name !== null) this.#standIns.set(name, { specifier, file });
    return name;
  }

  /**
   * The code of a generated module; `null` for a name that is none.
   *
   * @throws CrateInterfaceError for the name of an import that leads nowhere
   */
  load(name: string): string | null {
    const module = this.#modules.get(name) ?? null;
    if (typeof module === "object" && module !== null) throw new CrateInterfaceError(module);
    return module;
  }

  /** Links again, and notes which answers no longer hold. */
  relink(graph: PackageGraph): void {
    const before = this.#modules;
    this.#graph = graph;
    this.#names = new ModuleNames(graph);
    this.#linkage = linkWithNearMisses(graph, this.#options, this.#surroundings);
    this.#modules = new Map();
    const tables = new Map<string, FileTable>();
    for (const { files } of graph.packages.values()) {
      for (const table of files) tables.set(table.file, table);
    }
    for (const [file, answers] of this.#answers) {
      const table = tables.get(file);
      for (const [specifier, last] of answers) {
        // An edited file may have stopped to ask.
        if (table && !asks(table, specifier)) {
          answers.delete(specifier);
          continue;
        }
        const answer = JSON.stringify(this.#resolve(specifier, file));
        if (answer === last) continue;
        answers.set(specifier, answer);
        this.#stale.importers.add(file);
      }
    }
    for (const { specifier, file } of this.#standIns.values()) this.#standFor(specifier, file);
    for (const [name, module] of before) {
      const after = this.#modules.get(name);
      if (JSON.stringify(after) !== JSON.stringify(module)) this.#stale.modules.add(name);
    }
  }

  /** What relinks have made stale since this was last asked. */
  takeStale(): Stale {
    const { importers, modules } = this.#stale;
    const stale = { importers: [...importers], modules: [...modules] };
    importers.clear();
    modules.clear();
    return stale;
  }

  #linked(specifier: string, file: string): LinkedImport | readonly Diagnostic[] | null {
    const parts = parseSpecifier(specifier);
    if (!parts) return null;
    const { namespace, interfaceName, object } = parts;
    const importer = this.#packageOf(file);
    const linked = this.#graph.packages.has(importer)
      ? this.#linkage.resolve(namespace, interfaceName, importer)
      : importerNotInBuild(file, importer, this.#graph, this.isForTests);
    if ("headline" in linked) return [linked];
    const errors = importErrors(linked, file);
    const isLinked = errors.length === 0 || (this.isForTests && isOverridable(linked));
    return isLinked ? { linked, object, definitions: this.#definitions(linked) } : errors;
  }

  #resolve(specifier: string, file: string): Resolution | null {
    const found = this.#linked(specifier, file);
    if (found === null) return null;
    if (!("linked" in found)) {
      const name = nameIn(file, specifier);
      this.#modules.set(name, found);
      return { kind: "error", name, diagnostics: found };
    }
    if (this.isForTests) return this.#overridable(found, specifier, file);
    const { linked, object } = found;
    const module = object ? null : linkModule(linked);
    if (module?.kind === "redirect") return { kind: "file", file: module.file };
    const { locate = asItIs } = this.#options;
    const code = (object ? objectCode : linkCode)(linked, locate);
    const name = this.#names.shared(linked, object ? objectSpecifier : linkSpecifier);
    this.#modules.set(name, code);
    return { kind: "module", name };
  }

  #overridable(found: LinkedImport, specifier: string, file: string): Resolution {
    const { linked, object, definitions } = found;
    const { locate = asItIs, runtime = "" } = this.#options;
    const folder = this.#names.shared(linked, overridableSpecifier);
    const part = (index: number): string => `${folder}/${index}`;
    const modules = overridableModules(linked, {
      format: "module",
      locate,
      part,
      runtime,
      root: this.rootName,
      definitions,
      importer: file,
    });
    for (const [index, code] of modules.parts.entries()) this.#modules.set(part(index), code);
    const isSupplier = linked.members.some((member) => member.file === file);
    const name = isSupplier
      ? nameIn(file, specifier)
      : this.#names.shared(linked, object ? objectSpecifier : linkSpecifier);
    this.#modules.set(name, object ? modules.object : modules.link);
    return { kind: "module", name };
  }

  #definitions({ definition: { item, package: owner } }: LinkedInterface): string[] | null {
    const namesakes = this.#linkage.interfaces
      .map(({ definition }) => definition)
      .filter(
        ({ item: { name, namespace } }) => name === item.name && namespace === item.namespace,
      );
    const copies = namesakes.filter((each) => isCopy(each.package, owner, this.#graph));
    return copies.length < namesakes.length ? copies.map(({ file }) => file) : null;
  }

  #standFor(specifier: string, file: string): string | null {
    const resolution = this.#resolve(specifier, file);
    if (resolution === null) return null;
    const name = nameIn(file, specifier);
    if (resolution.kind === "file") {
      this.#modules.set(name, `export * from ${stringLiteral(resolution.file)};\n`);
    } else if (resolution.kind === "module") {
      this.#modules.set(name, this.#modules.get(resolution.name)!);
    }
    return name;
  }

  /** The file that an importer's id stands for; one of the root for a module that is no file. */
  #fileOf(importer: string | null): string {
    const file = importer === null ? "" : fileOf(importer);
    return realPathOfMissing(isAbsolute(file) ? file : `${this.#graph.root}/_`);
  }

  /**
   * The directory of the package that a file belongs to. An installed package that nobody depends
   * on counts as part of the one that it is installed in.
   */
  #packageOf(file: string): string {
    const { packages, root } = this.#graph;
    for (let dir = parentOf(file); ; dir = parentOf(dir)) {
      if (packages.has(dir)) return dir;
      if (!INSTALLED.test(dir) && isPackage(dir)) return dir;
      if (dir === parentOf(dir)) return root;
    }
  }
}

const asItIs: Locate = (file) => file;

/** Whether a file imports a link or object specifier. */
function asks({ calls }: FileTable, specifier: string): boolean {
  return calls.some(({ interface: { namespace, name } }) =>
    [linkSpecifier(namespace, name), objectSpecifier(namespace, name)].includes(specifier),
  );
}
