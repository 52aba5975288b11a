import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type NamedInterface, readBareMarkup, readBareUses } from "../expand/bare-uses.ts";
import { partsOf } from "../expand/parts.ts";
import { toDiagnostic } from "../expand/problem.ts";
import { Reader } from "../expand/reader.ts";
import { recognise } from "../expand/recognise.ts";
import type { ModuleGraph } from "./module-graph.ts";
import type { Package, PackageGraph } from "./package-graph.ts";
import { readBytes, readText } from "./read-file.ts";
import type { Definition } from "./symbol-table.ts";

/** A definition that the files of a package can import. */
interface Importable {
  package: string;
  file: string;
  definition: Definition;
}

/**
 * CI1013 where a file reaches a member of an interface that no macro in it names. A build does not
 * look at such files, which need not mention the macros at all; this looks at every source file of the
 * packages that depend on a definition.
 */
export function findBareUses(graph: PackageGraph, modules: ModuleGraph): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const item of graph.packages.values()) {
    if (!item.source) continue;
    const importable = importableBy(item, graph);
    if (importable.length === 0) continue;
    const imports = new Imports(item, importable, modules);
    const isMentioned = mentionsOf(imports.names);
    for (const file of modules.files(item.dir)) {
      // A module that is known mentioned a name when it was read.
      if (!modules.isKnown(file) && !isMentioned(file)) continue;
      const interfaces = imports.of(file);
      if (interfaces.length > 0) found.push(...readFile(file, interfaces));
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

/** Finds names in files: in UTF-8 read as Latin-1, any number of them as fast as one. */
function mentionsOf(names: Iterable<string>): (file: string) => boolean {
  const texts = [...names].map((name) =>
    Buffer.from(name).toString("latin1").replaceAll("$", "\\$"),
  );
  const pattern = new RegExp(texts.join("|"));
  return (file) => {
    const bytes = readBytes(file);
    return !("reason" in bytes) && pattern.test(bytes.toString("latin1"));
  };
}

function readFile(file: string, interfaces: readonly NamedInterface[]): Diagnostic[] {
  const code = readText(file);
  if (typeof code !== "string") return [];
  return partsOf(code, file).flatMap((part) => {
    const sites = recognise(part.code, part.file, part.component);
    if (!sites.module || sites.problems.length > 0) return [];
    const reader = new Reader(sites.module, sites, part.code, part.component.instances);
    readBareUses(reader, interfaces);
    readBareMarkup(reader, interfaces, part.component.markup);
    return sites.problems.map((problem) => toDiagnostic(problem, file));
  });
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

  /** The interfaces that a file imports, but that no macro in it names. */
  of(file: string): NamedInterface[] {
    const found: NamedInterface[] = [];
    for (const { local, property, name, source } of this.#modules.plainImports(file)) {
      const definition = this.#definition(name, source, file);
      if (definition) found.push({ local, property, namespace: definition.namespace });
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
