import type { LinkGraph } from "./data.ts";

/** An arrow of the page, between packages by their index. */
export interface Arrow {
  from: number;
  to: number;
  kind: "dependency" | "call" | "link";
  /** Whether it is a dependency that linking turns around, drawn only before linking. */
  turned: boolean;
  /** Whether it is a dependency beside a call or a link, which are all that is drawn after linking. */
  covered: boolean;
  /** Index of the interface that it leads to, or comes from; `null` for a dependency. */
  link: number | null;
}

/** All arrows of a graph. */
export function arrowsOf(graph: LinkGraph): Arrow[] {
  const index = new Map(graph.packages.map(({ id }, at) => [id, at]));
  const arrows: Arrow[] = [];
  const covered = new Set<string>();
  const add = (from: number, to: number, kind: "call" | "link", link: number): void => {
    if (from === to) return;
    arrows.push({ from, to, kind, link, turned: false, covered: false });
    covered.add(`${from} ${to}`);
  };
  graph.links.forEach(({ definition, implementation, callers }, link) => {
    const at = index.get(definition)!;
    for (const caller of callers) add(index.get(caller.package)!, at, "call", link);
    if (implementation !== null) add(at, index.get(implementation)!, "link", link);
  });
  const dependencies = graph.dependencies.map(({ from, to, turned }): Arrow => {
    const ends = { from: index.get(from)!, to: index.get(to)! };
    const isCovered = covered.has(`${ends.from} ${ends.to}`);
    return { ...ends, kind: "dependency", turned, covered: isCovered, link: null };
  });
  // The others are drawn over them.
  return [...dependencies, ...arrows].filter(({ from, to }) => from !== to);
}
