import { byText } from "../../src/by-text.ts";
import { choose, type Folder, type Published, type Registry, readJson } from "./registry.ts";

/** What is to be installed. */
export interface Workspace {
  /** The packages that are developed here, by folder; `app` is the one that is built. */
  members: ReadonlyMap<string, Folder>;
  registry: Registry;
}

/** A package with what its dependencies lead to: there is one per name and version. */
export interface Node {
  /** `log@1.0.0`, or the folder of a member. */
  id: string;
  /** `null` for members. */
  item: Published | null;
  /** Folder of a member, relative to the tree. */
  folder: string;
  /** By the name in package.json. */
  dependencies: Map<string, Node>;
  peers: Set<string>;
}

/** The members with everything that they reach. */
export function roots({ members, registry }: Workspace): Node[] {
  const nodes = new Map<string, Node>();
  const byName = new Map([...members].map(([folder, files]) => [nameOf(files), folder]));
  const member = (folder: string): Node =>
    grow(
      folder,
      null,
      folder,
      readJson(members.get(folder)!.files.get("package.json") ?? ""),
      true,
    );
  const grow = (
    id: string,
    item: Published | null,
    folder: string,
    json: ReturnType<typeof readJson>,
    development: boolean,
  ): Node => {
    const known = nodes.get(id);
    if (known) return known;
    const peers = new Set(Object.keys(json?.peerDependencies ?? {}));
    const node: Node = { id, item, folder, dependencies: new Map(), peers };
    nodes.set(id, node);
    const ranges = {
      ...json?.peerDependencies,
      ...(development ? json?.devDependencies : {}),
      ...json?.optionalDependencies,
      ...json?.dependencies,
    };
    for (const name of Object.keys(ranges).sort(byText)) {
      const own = byName.get(name);
      const found = own === undefined ? choose(registry, name, ranges[name]) : null;
      if (own !== undefined) node.dependencies.set(name, member(own));
      else if (found) {
        const target = `${found.name}@${found.version}`;
        node.dependencies.set(name, grow(target, found, "", found.json, false));
      }
    }
    return node;
  };
  return [...members.keys()].sort(byText).map(member);
}

/** The name of what is developed in a folder; empty when its package.json says none. */
export function nameOf(member: Folder): string {
  return readJson(member.files.get("package.json") ?? "")?.name ?? "";
}
