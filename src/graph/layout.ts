import dagre from "@dagrejs/dagre";
import { append } from "../append.ts";
import type { Arrow } from "./arrows.ts";
import type { Box } from "./boxes.ts";

/** Where a box lies: its left upper corner. */
export interface Place {
  x: number;
  y: number;
}

/** Where everything lies, in CSS pixels from 0. */
export interface Layout {
  /** By box. */
  places: Place[];
  /** Indices of the boxes as one reads them: column by column, each from above. */
  order: number[];
  /** Where a long arrow passes between boxes, by its ends as {@link endsOf} has them. */
  bends: Map<string, Place[]>;
  width: number;
  height: number;
}

/** Between boxes of a column, of two columns, and of two columns that are parts of one. */
const GAP = 18;
const COLUMN_GAP = 110;
const PART_GAP = 36;

/** Columns that are higher than this, or than a page of {@link ASPECT} is, are broken into several. */
const MIN_HEIGHT = 1200;
const ASPECT = 1.7;

/** The best ranking takes time that grows with the square of the graph. */
const BEST_RANKING = 120;

/**
 * Boxes and places on long arrows that dagre orders within seconds. It adds one place for each column
 * that an arrow crosses, and a graph that is both deep and dense has millions.
 */
const MAX_ORDERED = 5_000;

/**
 * Places boxes in columns from left to right, in the direction of the arrows: callers, what they call,
 * what is linked to it. Dependencies that linking turns around do not count.
 */
export function layOut(boxes: readonly Box[], arrows: readonly Arrow[]): Layout {
  const graph = new dagre.graphlib.Graph();
  const ranker = boxes.length <= BEST_RANKING ? "network-simplex" : "tight-tree";
  graph.setGraph({ rankdir: "LR", nodesep: GAP, ranksep: COLUMN_GAP, ranker });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { index, width, height } of boxes) graph.setNode(String(index), { width, height });
  for (const { from, to, kind } of fewEnough(boxes, arrows)) {
    graph.setEdge(String(from), String(to), { weight: kind === "dependency" ? 1 : 3 });
  }
  dagre.layout(graph);
  const centres = boxes.map(({ index }): Place => {
    const { x = 0, y = 0 } = graph.node(String(index));
    return { x, y };
  });
  const bends = new Map<string, Place[]>();
  for (const edge of graph.edges()) {
    const { points = [] } = graph.edge(edge);
    // The ends, and between neighbours the middle, which needs no bend.
    if (points.length > 3) bends.set(`${edge.v} ${edge.w}`, points.slice(1, -1));
  }
  const order = boxes
    .map(({ index }) => index)
    .sort((a, b) => centres[a].x - centres[b].x || centres[a].y - centres[b].y);
  return { ...inColumns(boxes, centres, bends), order };
}

/** A key for the two ends of an arrow. */
export function endsOf({ from, to }: Arrow): string {
  return `${from} ${to}`;
}

/** Of arrows that are too many for dagre, one to each box: enough to say which column it is in. */
function fewEnough(boxes: readonly Box[], all: readonly Arrow[]): readonly Arrow[] {
  const arrows = all.filter(({ turned }) => !turned);
  const ranks = longestPaths(boxes.length, arrows);
  let places = boxes.length;
  for (const { from, to } of arrows) places += Math.max(0, ranks[to] - ranks[from] - 1);
  if (places <= MAX_ORDERED) return arrows;
  const shortest = new Map<number, Arrow>();
  for (const arrow of arrows) {
    const { from, to } = arrow;
    if (ranks[from] >= ranks[to]) continue;
    const known = shortest.get(to);
    if (!known || ranks[known.from] < ranks[from]) shortest.set(to, arrow);
  }
  return [...shortest.values()];
}

/** How many arrows lead to a box at most; those that close a cycle are passed over. */
function longestPaths(count: number, arrows: readonly Arrow[]): number[] {
  const leaving: number[][] = Array.from({ length: count }, () => []);
  const waiting = new Array<number>(count).fill(0);
  for (const { from, to } of arrows) {
    leaving[from].push(to);
    waiting[to]++;
  }
  const ranks = new Array<number>(count).fill(0);
  const done = new Set<number>();
  const ready = waiting.flatMap((number, box) => (number === 0 ? [box] : []));
  for (let next = 0; done.size < count; ) {
    const box = ready.pop() ?? next++;
    if (done.has(box)) continue;
    done.add(box);
    for (const to of leaving[box]) {
      if (done.has(to)) continue;
      ranks[to] = Math.max(ranks[to], ranks[box] + 1);
      if (--waiting[to] === 0) ready.push(to);
    }
  }
  return ranks;
}

/** Moves dagre's columns, of which those of large graphs are much higher than any screen. */
function inColumns(
  boxes: readonly Box[],
  centres: readonly Place[],
  bends: Map<string, Place[]>,
): Omit<Layout, "order"> {
  const columns = new Map<number, Box[]>();
  for (const box of boxes) {
    append(columns, centres[box.index].x, box);
  }
  const places = boxes.map(
    ({ index, width, height }): Place => ({
      x: centres[index].x - width / 2,
      y: centres[index].y - height / 2,
    }),
  );
  const height = columnHeight(boxes);
  if ([...columns.values()].every((column) => heightOf(column) <= height)) {
    return bounded(boxes, places, bends);
  }
  let left = 0;
  for (const [, column] of [...columns].sort((a, b) => a[0] - b[0])) {
    column.sort((a, b) => centres[a.index].y - centres[b.index].y);
    for (const part of parts(column, height)) {
      const width = Math.max(...part.map((box) => box.width));
      let top = (height - heightOf(part)) / 2;
      for (const box of part) {
        places[box.index] = { x: left + (width - box.width) / 2, y: top };
        top += box.height + GAP;
      }
      left += width + PART_GAP;
    }
    left += COLUMN_GAP - PART_GAP;
  }
  return bounded(boxes, places, new Map());
}

/** How high columns may be for the whole to have about the shape of a screen. */
function columnHeight(boxes: readonly Box[]): number {
  let area = 0;
  for (const { width, height } of boxes) area += (width + PART_GAP) * (height + GAP);
  return Math.max(MIN_HEIGHT, Math.sqrt(area / ASPECT));
}

function heightOf(column: readonly Box[]): number {
  return column.reduce((sum, { height }) => sum + height + GAP, -GAP);
}

/** A column in parts of about the same height. */
function parts(column: readonly Box[], height: number): Box[][] {
  const count = Math.ceil(heightOf(column) / height);
  const limit = heightOf(column) / count;
  const result: Box[][] = [[]];
  for (const box of column) {
    const part = result.at(-1)!;
    if (part.length > 0 && heightOf(part) >= limit) result.push([box]);
    else part.push(box);
  }
  return result;
}

/** Moves everything to where it begins at 0. */
function bounded(
  boxes: readonly Box[],
  places: readonly Place[],
  bends: Map<string, Place[]>,
): Omit<Layout, "order"> {
  const all = [...places, ...[...bends.values()].flat()];
  const left = all.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const top = all.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const moved = ({ x, y }: Place): Place => ({ x: Math.round(x - left), y: Math.round(y - top) });
  const corners = places.map(moved);
  return {
    places: corners,
    bends: new Map([...bends].map(([ends, points]) => [ends, points.map(moved)])),
    width: Math.max(...boxes.map(({ index, width }) => corners[index].x + width)),
    height: Math.max(
      ...boxes.map(({ index, height }) => corners[index].y + height),
      ...[...bends.values()].flat().map((point) => moved(point).y),
    ),
  };
}
