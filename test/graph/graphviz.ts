import { instance } from "@viz-js/viz";

/** The texts that Graphviz draws in nodes, and how many edges it draws. */
export async function graphviz(text: string): Promise<{ nodes: string[]; edges: number }> {
  const svg = (await instance()).renderString(text, { format: "svg" });
  const nodes = svg.split('class="node"').slice(1);
  return {
    nodes: nodes.map((node) =>
      Array.from(node.split('class="edge"')[0].matchAll(/<text[^>]*>(.*)<\/text>/g), ([, line]) =>
        unescaped(line),
      ).join("|"),
    ),
    edges: svg.split('class="edge"').length - 1,
  };
}

function unescaped(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#45;", "-")
    .replaceAll("&amp;", "&");
}
