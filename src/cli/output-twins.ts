import { posix } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { manifestPath } from "../link/chains.ts";
import { type Dependent, dependentsOf } from "../link/dependents.ts";
import type { LinkedInterface } from "../link/linkage.ts";
import { linkedBesideOutput } from "../messages.ts";
import type { ModuleGraph } from "../scan/module-graph.ts";
import { isBelow } from "../scan/paths.ts";
import type { Program } from "./program.ts";

/**
 * CI2015 as warnings: packages whose source is linked while their name leads to what was built of
 * it, so that who also imports them by name has their modules twice. A package that has not been
 * built yet is not found.
 */
export function findOutputTwins(
  { graph, linkage, files }: Program,
  modules: ModuleGraph,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const dependents = dependentsOf(graph);
  const linked = new Map(linkage.interfaces.flatMap(placesOf).reverse());
  for (const [dir, span] of linked) {
    const item = graph.packages.get(dir);
    if (!item?.source || dir === graph.root) continue;
    const imported = importedFile(dependents.get(dir) ?? [], modules);
    if (imported === null || !isBelow(imported, dir)) continue;
    if (!MODULE.test(imported) || files.get(dir)?.includes(imported)) continue;
    const message = linkedBesideOutput(
      item.name,
      posix.relative(dir, span.file),
      posix.relative(dir, imported),
      manifestPath(dir),
    );
    found.push(diagnose(message, span, { severity: "warning" }));
  }
  return found;
}

const MODULE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** The packages whose source an interface is linked to, each with a place in it. */
function placesOf({ definition, implementation, members }: LinkedInterface): [string, Span][] {
  const places = members.some(({ weak }) => weak) ? [implementation, definition] : [implementation];
  return places.flatMap((place): [string, Span][] =>
    place ? [[place.package, place.item.span]] : [],
  );
}

/** The file that the name of a package leads to, in a package that depends on it. */
function importedFile(dependents: readonly Dependent[], modules: ModuleGraph): string | null {
  for (const { dir, name } of dependents) {
    const file = modules.resolve(name, `${dir}/package.json`);
    if (file !== null) return file;
  }
  return null;
}
