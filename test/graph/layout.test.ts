import { expect, test } from "vitest";
import { arrowsOf } from "../../src/graph/arrows.ts";
import { type Box, boxesOf } from "../../src/graph/boxes.ts";
import type { LinkGraph } from "../../src/graph/data.ts";
import { type Layout, layOut } from "../../src/graph/layout.ts";
import { graphOf } from "./graph-of.ts";

function layOutGraph(graph: LinkGraph): { boxes: Box[]; layout: Layout } {
  const boxes = boxesOf(graph);
  return { boxes, layout: layOut(boxes, arrowsOf(graph)) };
}

/** Pairs of boxes that lie upon each other, and boxes outside of the drawing. */
function faults(boxes: Box[], { places, width, height }: Layout): string[] {
  const found: string[] = [];
  boxes.forEach((box, at) => {
    const { x, y } = places[at];
    if (x < 0 || y < 0 || x + box.width > width || y + box.height > height) found.push(box.title);
    for (let other = 0; other < at; other++) {
      const [a, b] = [places[other], boxes[other]];
      const apart =
        x >= a.x + b.width || a.x >= x + box.width || y >= a.y + b.height || a.y >= y + box.height;
      if (!apart) found.push(`${box.title} on ${b.title}`);
    }
  });
  return found;
}

test("a package stands to the right of those that depend on it, also beside a cycle", () => {
  const names = ["app", "foo", "bar", "log", "noop"];
  const graph = graphOf(names, [
    "app foo",
    "app bar",
    "foo bar",
    "bar log",
    "log noop",
    "noop log",
  ]);
  const { boxes, layout } = layOutGraph(graph);
  expect(faults(boxes, layout)).toEqual([]);
  const right = names.map((_, at) => layout.places[at].x + boxes[at].width);
  for (let at = 1; at < names.length; at++) {
    expect(layout.places[at].x).toBeGreaterThan(right[at - 1]);
  }
});

test("a single package, and one that depends on itself", () => {
  const { boxes, layout } = layOutGraph(graphOf(["app"], ["app app"]));
  expect(layout).toMatchObject({ places: [{ x: 0, y: 0 }], width: boxes[0].width });
});

test("is the same every time", () => {
  const graph = wide(60);
  expect(layOutGraph(graph)).toEqual(layOutGraph(graph));
});

test("hundreds of packages side by side have about the shape of a screen", () => {
  const { boxes, layout } = layOutGraph(wide(600));
  expect(faults(boxes, layout)).toEqual([]);
  expect(layout.width / layout.height).toBeGreaterThan(0.8);
  expect(layout.width / layout.height).toBeLessThan(4);
});

/** A root, and packages that only it depends on. */
function wide(count: number): LinkGraph {
  const names = Array.from({ length: count }, (_, at) => `package-${at}`);
  return graphOf(
    names,
    names.slice(1).map((name) => `package-0 ${name}`),
  );
}

test("a graph so deep and dense that dagre would take minutes takes seconds", () => {
  const names = Array.from({ length: 600 }, (_, at) => `package-${at}`);
  // Each depends on the next, and on one far away.
  const dependencies = names.flatMap((name, at) =>
    at + 1 === names.length
      ? []
      : [`${name} ${names[at + 1]}`, `${name} ${names[Math.min(599, at + 2 + ((at * 37) % 400))]}`],
  );
  const { boxes, layout } = layOutGraph(graphOf(names, dependencies));
  expect(faults(boxes, layout)).toEqual([]);
  const left = layout.places.map(({ x }) => x);
  expect(left).toEqual([...left].sort((a, b) => a - b));
});

test("further interfaces of a package share a line, and names are never cut off", () => {
  const graph = graphOf(["app"], []);
  const name = `Interface${"Long".repeat(50)}`;
  for (let at = 0; at < 40; at++) {
    graph.links.push({
      interface: at === 3 ? name : `Interface${at}`,
      definition: "app",
      implementation: null,
      file: null,
      status: "unlinked",
      rule: "none",
      reason: "",
      replaces: null,
      members: [],
      callers: [],
      rejected: [],
    });
  }
  const [box] = boxesOf(graph);
  expect(box.rows.map(({ text }) => text)).toEqual([
    ...["Interface0", "Interface1", "Interface2", name],
    ...[4, 5, 6, 7, 8, 9, 10].map((at) => `Interface${at}`),
    "and 29 more",
  ]);
  expect(box.rows[11].hint).toMatch(/^Interface11, .*, Interface39$/);
  expect(box.width).toBeGreaterThan(name.length * 7);
});
