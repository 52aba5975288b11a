import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";
import { scan } from "../../src/scan/scan.ts";
import { encodeSymbols } from "../../src/scan/symbols/symbols-file.ts";
import { type Files, writeTree } from "../tree.ts";

/** The part of a package.json that these tests look at. */
export interface PackageJson {
  name: string;
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  "crate-interface"?: Record<string, unknown>;
}

/** A folder of files as it is in the repository, or is to be on disk. */
export interface Folder {
  /** Relative path to text. */
  files: Map<string, string>;
  /** Relative path to what the symbolic link says. */
  links: Map<string, string>;
}

/** A package as somebody who depends on it gets it. */
export interface Published extends Folder {
  name: string;
  version: string;
  json: PackageJson;
}

/** Where a package lets its symbol table be written when it is published; see {@link publish}. */
const TABLE = "crate-interface.json";

/** The packages that can be installed, by `name@version`. */
export type Registry = ReadonlyMap<string, Published>;

/** Reads a folder; `null` when there is none. */
export function readFolder(dir: string): Folder | null {
  const folder: Folder = { files: new Map(), links: new Map() };
  if (!lstatSync(dir, { throwIfNoEntry: false })?.isDirectory()) return null;
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const relative = path.slice(dir.length + 1);
    if (entry.isSymbolicLink()) folder.links.set(relative, readlinkSync(path));
    else if (entry.isFile()) folder.files.set(relative, readFileSync(path, "utf8"));
  }
  return folder;
}

/** The part of a folder that is in one of its folders. */
export function subfolder({ files, links }: Folder, name: string): Folder {
  const below = <T>(entries: Map<string, T>): Map<string, T> =>
    new Map(
      [...entries]
        .filter(([path]) => path.startsWith(`${name}/`))
        .map(([path, value]) => [path.slice(name.length + 1), value]),
    );
  return { files: below(files), links: below(links) };
}

/** Every folder with a package.json of a folder named `registry`, published; later ones replace. */
export function readRegistry(...folders: Folder[]): Registry {
  const registry = new Map<string, Published>();
  for (const folder of folders) {
    for (const path of folder.files.keys()) {
      if (!/^(?:@[^/]+\/)?[^/]+\/package\.json$/.test(path)) continue;
      const id = path.slice(0, -"/package.json".length);
      registry.set(id, publish(id, subfolder(folder, id)));
    }
  }
  return registry;
}

const published = new Map<string, Published>();

/**
 * A package as `crate-interface symbols --write` and `npm publish` leave it: with its symbol table,
 * unless it has brought one, or says that it is in another file.
 *
 * @param id `name@version`
 */
export function publish(id: string, folder: Folder): Published {
  const key = JSON.stringify([id, ...folder.files]);
  const known = published.get(key);
  if (known) return known;
  const at = id.lastIndexOf("@");
  const text = folder.files.get("package.json") ?? "";
  const json = readJson(text) ?? { name: id.slice(0, at) };
  const files = new Map(folder.files);
  const symbols = json["crate-interface"]?.symbols;
  if (symbols === `./${TABLE}` && !files.has(TABLE)) files.set(TABLE, symbolTable(folder));
  const item = {
    name: id.slice(0, at),
    version: id.slice(at + 1),
    json,
    files,
    links: folder.links,
  };
  published.set(key, item);
  return item;
}

/** A package whose mistakes in publishing its author has made right. */
export function publishAgain(item: Published): Published {
  const files = new Map(item.files);
  for (const path of files.keys()) if (path.endsWith(TABLE)) files.delete(path);
  const { symbols, ...rest } = item.json["crate-interface"] ?? {};
  const json = { ...item.json, "crate-interface": { ...rest, symbols: `./${TABLE}` } };
  files.set("package.json", `${JSON.stringify(json, null, 2)}\n`);
  return publish(`${item.name}@${item.version}`, { files, links: item.links });
}

function symbolTable({ files }: Folder): string {
  using tree = writeTree(Object.fromEntries(files) as Files);
  const graph = scan(tree.dir, { cache: false });
  return encodeSymbols(graph.packages.get(graph.root)!);
}

/** The newest version that a range allows. `npm:log@^1.0.0` is an alias, as npm has them. */
export function choose(registry: Registry, name: string, range: string): Published | null {
  const alias = /^npm:(.+)@([^@]*)$/.exec(range);
  const wanted = alias ? alias[1] : name;
  const versions = [...registry.values()].filter((item) => item.name === wanted);
  const best = semver.maxSatisfying(
    versions.map(({ version }) => version),
    alias ? alias[2] : range,
  );
  return versions.find(({ version }) => version === best) ?? null;
}

/** A parsed package.json; `null` when it is no object. */
export function readJson(text: string): PackageJson | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null ? (json as PackageJson) : null;
  } catch {
    return null;
  }
}
