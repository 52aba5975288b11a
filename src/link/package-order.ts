import { byText } from "../by-text.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { packageLabel } from "./chains.ts";
import type { Located } from "./linkage.ts";
import { byPosition } from "./order.ts";

/**
 * Orders what stands in different packages by their names and versions, for messages: those must not
 * depend on where a package manager has put a package.
 */
export function byPackage(
  graph: PackageGraph,
): (a: Located<{ span: Span }>, b: Located<{ span: Span }>) => number {
  const label = ({ package: dir }: Located<unknown>): string => packageLabel(graph, dir);
  return (a, b) => byText(label(a), label(b)) || byPosition(a, b);
}
