import { printable } from "../diagnostics/printable.ts";
import { type LinkGraph, packageTitle } from "./data.ts";
import { type Drawing, drawing } from "./drawing.ts";

/** What Mermaid draws unless its host raises `maxEdges`, which a diagram itself may not do. */
const MAX_EDGES = 500;

/**
 * A graph as a Mermaid flowchart, for Markdown. Thin arrows are calls, thick ones what is linked,
 * dotted ones dependencies.
 */
export function mermaid(graph: LinkGraph): string {
  const { nodes, edges } = drawing(graph);
  const lines = ["flowchart LR"];
  if (edges.length > MAX_EDGES) {
    lines.push(`  %% ${edges.length} edges: Mermaid draws ${MAX_EDGES} unless maxEdges is raised`);
  }
  for (const { id, item, missing } of nodes) {
    const label = item ? [packageTitle(item)] : [missing];
    if (item?.roles.facade) label.push("facade");
    // A class instead of colours: the page that shows it may be dark.
    lines.push(`  ${id}["${label.map(entities).join("<br>")}"]${item ? "" : ":::missing"}`);
  }
  for (const edge of edges) lines.push(`  ${edge.from} ${arrow(edge)} ${edge.to}`);
  if (nodes.some(({ item }) => item === null)) {
    lines.push("  classDef missing stroke-dasharray: 4 4");
  }
  return lines.join("\n");
}

function arrow({ kind, interfaces }: Drawing["edges"][number]): string {
  const label = entities(interfaces.join(", "));
  if (kind === "dependency") return "-.->";
  return kind === "call" ? `-- "${label}" -->` : `== "${label}" ==>`;
}

/** Everything but letters, digits and a few signs as Mermaid's numeric entities, which end no text. */
function entities(text: string): string {
  return printable(text).replace(
    /[^\p{L}\p{N} @./,_-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}
