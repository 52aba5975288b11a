import { posix } from "node:path";
import type { createColors } from "picocolors";
import { append } from "../append.ts";
import { printable } from "../diagnostics/printable.ts";
import type { LinkedTo, Roles } from "../link/roles.ts";
import { type DependencyTrees, type TreeNode, treeLabel } from "../link/tree.ts";
import { boxDrawing, type Line } from "./box-drawing.ts";
import { abridged } from "./print.ts";

/** How {@link renderTrees} writes. */
export interface TreeStyle {
  colors: ReturnType<typeof createColors>;
  /** The name of the root, if it leaves what is not linked to its users. */
  library: string | null;
}

/** Both trees as text for people, with a legend of the marks that occur in them. */
export function renderTrees(trees: DependencyTrees, style: TreeStyle): string {
  const { before, after } = trees;
  const { bold, dim } = style.colors;
  const sections = [
    [bold("Before linking"), "", ...boxDrawing(dependencyLine(before, style))],
    [bold("After linking"), "", ...boxDrawing(linkedLine(after, null, style))],
    legend(trees).map(dim),
  ];
  return sections.flatMap((lines) => (lines.length > 0 ? [lines.join("\n")] : [])).join("\n\n");
}

/** Before linking: what a package does with interfaces. */
function dependencyLine(node: TreeNode, style: TreeStyle): Line {
  const text = describe(node, rolesText(node.roles), style);
  return { text, below: node.dependencies.map((each) => dependencyLine(each, style)) };
}

/** After linking: which interfaces of the package above it are linked to it, and why. */
function linkedLine(node: TreeNode, above: TreeNode | null, style: TreeStyle): Line {
  const provided = (above?.linked ?? []).filter(({ dir }) => dir !== null && dir === node.dir);
  const text = describe(node, node.replaced ? ["default, replaced"] : [], style);
  const withoutPackage = node.linked.filter(({ dir }) => dir === null || dir === node.dir);
  return {
    text: node.provides.length === 0 ? text : `${text} ${linkText(provided, style)}`,
    below: [
      ...withoutPackage.map((one) => ({
        text: `${targetText(one, node, style)} ${linkText([one], style)}`,
        below: [],
      })),
      ...node.dependencies.map((each) => linkedLine(each, node, style)),
    ],
  };
}

/** `log@1.0.0 (dev; facade: Log) (*)` */
function describe(node: TreeNode, notes: string[], { colors }: TreeStyle): string {
  const label = printable(treeLabel(node));
  const kinds = node.kinds.flatMap((kind) => (KINDS[kind] === null ? [] : [KINDS[kind]]));
  const alias = node.alias === null ? [] : [`as ${node.alias}`];
  const parts = [node.provides.length > 0 ? colors.green(label) : label];
  if (node.dir === null) {
    if (node.range) parts.push(printable(node.range));
    parts.push(colors.yellow(`(${[...kinds, "not installed"].join("; ")})`));
    return parts.join(" ");
  }
  const all = [...alias, ...kinds, ...notes].map(printable);
  if (all.length > 0) parts.push(colors.dim(`(${all.join("; ")})`));
  if (node.repeated) parts.push(colors.dim("(*)"));
  return parts.join(" ");
}

/** How the fields of package.json are called in a tree, as cargo and npm do. */
const KINDS = {
  dependencies: null,
  devDependencies: "dev",
  optionalDependencies: "optional",
  peerDependencies: "peer",
} as const;

function rolesText(roles: Roles | null): string[] {
  if (roles === null) return [];
  const { facade, defines } = roles;
  const notes = [];
  if (facade) notes.push(defines.length > 0 ? `facade: ${listed(defines)}` : "facade");
  else if (defines.length > 0) notes.push(`defines ${listed(defines)}`);
  if (roles.implements.length > 0) notes.push(`implements ${listed(roles.implements)}`);
  if (roles.calls.length > 0) notes.push(`calls ${listed(roles.calls)}`);
  return notes;
}

/** Interfaces of a package that are named in one line. */
function listed(names: readonly string[]): string {
  return abridged(names, 8);
}

/** What an interface is linked to that is no other package. */
function targetText(one: LinkedTo, definition: TreeNode, { colors, library }: TreeStyle): string {
  if (one.file !== null && definition.dir !== null) {
    return colors.green(printable(`./${posix.relative(definition.dir, one.file)}`));
  }
  if (one.rule === "weak") return colors.green("its defaults");
  if (library !== null) return colors.dim(printable(`the users of ${library}`));
  return one.called ? colors.red("nothing") : colors.yellow("nothing");
}

/** `← Log, Level: the only implementation` */
function linkText(links: readonly LinkedTo[], { colors, library }: TreeStyle): string {
  const byReason = new Map<string, string[]>();
  for (const one of links) {
    append(byReason, reasonText(one, library), one.interface);
  }
  const texts = [...byReason].map(
    ([reason, names]) => `${printable(listed(names))}${colors.dim(`: ${printable(reason)}`)}`,
  );
  return `${colors.dim("←")} ${texts.join(colors.dim("; "))}`;
}

function reasonText({ rule, reason, replaces, called }: LinkedTo, library: string | null): string {
  if (rule === "none" && library !== null) return "a library leaves it to them";
  if (!called) return `${reason}; nobody calls it`;
  return replaces === null ? reason : `${reason}, in place of the default ${replaces}`;
}

function legend({ before, after, hidden, cut }: DependencyTrees): string[] {
  const lines = [];
  const nodes = [before, after].flatMap(allNodes);
  if (nodes.some(({ linked }) => linked.length > 0)) {
    lines.push("←    an interface of the package above is linked to it, and why");
  }
  if (nodes.some(({ repeated }) => repeated)) {
    lines.push("(*)  what is below it is shown where it comes first");
  }
  if (cut) lines.push("levels further down are left out");
  if (hidden > 0) {
    const packages = hidden === 1 ? "1 package that leads" : `${hidden} packages that lead`;
    lines.push(`${packages} to no interface ${hidden === 1 ? "is" : "are"} left out; see --all`);
  }
  return lines;
}

function allNodes(root: TreeNode): TreeNode[] {
  const nodes = [root];
  for (const node of nodes) nodes.push(...node.dependencies);
  return nodes;
}
