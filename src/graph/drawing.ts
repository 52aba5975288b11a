import type { GraphPackage, LinkGraph } from "./data.ts";

/** A box: a package, or what an interface is linked to instead of one. */
export interface DrawnNode {
  /** `n0`, `n1`, ...: safe in every language. */
  id: string;
  item: GraphPackage | null;
  /** What it says where it is no package. */
  missing: string;
}

/** An arrow with the ids of its ends. Between two packages there is one of each kind. */
export interface DrawnEdge {
  from: string;
  to: string;
  kind: "dependency" | "call" | "link";
  /** Empty for a dependency. */
  interfaces: string[];
}

/** What diagrams made of text draw. */
export interface Drawing {
  nodes: DrawnNode[];
  edges: DrawnEdge[];
}

/**
 * Boxes and arrows of a graph after linking. A dependency has no arrow where a call or a link has one
 * already, or where linking turned it around.
 */
export function drawing(graph: LinkGraph): Drawing {
  const nodes = graph.packages.map(
    (item, index): DrawnNode => ({
      id: `n${index}`,
      item,
      missing: "",
    }),
  );
  const ids = new Map(nodes.map(({ id, item }) => [item!.id, id]));
  const edges = new Map<string, DrawnEdge>();
  const add = (from: string, to: string, kind: DrawnEdge["kind"], name: string): void => {
    const key = `${from} ${to} ${kind}`;
    const edge = edges.get(key) ?? { from, to, kind, interfaces: [] };
    if (!edge.interfaces.includes(name)) edge.interfaces.push(name);
    edges.set(key, edge);
  };
  for (const link of graph.links) {
    const definition = ids.get(link.definition)!;
    for (const { package: caller } of link.callers) {
      add(ids.get(caller)!, definition, "call", link.interface);
    }
    if (link.implementation !== null) {
      add(definition, ids.get(link.implementation)!, "link", link.interface);
    } else if (link.status === "unlinked") {
      const id = `n${nodes.length}`;
      nodes.push({ id, item: null, missing: "not linked" });
      add(definition, id, "link", link.interface);
    }
  }
  for (const { from, to, turned } of graph.dependencies) {
    const ends = [ids.get(from)!, ids.get(to)!] as const;
    const shown = ["call", "link"].some((kind) => edges.has(`${ends.join(" ")} ${kind}`));
    if (shown || turned) continue;
    edges.set(ends.join(" "), { from: ends[0], to: ends[1], kind: "dependency", interfaces: [] });
  }
  return { nodes, edges: [...edges.values()] };
}
