import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { absentDependencies } from "../link/absent.ts";
import { manifestPath, packageLabel, rootName } from "../link/chains.ts";
import { pathOf } from "../link/identity.ts";
import type { Linkage, LinkedInterface, Rejection } from "../link/linkage.ts";
import { defaultForAbsent, defaultForInactive, defaultInProduction } from "../messages.ts";
import { manifestSpan } from "../scan/manifest/place.ts";
import type { Package, PackageGraph } from "../scan/package-graph.ts";

/**
 * CI2008 as warnings of a build: interfaces that are called and linked to a default, while the package being
 * built lists what implements them. It counts for development only, or under conditions that the build does not
 * have. The program would do something else without a word. Of what is not installed nobody knows what it
 * implements: a build says so only where the name does, and `check` always.
 *
 * @param selections keys of `implementations`: who selects for an interface, under whatever condition, knows
 */
export function defaultsTaken(
  graph: PackageGraph,
  { interfaces }: Linkage,
  selections: readonly string[],
): Diagnostic[] {
  const root = graph.packages.get(graph.root);
  if (!root) return [];
  const absent = absentDependencies(root, true).names;
  return interfaces.flatMap((linked) => {
    const { definition, rule, called } = linked;
    const path = pathOf(definition);
    if (!called || (rule !== "default" && rule !== "weak")) return [];
    if (selections.some((key) => isOf(key, path))) return [];
    const owner = packageLabel(graph, definition.package);
    const isAlone = interfaces.every((each) => each === linked || pathOf(each.definition) !== path);
    const key = isAlone ? path : `${owner}#${path}`;
    const [manifest, name] = [manifestPath(graph.root), rootName(graph)];
    const warn = (
      message: ReturnType<typeof defaultForAbsent>,
      field: string,
      dependency: string,
    ) => diagnose(message, manifestSpan(graph.root, [field, dependency]), { severity: "warning" });

    const [development] = listed(linked, root, "development");
    if (development) {
      const message = defaultInProduction(path, owner, development.name, name, manifest, key);
      return warn(message, development.kind, development.name);
    }
    const inactive = listed(linked, root, "conditions");
    const [first] = inactive;
    if (first) {
      const conditions = inactive
        .filter(({ dir }) => dir === first.dir)
        .map((each) => each.conditions.map((condition) => `\`${condition}\``).join(" and "));
      const message = defaultForInactive(
        path,
        owner,
        first.name,
        [...new Set(conditions)].join(", or "),
        first.conditions[0]!,
        key,
        manifest,
      );
      return warn(message, first.kind, first.name);
    }
    const facade = graph.packages.get(definition.package)?.name ?? "";
    const missing = absent.find((dependency) => isNamedAfter(dependency, facade));
    if (missing === undefined) return [];
    return warn(
      defaultForAbsent(path, owner, missing, name, manifest, key, facade),
      "dependencies",
      missing,
    );
  });
}

/** What the root lists and a rule has dropped. */
function listed({ rejected }: LinkedInterface, { dependencies }: Package, rule: Rejection) {
  return rejected.flatMap(({ cause, implementation: { package: dir, item } }) => {
    const found = cause === rule ? dependencies.find((each) => each.dir === dir) : undefined;
    return found ? [{ ...found, conditions: item.conditions }] : [];
  });
}

/** Whether the words of a name have those of a facade among them: `log-pino` and `@acme/file-log` that of `log`. */
function isNamedAfter(name: string, facade: string): boolean {
  if (name === facade || name.startsWith("@types/")) return false;
  return wordsOf(name).includes(wordsOf(facade));
}

/** `-log-pino-` of `@acme/log_pino`. */
function wordsOf(name: string): string {
  return `-${name.replace(/^@[^/]*\//, "").replaceAll(/[^a-z0-9]+/gi, "-")}-`;
}

/** Whether a key of `implementations`, such as `Logger` or `log#Logger`, is of an interface of this path. */
function isOf(key: string, path: string): boolean {
  return key === path || key.endsWith(`#${path}`);
}
