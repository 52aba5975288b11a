import { append } from "../append.ts";
import type { GraphPackage, LinkGraph } from "./data.ts";
import { packageTitle } from "./data.ts";

/** A line of a box: an interface that its package defines, or all further ones. */
export interface Row {
  /** Indices in {@link LinkGraph.links}. */
  links: number[];
  text: string;
  /** The names that the line does not say, for pointers and for the search. */
  hint: string;
}

/** How a package is drawn. Lengths are CSS pixels. */
export interface Box {
  /** Index in {@link LinkGraph.packages}. */
  index: number;
  item: GraphPackage;
  title: string;
  /** Small, beside the title. */
  badge: string;
  rows: Row[];
  width: number;
  height: number;
}

export const TITLE_HEIGHT = 34;
export const ROW_HEIGHT = 22;

/** Further interfaces of a package share one line. */
const MAX_ROWS = 12;

/** Of the monospaced fonts of all systems, at 13 and 12 pixels. */
const TITLE_CHARACTER = 7.85;
const ROW_CHARACTER = 7.25;

/** The boxes of all packages, in their order. */
export function boxesOf(graph: LinkGraph): Box[] {
  const rows = new Map<string, Row[]>();
  graph.links.forEach(({ definition, interface: text }, link) => {
    append(rows, definition, { links: [link], text, hint: "" });
  });
  return graph.packages.map((item, index) => {
    const shown = shortened(rows.get(item.id) ?? []);
    const title = packageTitle(item);
    const badge = item.id === graph.root ? "root" : item.roles.facade ? "facade" : "";
    const head = columns(title) * TITLE_CHARACTER + (badge === "" ? 0 : badge.length * 7 + 24);
    const widest = Math.max(0, ...shown.map(({ text }) => columns(text) * ROW_CHARACTER + 20));
    return {
      index,
      item,
      title,
      badge,
      rows: shown,
      width: Math.ceil(Math.max(head, widest)) + 28,
      height: TITLE_HEIGHT + shown.length * ROW_HEIGHT + (shown.length > 0 ? 6 : 0),
    };
  });
}

function shortened(rows: Row[]): Row[] {
  if (rows.length <= MAX_ROWS) return rows;
  const further = rows.slice(MAX_ROWS - 1);
  const hint = further.map(({ text }) => text).join(", ");
  const links = further.flatMap((row) => row.links);
  return [...rows.slice(0, MAX_ROWS - 1), { links, text: `and ${further.length} more`, hint }];
}

/** How many columns a text takes in a monospaced font: wide characters take two. */
function columns(text: string): number {
  let count = 0;
  for (const character of text) count += WIDE.test(character) ? 2 : 1;
  return count;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
