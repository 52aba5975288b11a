import type { Package } from "../../scan/package-graph.ts";
import type { Build } from "../build.ts";
import { nearMisses } from "../report/near.ts";

/**
 * The names that were probably meant by one that a package does not list: the alias under which it lists
 * the package of that name, or else what is written alike.
 */
export function namesMeant(
  name: string,
  { dependencies }: Package,
  { graph: { packages } }: Build,
): string[] {
  const aliases = dependencies
    .filter((each) => each.name !== name && packages.get(each.dir ?? "")?.name === name)
    .map((dependency) => dependency.name);
  if (aliases.length > 0) return [...new Set(aliases)];
  return nearMisses(
    name,
    dependencies.map((dependency) => dependency.name),
  );
}
