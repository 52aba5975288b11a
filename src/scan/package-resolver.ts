import { readdirSync } from "node:fs";
import Module from "node:module";
import { parentOf, realPath, slash } from "./paths.ts";
import { isFile, isFolder } from "./read-file.ts";

/** Finds the directory of an installed package, or `null`. Keeps what it has seen of the disk. */
export type PackageResolver = (fromDir: string, name: string) => string | null;

/** One `node_modules` folder, or one scope in it. */
interface Listing {
  /** Its real path. */
  dir: string;
  /** What is in it, and whether that is a symbolic link. */
  links: Map<string, boolean>;
}

/**
 * A resolver that finds packages as Node does: in the `node_modules` of the importing folder and
 * of those above it. This covers npm, pnpm and Yarn, hoisted or nested or linked; under Yarn's
 * Plug'n'Play it asks that.
 *
 * Only the folder is of interest, and of packages whose `exports` may hide their package.json; so
 * this lists each `node_modules` once instead of asking a module resolver about each package.
 */
export function createPackageResolver(): PackageResolver {
  const listings = new Map<string, Listing | null>();
  const found = new Map<string, string | null>();
  const virtual = new Map<string, string>();

  const list = (dir: string): Listing | null => {
    let listing = listings.get(dir);
    if (listing === undefined) {
      listing = readListing(dir);
      listings.set(dir, listing);
    }
    return listing;
  };

  const inFolder = (nodeModules: Listing, name: string): string | null => {
    const at = name.indexOf("/");
    const listing = at < 0 ? nodeModules : list(`${nodeModules.dir}/${name.slice(0, at)}`);
    const isLink = listing?.links.get(at < 0 ? name : name.slice(at + 1));
    if (!listing || isLink === undefined) return null;
    const path = `${listing.dir}/${at < 0 ? name : name.slice(at + 1)}`;
    let dir = found.get(path);
    if (dir === undefined) {
      dir = isLink ? realPath(path) : path;
      if (dir !== null && isLink && BROUGHT.test(listing.dir) && !isInstalled(dir)) dir = null;
      if (dir !== null && !isFile(`${dir}/package.json`)) dir = null;
      found.set(path, dir);
    }
    return dir;
  };

  return (fromDir, name) => {
    if (!isPackageName(name)) return null;
    const api = plugAndPlay(fromDir);
    if (api) return askPlugAndPlay(api, fromDir, name, virtual);
    for (let dir = fromDir; ; dir = parentOf(dir)) {
      if (!dir.endsWith("/node_modules")) {
        const nodeModules = list(dir.endsWith("/") ? `${dir}node_modules` : `${dir}/node_modules`);
        const hit = nodeModules && inFolder(nodeModules, name);
        if (hit) return hit;
      }
      if (dir === parentOf(dir)) return null;
    }
  };
}

/**
 * The `node_modules` in the folder of an installed package. Links in it come with that package: were
 * they followed to where packages are developed, it could have any folder of the disk scanned, and
 * what is there linked. Package managers link such packages elsewhere: pnpm beside the package.
 */
const BROUGHT = /\/node_modules\/(?:@[^/]+\/)?[^./@][^/]*\/node_modules(?:\/@[^/]+)?$/;

function isInstalled(dir: string): boolean {
  return dir.includes("/node_modules/");
}

/** Whether a name can be that of a package, so that it leads into `node_modules` and not out of it. */
function isPackageName(name: string): boolean {
  return /^(?:@[^/\\@]+\/)?[^/\\@.][^/\\]*$/.test(name);
}

function readListing(dir: string): Listing | null {
  if (!isFolder(dir)) return null;
  const real = realPath(dir);
  if (real === null) return null;
  try {
    const links = new Map<string, boolean>();
    for (const entry of readdirSync(real, { withFileTypes: true })) {
      links.set(entry.name, entry.isSymbolicLink());
    }
    return { dir: real, links };
  } catch {
    return null;
  }
}

/** The part of Yarn's `pnpapi` that is used: https://yarnpkg.com/advanced/pnpapi */
interface PlugAndPlay {
  resolveToUnqualified(request: string, issuer: string): string | null;
  resolveVirtual?(path: string): string | null;
}

function plugAndPlay(dir: string): PlugAndPlay | null {
  if (process.versions.pnp === undefined) return null;
  const { findPnpApi } = Module as { findPnpApi?: (path: string) => PlugAndPlay | null };
  return findPnpApi?.(`${dir}/`) ?? null;
}

/**
 * A package with peers has a virtual path per set of peers, and its files are in one place, which
 * is its identity here. What its peers are, only the virtual path knows.
 *
 * @param virtual the virtual path of each folder that was found by one
 */
function askPlugAndPlay(
  api: PlugAndPlay,
  fromDir: string,
  name: string,
  virtual: Map<string, string>,
): string | null {
  try {
    const path = api.resolveToUnqualified(name, virtual.get(fromDir) ?? `${fromDir}/`);
    if (path === null) return null;
    const real = api.resolveVirtual?.(path) ?? null;
    const dir = slash(real ?? path).replace(/\/$/, "");
    if (real !== null && !virtual.has(dir)) virtual.set(dir, path);
    return dir;
  } catch {
    // An undeclared dependency or a missing peer: not installed.
    return null;
  }
}
