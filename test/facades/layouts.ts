import { posix } from "node:path";
import { byText } from "../../src/by-text.ts";
import type { Folder } from "./registry.ts";
import { type Node, nameOf, roots, type Workspace } from "./resolution.ts";

/** How a package manager puts packages on disk. */
export type Layout = (workspace: Workspace) => Folder;

/**
 * npm, Yarn 1 and Bun: everything as high as it can be; what collides with another version is in the
 * `node_modules` of the package that needs it.
 */
export const hoisted: Layout = (workspace) => {
  const tree = start(workspace);
  const top = modulesOf(workspace);
  const places = new Map<string, Node>();
  const nodes = roots(workspace);
  const queue: [dir: string, node: Node][] = nodes.map((node) => [node.folder, node]);
  linkMembers(nodes, workspace, top, places, tree);
  for (const [dir, node] of queue) {
    for (const [name, target] of node.dependencies) {
      const seen = lookUp(dir, name, places);
      if (seen && places.get(seen) === target) continue;
      const free = !places.has(`${top}/${name}`) && !seen;
      const place = free ? `${top}/${name}` : `${dir}/node_modules/${name}`;
      places.set(place, target);
      put(target, place, tree);
      queue.push([place, target]);
    }
  }
  return tree;
};

/** npm with `--install-strategy=nested`: everything where it is needed, and peers where their users are. */
export const nested: Layout = (workspace) => {
  const tree = start(workspace);
  const places = new Map<string, Node>();
  const top = modulesOf(workspace);
  const nodes = roots(workspace);
  linkMembers(nodes, workspace, top, places, tree);
  const install = (dir: string, node: Node, peersOnly: boolean): void => {
    for (const [name, target] of node.dependencies) {
      if (node.peers.has(name) !== peersOnly) continue;
      const seen = lookUp(dir, name, places);
      // A peer is whatever is there.
      if (seen !== null && (peersOnly || places.get(seen)?.id === target.id)) continue;
      const place = peersOnly ? `${top}/${name}` : `${dir}/node_modules/${name}`;
      places.set(place, target);
      put(target, place, tree);
      visit(place, target);
    }
  };
  const visit = (dir: string, node: Node): void => {
    install(dir, node, true);
    install(dir, node, false);
  };
  for (const node of nodes) visit(node.folder, node);
  return tree;
};

/** pnpm, and Yarn with `nodeLinker: pnpm`: a store, and links to what a package lists itself. */
export const store: Layout = (workspace) => {
  const tree = start(workspace);
  const placed = new Map<string, string>();
  const place = (node: Node): string => {
    if (!node.item) return node.folder;
    let dir = placed.get(node.id);
    if (dir === undefined) {
      const modules = `${modulesOf(workspace)}/.pnpm/${node.id.replace("/", "+")}/node_modules`;
      dir = `${modules}/${node.item.name}`;
      placed.set(node.id, dir);
      put(node, dir, tree);
      connect(node, modules);
    }
    return dir;
  };
  const connect = (node: Node, modules: string): void => {
    for (const [name, target] of node.dependencies) {
      const link = `${modules}/${name}`;
      tree.links.set(link, posix.relative(posix.dirname(link), place(target)));
    }
  };
  for (const node of roots(workspace)) connect(node, `${node.folder}/node_modules`);
  return tree;
};

/** Every package as a member of a workspace: nothing is installed, all is source. */
export const linked: Layout = ({ members, registry }) => {
  const all = new Map(members);
  for (const [id, { files, links }] of registry) all.set(id.replace("/", "+"), { files, links });
  const tree = start({ members: all, registry });
  for (const node of roots({ members, registry })) connect(node, new Set());
  return tree;

  function connect(node: Node, seen: Set<Node>): void {
    if (seen.has(node)) return;
    seen.add(node);
    const folder = node.item ? node.id.replace("/", "+") : node.folder;
    for (const [name, target] of node.dependencies) {
      const link = `${folder}/node_modules/${name}`;
      const to = target.item ? target.id.replace("/", "+") : target.folder;
      tree.links.set(link, posix.relative(posix.dirname(link), to));
      connect(target, seen);
    }
  }
};

/** Where Node finds a package from a folder, among those that are placed already. */
function lookUp(from: string, name: string, places: ReadonlyMap<string, Node>): string | null {
  for (let dir = from; ; dir = posix.dirname(dir)) {
    if (posix.basename(dir) !== "node_modules") {
      const place = posix.join(dir, "node_modules", name);
      if (places.has(place)) return place;
    }
    if (dir === ".") return null;
  }
}

/** The files of the members, and of the root of their workspace if there is more than the app. */
function start({ members }: Workspace): Folder {
  const tree: Folder = { files: new Map(), links: new Map() };
  for (const [folder, { files, links }] of members) copy({ files, links }, folder, tree);
  if (members.size > 1) {
    const json = { name: "workspace", private: true, workspaces: [...members.keys()].sort(byText) };
    tree.files.set("package.json", `${JSON.stringify(json, null, 2)}\n`);
  }
  return tree;
}

/** A member is where it is developed, and found there by a link. */
function linkMembers(
  nodes: Node[],
  { members }: Workspace,
  top: string,
  places: Map<string, Node>,
  tree: Folder,
): void {
  for (const node of nodes) {
    const name = nameOf(members.get(node.folder)!);
    if (node.folder === "app" || name === "") continue;
    places.set(`${top}/${name}`, node);
    tree.links.set(`${top}/${name}`, posix.relative(posix.dirname(`${top}/${name}`), node.folder));
  }
}

function put(node: Node, place: string, tree: Folder): void {
  if (node.item) copy(node.item, place, tree);
  else tree.links.set(place, posix.relative(posix.dirname(place), node.folder));
}

function copy({ files, links }: Folder, to: string, tree: Folder): void {
  for (const [path, text] of files) tree.files.set(`${to}/${path}`, text);
  for (const [path, target] of links) tree.links.set(`${to}/${path}`, target);
}

/** Of one package alone, its own; of a workspace, that of its root. */
function modulesOf({ members }: Workspace): string {
  return members.size > 1 ? "node_modules" : "app/node_modules";
}
