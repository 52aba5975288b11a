import { type Arrow, arrowsOf } from "./arrows.ts";
import { type Box, boxesOf, ROW_HEIGHT, type Row, TITLE_HEIGHT } from "./boxes.ts";
import { curve } from "./curve.ts";
import type { GraphLink, LinkGraph } from "./data.ts";
import { layOut, type Place } from "./layout.ts";
import { type Markup, markup } from "./markup.ts";

/** Between the drawing and its edge. */
const MARGIN = 24;

/**
 * The drawing of a graph. Boxes and lines of boxes are links to what the page says about them, `#p3`
 * and `#l5`, so that browsers focus, follow and remember them by themselves.
 */
export function svg(graph: LinkGraph): Markup {
  const boxes = boxesOf(graph);
  const arrows = arrowsOf(graph);
  const layout = layOut(boxes, arrows);
  const width = layout.width + 2 * MARGIN;
  const height = layout.height + 2 * MARGIN;
  const lines = arrows.map((arrow) =>
    drawArrow(arrow, curve(arrow, boxes, layout), hintOf(arrow, boxes, graph.links)),
  );
  const drawn = layout.order.map((at) => drawBox(boxes[at], layout.places[at], graph.links));
  return markup`<svg id="drawing" role="group" aria-label="Packages" tabindex="0" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" data-width="${width}" data-height="${height}">
<defs>${["dependency", "call", "link"].map(arrowHead)}</defs>
<g id="world">
<g aria-hidden="true">${lines}</g>
${drawn}</g>
</svg>`;
}

function arrowHead(kind: string): Markup {
  return markup`<marker id="head-${kind}" class="head ${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5L8 4L0 7.5z"/></marker>`;
}

/** With a wide invisible line over it, where it can be clicked. */
function drawArrow(
  { from, to, kind, link, turned, covered }: Arrow,
  path: string,
  hint: string,
): Markup {
  const ends = markup`data-from="${from}" data-to="${to}"`;
  const drawn = markup`<path class="line" d="${path}" marker-end="url(#head-${kind})"/>`;
  const view = turned || covered ? " before" : "";
  if (link === null) return markup`<g class="arrow ${kind}${view}" ${ends}>${drawn}</g>\n`;
  return markup`<a class="arrow ${kind}" ${ends} data-link="${link}" href="#l${link}" tabindex="-1"><title>${hint}</title>${drawn}<path class="hit" d="${path}"/></a>\n`;
}

/** What a pointer over an arrow is told. */
function hintOf(
  { from, to, kind, link }: Arrow,
  boxes: Box[],
  links: readonly GraphLink[],
): string {
  if (link === null) return "";
  const name = links[link].interface;
  return kind === "call"
    ? `${boxes[from].title} calls ${name} of ${boxes[to].title}`
    : `${name} of ${boxes[from].title} is linked to ${boxes[to].title}`;
}

function drawBox(box: Box, { x, y }: Place, links: readonly GraphLink[]): Markup {
  const { index, title, badge, width, height, rows, item } = box;
  const at = title.length - (item.version === "" ? 0 : item.version.length + 1);
  const kind = badge === "" ? "" : ` ${badge}`;
  return markup`<g class="box${kind}" data-package="${index}" transform="translate(${x} ${y})">
<a href="#p${index}" tabindex="-1" aria-label="${[title, badge].join(" ").trim()}"><rect class="frame" width="${width}" height="${height}" rx="9"/><text class="title" x="14" y="${TITLE_HEIGHT / 2 + 5}">${title.slice(0, at)}<tspan class="version">${title.slice(at)}</tspan></text>${badge === "" ? "" : pill(badge, width)}</a>
${rows.map((row, number) => drawRow(row, number, width, links))}</g>
`;
}

function pill(badge: string, width: number): Markup {
  const length = badge.length * 6.6 + 14;
  const left = width - length - 9;
  return markup`<g class="badge" transform="translate(${left} ${TITLE_HEIGHT / 2 - 9})"><rect width="${length}" height="18" rx="9"/><text x="${length / 2}" y="12.5">${badge}</text></g>`;
}

/** With a mark on the right that says by its shape, not by its colour alone, whether it is linked. */
function drawRow(row: Row, number: number, width: number, links: readonly GraphLink[]): Markup {
  const y = TITLE_HEIGHT + number * ROW_HEIGHT;
  const middle = y + ROW_HEIGHT / 2;
  const text = markup`<rect class="back" x="5" y="${y}" width="${width - 10}" height="${ROW_HEIGHT}" rx="5"/><text class="interface" x="14" y="${middle + 4}">${row.text}</text>`;
  if (row.links.length > 1) {
    return markup`<g class="row more" data-links="${row.links.join(" ")}"><title>${row.hint}</title>${text}</g>`;
  }
  const [at] = row.links;
  const link = links[at];
  const label = `interface ${row.text}, ${statusText(link)}`;
  return markup`<a class="row ${link.status}" href="#l${at}" data-links="${at}" tabindex="-1" aria-label="${label}">${text}${port(link, width - 14, middle)}</a>
`;
}

function port(
  { status, implementation, definition, rule }: GraphLink,
  x: number,
  y: number,
): Markup {
  if (status === "unlinked") {
    return markup`<path class="port" d="M${x - 4} ${y - 4}l8 8m0 -8l-8 8"/>`;
  }
  if (status === "open") return markup`<circle class="port hollow" cx="${x}" cy="${y}" r="4"/>`;
  // Inside of the box itself: its defaults, or a file beside the definition.
  const own = status === "defaults" || implementation === definition;
  if (own || rule === "default") {
    return markup`<path class="port" d="M${x} ${y - 5}l5 5l-5 5l-5 -5z"/>`;
  }
  return markup`<circle class="port" cx="${x}" cy="${y}" r="4"/>`;
}

/** What an interface is linked to, in a few words. */
export function statusText({ status, rule }: GraphLink): string {
  if (status === "unlinked") return "not linked";
  if (status === "open") return "left to the users of this library";
  if (status === "defaults") return "linked to its own defaults";
  return rule === "default" ? "linked to its default" : "linked";
}
