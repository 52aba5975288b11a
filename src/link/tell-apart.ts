import type { PackageGraph } from "../scan/package-graph.ts";
import type { Definition } from "../scan/symbol-table.ts";
import { packageLabel } from "./chains.ts";
import { pathOf } from "./identity.ts";
import type { Located } from "./linkage.ts";

/**
 * Tells interfaces apart that are written alike: those of several packages, or of versions of one.
 *
 * @returns what to name with an interface for that, its package such as `log@1.0.0`; `null` where its path
 *   says enough
 *
 * @example
 * const ownerToName = tellApart(all, graph);
 * const owner = ownerToName(definition);
 * const name = owner === null ? pathOf(definition) : `${pathOf(definition)} of ${owner}`;
 */
export function tellApart(
  definitions: readonly Located<Definition>[],
  graph: PackageGraph,
): (definition: Located<Definition>) => string | null {
  const owners = new Map<string, Set<string>>();
  for (const definition of definitions) {
    const path = pathOf(definition);
    const known = owners.get(path) ?? new Set();
    owners.set(path, known.add(packageLabel(graph, definition.package)));
  }
  return (definition) =>
    (owners.get(pathOf(definition))?.size ?? 0) > 1
      ? packageLabel(graph, definition.package)
      : null;
}
