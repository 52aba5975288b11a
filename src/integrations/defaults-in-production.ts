import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { manifestPath, packageLabel, rootName } from "../link/chains.ts";
import { pathOf } from "../link/identity.ts";
import type { Linkage, LinkedInterface } from "../link/linkage.ts";
import { defaultInProduction } from "../messages.ts";
import { manifestSpan } from "../scan/manifest/place.ts";
import type { PackageGraph } from "../scan/package-graph.ts";

/**
 * CI2008 as warnings of a build for production: interfaces that are called and linked to a default, while the
 * package being built lists an implementation in its devDependencies. In the dev server that one is linked, so
 * the program would do something else in production without a word.
 *
 * @param selections keys of `implementations`: who selects for an interface, under whatever condition, knows
 */
export function defaultsInProduction(
  graph: PackageGraph,
  { interfaces }: Linkage,
  selections: readonly string[],
): Diagnostic[] {
  return interfaces.flatMap((linked) => {
    const { definition, rule, called } = linked;
    if (!called || (rule !== "default" && rule !== "weak")) return [];
    const path = pathOf(definition);
    const owner = packageLabel(graph, definition.package);
    const dependency = listedForDevelopment(linked, graph);
    if (dependency === null || selections.some((key) => isOf(key, path))) return [];
    const isAlone = interfaces.every((each) => each === linked || pathOf(each.definition) !== path);
    const message = defaultInProduction(
      path,
      owner,
      dependency,
      rootName(graph),
      manifestPath(graph.root),
      isAlone ? path : `${owner}#${path}`,
    );
    const span = manifestSpan(graph.root, ["devDependencies", dependency]);
    return diagnose(message, span, { severity: "warning" });
  });
}

/** The name by which the root lists an implementation in its devDependencies; `null` where it lists none. */
function listedForDevelopment({ rejected }: LinkedInterface, graph: PackageGraph): string | null {
  const { dependencies = [] } = graph.packages.get(graph.root) ?? {};
  const dropped = rejected.filter(({ cause }) => cause === "development");
  const found = dependencies.find(
    ({ dir, kind }) =>
      kind === "devDependencies" &&
      dropped.some(({ implementation }) => implementation.package === dir),
  );
  return found?.name ?? null;
}

/** Whether a key of `implementations`, such as `Logger` or `log#Logger`, is of an interface of this path. */
function isOf(key: string, path: string): boolean {
  return key === path || key.endsWith(`#${path}`);
}
