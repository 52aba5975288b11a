import type { Arrow } from "./arrows.ts";
import { type Box, ROW_HEIGHT, TITLE_HEIGHT } from "./boxes.ts";
import { endsOf, type Layout, type Place } from "./layout.ts";

/**
 * The path of an arrow as SVG writes it: from the right side of one box to the left side of the other,
 * at the line of the interface that it is about. A dependency that points back goes from left to right.
 */
export function curve(arrow: Arrow, boxes: readonly Box[], { places, bends }: Layout): string {
  const { from, to, kind, link, turned } = arrow;
  const [first, last] = [boxes[from], boxes[to]];
  const start = {
    x: places[from].x + (turned ? 0 : first.width),
    y: places[from].y + lineOf(first, kind === "link" ? link : null),
  };
  const end = {
    x: places[to].x + (turned ? last.width : 0),
    y: places[to].y + lineOf(last, kind === "call" ? link : null),
  };
  const between = bends.get(endsOf(arrow)) ?? [];
  return between.length > 0
    ? through([start, ...between, end])
    : direct(start, end, turned ? -1 : 1);
}

function direct(start: Place, end: Place, direction: number): string {
  const bend = Math.max(36, Math.min(Math.abs(end.x - start.x) / 2, 220)) * direction;
  return `M${at(start)}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${at(end)}`;
}

/**
 * A smooth line through points that swings no further than they do: a monotone cubic spline, with
 * slopes as Fritsch and Butland choose them (1984), level at its ends.
 */
function through(points: readonly Place[]): string {
  const slopes = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before || !after) return 0;
    const first = steepness(before, point);
    const second = steepness(point, after);
    return first * second <= 0 ? 0 : (2 * first * second) / (first + second);
  });
  const pieces = points.slice(1).map((point, index) => {
    const last = points[index];
    const third = (point.x - last.x) / 3;
    const leaving = { x: last.x + third, y: last.y + third * slopes[index] };
    const arriving = { x: point.x - third, y: point.y - third * slopes[index + 1] };
    return `C${at(leaving)} ${at(arriving)} ${at(point)}`;
  });
  return `M${at(points[0])}${pieces.join("")}`;
}

function steepness(from: Place, to: Place): number {
  return to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x);
}

function at({ x, y }: Place): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/** How far below the upper side of a box an arrow meets it. */
function lineOf({ rows }: Box, link: number | null): number {
  if (link === null) return TITLE_HEIGHT / 2;
  const row = rows.findIndex(({ links }) => links.includes(link));
  return TITLE_HEIGHT + row * ROW_HEIGHT + ROW_HEIGHT / 2;
}
