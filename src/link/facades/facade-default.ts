import { posix } from "node:path";
import { isPath } from "../../scan/manifest/values.ts";
import type { Dependency, Package } from "../../scan/package-graph.ts";
import { slash } from "../../scan/paths.ts";
import type { Implementation } from "../../scan/symbol-table.ts";
import type { Located } from "../linkage.ts";

/** The default of a facade: one of its files, or a package that it depends on. */
export interface FacadeDefault {
  /** As its manifest has it. */
  selected: string;
  /** Absolute path; `null` for a package. */
  file: string | null;
  /** Directory; `null` for a file, and for a package that is not there. */
  dir: string | null;
}

/** What a package names as its default, or `null`. */
export function facadeDefault(facade: Package): FacadeDefault | null {
  const selected = facade.manifest.defaultFacadeImpl;
  if (selected === null) return null;
  return isPath(selected)
    ? { selected, file: posix.join(facade.dir, slash(selected)), dir: null }
    : { selected, file: null, dir: defaultDependency(facade)?.dir ?? null };
}

/** How a facade depends on the package that is its default. Not for development: others have none of that. */
export function defaultDependency({ manifest, dependencies }: Package): Dependency | undefined {
  return dependencies.find(
    ({ name, kind }) => name === manifest.defaultFacadeImpl && kind !== "devDependencies",
  );
}

/** Whether an implementation is that of a default. */
export function isOfDefault(
  { package: dir, file, item }: Located<Implementation>,
  found: FacadeDefault | null,
): boolean {
  if (found === null) return false;
  if (found.file === null) return dir === found.dir;
  // The manifest of an installed package speaks of its source, which spans are in.
  return file === found.file || item.span.file === found.file;
}
