import { printable } from "../diagnostics/printable.ts";
import { type LinkGraph, packageTitle } from "./data.ts";
import { type DrawnEdge, drawing } from "./drawing.ts";

/** A graph in the language of Graphviz. Blue edges are calls, green ones what is linked. */
export function dot(graph: LinkGraph): string {
  const { nodes, edges } = drawing(graph);
  const root = graph.packages.find(({ id }) => id === graph.root);
  const lines = [
    `digraph ${quoted(root ? packageTitle(root) : "")} {`,
    "  rankdir=LR",
    '  node [shape=box, style=rounded, fontname="Helvetica"]',
    '  edge [fontname="Helvetica", fontsize=10]',
  ];
  for (const { id, item, missing } of nodes) {
    const label = item === null ? missing : packageTitle(item);
    const facade = item?.roles.facade ? "\\nfacade" : "";
    const style = item === null ? ', style="rounded,dashed", color=firebrick' : "";
    lines.push(`  ${id} [label="${escaped(label)}${facade}"${style}]`);
  }
  for (const edge of edges) lines.push(`  ${edge.from} -> ${edge.to} [${attributes(edge)}]`);
  return [...lines, "}"].join("\n");
}

function attributes({ kind, interfaces }: DrawnEdge): string {
  if (kind === "dependency") return "color=gray70, style=dashed";
  const label = `label=${quoted(interfaces.join(", "))}`;
  return kind === "call" ? `${label}, color=royalblue` : `${label}, color=forestgreen, penwidth=2`;
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** Inside of quotes, where a label has escapes (`\N`) and HTML entities besides. */
function escaped(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll('"', '\\"');
}
