import { generateInlinedScript, type PackageInformation } from "@yarnpkg/pnp";
import type { Layout } from "./layouts.ts";
import type { Folder } from "./registry.ts";
import { type Node, nameOf, roots } from "./resolution.ts";

/** Yarn's Plug'n'Play: packages in a cache, and a script that says what each of them finds. */
export const plugAndPlay: Layout = (workspace) => {
  const tree: Folder = { files: new Map(), links: new Map() };
  const known = new Set<Node>();
  const visit = (node: Node): void => {
    if (known.has(node)) return;
    known.add(node);
    const { files } = node.item ?? workspace.members.get(node.folder)!;
    for (const [path, text] of files) tree.files.set(`${folderOf(node)}/${path}`, text);
    for (const target of node.dependencies.values()) visit(target);
  };
  const members = roots(workspace);
  members.forEach(visit);
  const name = (node: Node): string =>
    node.item?.name ?? nameOf(workspace.members.get(node.folder)!);
  tree.files.set(".pnp.cjs", script([...known], members, name));
  return tree;
};

function folderOf({ id, item, folder }: Node): string {
  return item ? `.yarn/unplugged/${id.replace("/", "+")}/node_modules/${item.name}` : folder;
}

function referenceOf({ item, folder }: Node): string {
  return item ? `npm:${item.version}` : `workspace:${folder}`;
}

function script(nodes: Node[], members: Node[], name: (node: Node) => string): string {
  const registry = new Map<string | null, Map<string | null, PackageInformation<string>>>([
    [
      null,
      new Map([
        [
          null,
          information(
            "./",
            members.map((each) => [name(each), each]),
          ),
        ],
      ]),
    ],
  ]);
  for (const node of nodes) {
    const versions = registry.get(name(node)) ?? new Map();
    const dependencies: [string, Node][] = [...node.dependencies, [name(node), node]];
    versions.set(referenceOf(node), information(`./${folderOf(node)}/`, dependencies, name));
    registry.set(name(node), versions);
  }
  return generateInlinedScript({
    packageRegistry: registry,
    dependencyTreeRoots: members.map((each) => ({
      name: name(each),
      reference: referenceOf(each),
    })),
    ignorePattern: null,
    fallbackPool: new Map(),
    fallbackExclusionList: [],
    enableTopLevelFallback: false,
    shebang: null,
  } as never);
}

/** @param own the name of a package; under another one it is an alias */
function information(
  packageLocation: string,
  dependencies: [string, Node][],
  own: (node: Node) => string = (node) => node.item?.name ?? "",
): PackageInformation<string> {
  return {
    packageLocation,
    packageDependencies: new Map(
      dependencies.map(([as, node]) => [
        as,
        own(node) === as || !node.item ? referenceOf(node) : [own(node), referenceOf(node)],
      ]),
    ),
    packagePeers: new Set(),
    linkType: "SOFT",
    discardFromLookup: false,
  } as unknown as PackageInformation<string>;
}
