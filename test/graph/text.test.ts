import { expect, test } from "vitest";
import { dot } from "../../src/graph/dot.ts";
import { mermaid } from "../../src/graph/mermaid.ts";
import { graphOf } from "./graph-of.ts";
import { graphviz } from "./graphviz.ts";

/** What would end a text, a label, a statement or an entity, in one language or the other. */
const HOSTILE = 'x"]; evil [label="\\N \\" &lt; &#34; #quot; <b> \\y';

test("DOT has names that would end its texts as they are", async () => {
  const graph = graphOf(["app", HOSTILE, "control\u001b[2J\nline"], []);
  expect(await graphviz(dot(graph))).toEqual({
    nodes: ["app@1.0.0", `${HOSTILE}@1.0.0`, "control\\u{1b}[2J\\nline@1.0.0"],
    edges: 0,
  });
});

test("Mermaid has every sign that could mean something as a number", () => {
  expect(mermaid(graphOf(["app", HOSTILE], []))).toBe(`flowchart LR
  n0["app@1.0.0"]
  n1["x#34;#93;#59; evil #91;label#61;#34;#92;N #92;#34; #38;lt#59; #38;#35;34#59; #35;quot#59; #60;b#62; #92;y@1.0.0"]`);
});

test("says when Mermaid would refuse to draw it", () => {
  const names = Array.from({ length: 502 }, (_, at) => `p${at}`);
  const all = names.slice(1).map((name) => `p0 ${name}`);
  expect(mermaid(graphOf(names, all)).split("\n")[1]).toBe(
    "  %% 501 edges: Mermaid draws 500 unless maxEdges is raised",
  );
  expect(mermaid(graphOf(names, all.slice(1)))).not.toContain("%%");
});
