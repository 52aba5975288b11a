import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  interfacesOf,
  type NamedInterface,
  readBareMarkup,
  readBareUses,
} from "../expand/bare-uses.ts";
import type { Module } from "../expand/module.ts";
import { partsOf } from "../expand/parts.ts";
import { toDiagnostic } from "../expand/problem.ts";
import { Reader } from "../expand/reader.ts";
import { recognise } from "../expand/recognise.ts";
import { MACRO_MODULE } from "../naming.ts";
import type { ModuleGraph } from "./module-graph.ts";
import type { Package, PackageGraph } from "./package-graph.ts";
import { readBytes } from "./read-file.ts";
import { createFileRules, type FileOptions } from "./source-files.ts";
import type { Definition } from "./symbol-table.ts";

/** A definition that the files of a package can import. */
interface Importable {
  package: string;
  file: string;
  definition: Definition;
}

/**
 * CI1013 where a file reaches a member of an interface that no macro in it names. A build does not
 * look at such files, which need not mention the macros at all; this reads every source file of the
 * packages that depend on a definition.
 */
export function findBareUses(
  graph: PackageGraph,
  modules: ModuleGraph,
  options: FileOptions = {},
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const item of graph.packages.values()) {
    if (!item.source) continue;
    const importable = importableBy(item, graph);
    if (importable.length === 0) continue;
    const imports = new Imports(item, importable, modules);
    const names = anyOf(imports.names);
    for (const file of createFileRules(item.dir, options).list()) {
      const code = mentioning(file, names);
      if (code !== null)
        for (const diagnostic of readFile(code, file, imports)) found.push(diagnostic);
    }
  }
  return found;
}

function importableBy(item: Package, { packages }: PackageGraph): Importable[] {
  const dirs = new Set([item.dir, ...item.dependencies.map(({ dir }) => dir)]);
  return [...dirs].flatMap((dir) =>
    (packages.get(dir ?? "")?.files ?? []).flatMap(({ file, definitions }) =>
      definitions.map((definition) => ({ package: dir ?? "", file, definition })),
    ),
  );
}

/** The text of a file that has one of the names in it, or `null`. */
function mentioning(file: string, names: RegExp): string | null {
  const bytes = readBytes(file);
  return "reason" in bytes || !names.test(bytes.toString("latin1")) ? null : bytes.toString("utf8");
}

/** Finds names in UTF-8 read as Latin-1: for any number of them as fast as for one. */
function anyOf(names: Iterable<string>): RegExp {
  const texts = [...names].map((name) =>
    Buffer.from(name).toString("latin1").replaceAll("$", "\\$"),
  );
  return new RegExp(texts.join("|"));
}

function readFile(code: string, file: string, imports: Imports): Diagnostic[] {
  return partsOf(code, file).flatMap((part) => {
    const sites = recognise(part.code, part.file, part.component);
    // What is wrong in a file that has macros is reported of its table.
    if (!sites.module || sites.problems.length > 0) return [];
    const known = new Set(interfacesOf(sites).map(keyOf));
    const interfaces = imports.of(sites.module, file).filter((each) => !known.has(keyOf(each)));
    if (interfaces.length === 0) return [];
    const reader = new Reader(sites.module, sites, part.code, part.component.instances);
    readBareUses(reader, interfaces);
    readBareMarkup(reader, interfaces, part.component.markup);
    return sites.problems.map((problem) => toDiagnostic(problem, file));
  });
}

function keyOf({ local, property }: NamedInterface): string {
  return property === null ? local : `${local}.${property}`;
}

/** What the imports of one package's files lead to. */
class Imports {
  /** The names of all interfaces that may be imported. */
  readonly names: ReadonlySet<string>;
  readonly #package: Package;
  readonly #importable: readonly Importable[];
  readonly #modules: ModuleGraph;

  constructor(item: Package, importable: readonly Importable[], modules: ModuleGraph) {
    this.names = new Set(importable.map(({ definition }) => definition.name));
    this.#package = item;
    this.#importable = importable;
    this.#modules = modules;
  }

  /** The interfaces that a module imports, by name or as members of namespace imports. */
  of(module: Module, file: string): NamedInterface[] {
    const found: NamedInterface[] = [];
    for (const [local, binding] of module.bindings) {
      if (binding.kind !== "import" || binding.typeOnly) continue;
      const { imported, source } = binding;
      if (source === MACRO_MODULE) continue;
      for (const name of imported === "*" ? membersOf(module, local) : [imported]) {
        const definition = this.#definition(name, source, file);
        if (!definition) continue;
        const property = imported === "*" ? name : null;
        found.push({ local, property, namespace: definition.namespace });
      }
    }
    return found;
  }

  #definition(name: string, source: string, file: string): Definition | null {
    if (!this.names.has(name)) return null;
    const edge = this.#package.dependencies.find(
      (dependency) => source === dependency.name || source.startsWith(`${dependency.name}/`),
    );
    const found = this.#importable.find(
      (each) =>
        each.definition.name === name &&
        (each.package === edge?.dir || this.#leadsTo(each, name, source, file, new Set())),
    );
    return found?.definition ?? null;
  }

  /** Whether a name that a file imports is a definition, also through barrels of source packages. */
  #leadsTo(
    target: Importable,
    name: string,
    source: string,
    importer: string,
    seen: Set<string>,
  ): boolean {
    const file = this.#modules.resolve(source, importer);
    if (file === null || file.includes("/node_modules/")) return false;
    if (file === target.file) return name === target.definition.name;
    const key = `${name} ${file}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return this.#modules.module(file).exports.some((each) => {
      if (each.source === null) return false;
      if (each.name === name && each.imported !== "*") {
        return this.#leadsTo(target, each.imported, each.source, file, seen);
      }
      return each.name === "*" && this.#leadsTo(target, name, each.source, file, seen);
    });
  }
}

/** The names that a module reads from a namespace import. */
function membersOf(module: Module, local: string): Set<string> {
  const names = new Set<string>();
  for (const { node } of module.occurrences(local)) {
    const access = node.parent;
    if (access?.type === "MemberExpression" && access.property.type === "Identifier") {
      names.add(access.property.name);
    } else if (access?.type === "JSXMemberExpression") names.add(access.property.name);
  }
  return names;
}
