import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findCycles } from "../link/cycles/cycles.ts";
import type { Linkage, LinkOptions } from "../link/linkage.ts";
import type { ModuleGraph } from "../scan/module-graph.ts";
import type { PackageGraph } from "../scan/package-graph.ts";
import { defaultsTaken } from "./defaults-taken.ts";

/**
 * What a build warns of although everything is linked: implementations that would run before what they
 * need (CI2012), and defaults that are linked although the program lists something else (CI2008).
 *
 * Of the former only what is an error to `check` whichever file of the package being built comes first: a
 * build does not say with which it starts. Here they are none, because bundlers leave out modules, and an
 * order with them: webpack and Rspack make a program that runs of a barrel without side effects
 * which fails everywhere else. Of modules only those are read that are in a cycle with an implementation.
 */
export function buildWarnings(
  graph: PackageGraph,
  linkage: Linkage,
  modules: ModuleGraph,
  { implementations = {} }: LinkOptions,
): Diagnostic[] {
  // Where something is not linked, who knows what would run.
  if (linkage.diagnostics.some(({ severity }) => severity === "error")) return [];
  const { manifest } = graph.packages.get(graph.root) ?? {};
  const selections = Object.keys({ ...manifest?.implementations, ...implementations });
  const cycles = findCycles(graph, linkage, modules, { always: true });
  return [
    ...cycles.map((found): Diagnostic => ({ ...found, severity: "warning" })),
    ...defaultsTaken(graph, linkage, selections),
  ];
}
