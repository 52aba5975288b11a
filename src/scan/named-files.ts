import { posix } from "node:path";
import type { Selection } from "./manifest/manifest.ts";
import { isPath, staysInside } from "./manifest/values.ts";
import type { Package } from "./package-graph.ts";
import { slash } from "./paths.ts";

/**
 * The files of a package that somebody names as an implementation: the default of a facade, and what
 * `implementations` selects in the package being built. Absolute paths; whether they exist is not
 * known.
 *
 * @param selections of the package being built, in the options of the plugin
 */
export function namedFiles(
  { dir, manifest }: Pick<Package, "dir" | "manifest">,
  root: string,
  selections: Readonly<Record<string, Selection>> = {},
): string[] {
  const selected = dir === root ? [manifest.implementations, selections] : [];
  const names = [manifest.defaultFacadeImpl ?? "", ...selected.flatMap(leaves)];
  return names
    .filter((name) => isPath(name) && staysInside(name))
    .map((path) => posix.join(dir, slash(path)));
}

function leaves(selection: Selection): string[] {
  return typeof selection === "string" ? [selection] : Object.values(selection).flatMap(leaves);
}
