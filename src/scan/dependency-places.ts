import { type JsonPlace, locateEntries } from "./json-text.ts";
import type { Dependency, DependencyKind, Package } from "./package-graph.ts";
import { readText } from "./read-file.ts";
import type { FileTable } from "./symbol-table.ts";

/** The fields from which installing a package installs others. */
const INSTALLED: readonly DependencyKind[] = ["dependencies", "optionalDependencies"];

/**
 * Notes where those dependencies stand in package.json that a check of facades may show: of an
 * implementation on its facade, of a facade on its default, and of anybody on an implementation of a
 * facade. Of all others nobody asks, and finding them would mean to read each package.json twice.
 *
 * @param packages whose files have been read
 */
export function locateDependencies(packages: ReadonlyMap<string, Package>): void {
  const implementing = implementationsOfFacades(packages);
  for (const item of packages.values()) {
    const { facadeImpl, defaultFacadeImpl } = item.manifest;
    const shown = item.dependencies.filter(
      ({ name, kind, dir, span }) =>
        span === undefined &&
        (name === defaultFacadeImpl ||
          facadeImpl.includes(name) ||
          (dir !== null && implementing.has(dir) && INSTALLED.includes(kind))),
    );
    if (shown.length > 0) locate(shown, `${item.dir}/package.json`);
  }
}

/** The directories of packages that say, or turn out, to implement a facade. */
function implementationsOfFacades(packages: ReadonlyMap<string, Package>): Set<string> {
  const names = new Set<string>();
  for (const { manifest, files } of packages.values()) {
    if (!manifest.facade) continue;
    for (const { definitions } of files) for (const { name } of definitions) names.add(name);
  }
  const found = new Set<string>();
  for (const { dir, manifest, files } of packages.values()) {
    const isNamed = ({ implementations }: FileTable): boolean =>
      implementations.some((item) => names.has(item.interface.name));
    if (manifest.facadeImpl.length > 0 || (names.size > 0 && files.some(isNamed))) found.add(dir);
  }
  return found;
}

function locate(dependencies: readonly Dependency[], file: string): void {
  const text = readText(file);
  if (typeof text !== "string") return;
  // Once for all of a field: there may be as many as there are lines.
  const fields = new Map<DependencyKind, Map<string, JsonPlace>>();
  for (const dependency of dependencies) {
    const { kind, name } = dependency;
    const field = fields.get(kind) ?? locateEntries(text, [kind]);
    fields.set(kind, field);
    const place = field.get(name);
    if (!place) continue;
    const { start } = place.key ?? place.value;
    dependency.span = { file, start, end: place.value.end };
  }
}
