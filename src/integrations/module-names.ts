import type { LinkedInterface } from "../link/linkage.ts";
import type { linkSpecifier } from "../naming.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";

/** The names of generated modules. They appear in bundles and URLs, the same on every machine. */
export class ModuleNames {
  readonly #graph: PackageGraph;
  /** By name and version, the directories of packages: of most, one. */
  readonly #copies = new Map<string, string[]>();

  constructor(graph: PackageGraph) {
    this.#graph = graph;
    for (const item of graph.packages.values()) {
      const known = this.#copies.get(nameAndVersion(item));
      if (known) known.push(item.dir);
      else this.#copies.set(nameAndVersion(item), [item.dir]);
    }
  }

  /**
   * The name of a module that all importers share. It says the package and version that define the
   * interface, such as `crate-interface/link/HelloIf@hello-if@1.0.0`, and where a build has several
   * copies of those, which of them.
   *
   * @param specifierOf what the interface is imported by
   */
  shared({ definition }: LinkedInterface, specifierOf: typeof linkSpecifier): string {
    const { name, namespace } = definition.item;
    const home = this.#graph.packages.get(definition.package)!;
    const copy = this.#copies.get(nameAndVersion(home))!.indexOf(home.dir);
    const specifier = specifierOf(namespace, name);
    return `${specifier}@${nameAndVersion(home)}${copy > 0 ? `~${copy}` : ""}`;
  }
}

/**
 * The name of a module that is imported by one file. It does not end like the file, which plugins
 * would take it for.
 */
export function nameIn(file: string, specifier: string): string {
  return `${specifier}@${file}.link`;
}

function nameAndVersion({ name, version }: Package): string {
  return `${name}@${version}`;
}
