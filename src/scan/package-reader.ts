import { resolve } from "node:path";
import { byText } from "../by-text.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pathLinksOutside } from "../messages.ts";
import { DEPENDENCY_KINDS } from "./dependency-fields.ts";
import { isPath } from "./manifest/values.ts";
import type { Dependency, Package } from "./package-graph.ts";
import { NO_PACKAGE_JSON, type PackageJson, readPackageJson } from "./package-json.ts";
import { createPackageResolver, type PackageResolver } from "./package-resolver.ts";
import { isBelow, parentOf, realPath, slash } from "./paths.ts";
import { isFile } from "./read-file.ts";

/** The packages that can take part, without their files. */
export interface PackageSet {
  /** Directory of the package being built. */
  root: string;
  /** By directory, in order of directory. */
  packages: Map<string, Package>;
  diagnostics: Diagnostic[];
}

/** This project's own package: it talks about macros on every page and takes part in no link. */
const OWN_NAME = "crate-interface";

/**
 * Reads the packages that the root reaches: by any of its own dependencies, and from there by
 * `dependencies`, `optionalDependencies` and `peerDependencies`. What is not installed is an edge
 * that leads nowhere; a cycle is nothing special.
 *
 * @param root a directory; without a package.json, that of the nearest package above it counts
 */
export function readPackages(root: string): PackageSet {
  const rootDir = findRoot(root);
  const diagnostics: Diagnostic[] = [];
  const packages = readReached([rootDir], rootDir, new Map(), diagnostics);
  return { root: rootDir, packages, diagnostics };
}

/**
 * Reads packages that the root does not reach, with those that they reach themselves. What is wrong
 * with them is none of the root's concern.
 *
 * @param dirs their directories
 * @param known the packages that the root reaches; none of them is read again
 * @returns by directory, in order of directory
 */
export function readFurtherPackages(
  dirs: readonly string[],
  known: ReadonlyMap<string, Package>,
): Map<string, Package> {
  return readReached(
    dirs.filter((dir) => !known.has(dir)),
    null,
    known,
    [],
  );
}

function readReached(
  start: readonly string[],
  rootDir: string | null,
  known: ReadonlyMap<string, Package>,
  diagnostics: Diagnostic[],
): Map<string, Package> {
  const resolvePackage = createPackageResolver();
  const packages = new Map<string, Package>();
  const queue = [...start];
  const seen = new Set([...known.keys(), ...queue]);
  for (let dir = queue.pop(); dir !== undefined; dir = queue.pop()) {
    const isRoot = dir === rootDir;
    const item = readPackage(dir, isRoot, resolvePackage, diagnostics);
    packages.set(dir, item);
    for (const edge of item.dependencies) {
      const followed = isRoot || edge.kind !== "devDependencies";
      if (!followed || edge.dir === null || seen.has(edge.dir)) continue;
      seen.add(edge.dir);
      queue.push(edge.dir);
    }
  }
  return new Map([...packages].sort((a, b) => byText(a[0], b[0])));
}

function readPackage(
  dir: string,
  isRoot: boolean,
  resolvePackage: PackageResolver,
  diagnostics: Diagnostic[],
): Package {
  const found: Diagnostic[] = [];
  const hasManifest = !isRoot || isFile(`${dir}/package.json`);
  const developed = isRoot || !`${dir}/`.includes("/node_modules/");
  const json = hasManifest ? readPackageJson(dir, found, developed) : NO_PACKAGE_JSON;
  const own = json.name === OWN_NAME && !isRoot;
  const source = developed && !own;
  if (source) found.push(...defaultLinkedOutside(dir, json));
  // A mistake in an installed package.json is for its author; here it must not stop the build.
  for (const item of found) {
    const mild = !source && item.code === "CI3006";
    diagnostics.push(mild ? { ...item, severity: "warning" } : item);
  }
  return {
    dir,
    name: json.name === "" ? dir.slice(dir.lastIndexOf("/") + 1) : json.name,
    version: json.version,
    source,
    manifest: json.manifest,
    dependencies: own ? [] : readEdges(dir, json, source, resolvePackage),
    files: [],
  };
}

/** CI3007 for a default that is a symbolic link out of its package. */
function defaultLinkedOutside(dir: string, { manifest }: PackageJson): Diagnostic[] {
  const { defaultFacadeImpl: path, spans } = manifest;
  if (path === null || !isPath(path)) return [];
  const real = realPath(`${dir}/${slash(path)}`);
  if (real === null || isBelow(real, dir)) return [];
  const message = pathLinksOutside("defaultFacadeImpl", path, real);
  return [diagnose(message, spans.defaultFacadeImpl ?? null)];
}

/** Nobody installs the devDependencies of an installed package, so those are no edges. */
function readEdges(
  dir: string,
  json: PackageJson,
  source: boolean,
  resolvePackage: PackageResolver,
): Dependency[] {
  const edges: Dependency[] = [];
  for (const kind of DEPENDENCY_KINDS) {
    if (kind === "devDependencies" && !source) continue;
    for (const [name, range] of json.dependencies[kind]) {
      edges.push({ name, kind, range, dir: resolvePackage(dir, name) });
    }
  }
  return edges.sort((a, b) => byText(a.name, b.name) || byText(a.kind, b.kind));
}

/** The directory itself, or the nearest one above with a package that has a name; its real path. */
export function findRoot(root: string): string {
  const start = realPath(root) ?? slash(resolve(root));
  if (isFile(`${start}/package.json`)) return start;
  for (let dir = parentOf(start); dir !== parentOf(dir); dir = parentOf(dir)) {
    if (isFile(`${dir}/package.json`) && readPackageJson(dir, []).name !== "") return dir;
  }
  return start;
}
