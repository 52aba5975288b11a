import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { workspace } from "../bundlers/workspace.ts";
import { graphviz } from "../graph/graphviz.ts";
import type { Tree } from "../tree.ts";
import { runIn } from "./command.ts";
import { calls, facade, implement, source, twoMajors, withDefaults } from "./facade-tree.ts";

function run(tree: Tree, name: string, ...args: string[]) {
  return runIn(tree.path(`packages/${name}`), ["graph", ...args]);
}

test("draws a Mermaid flowchart unless told otherwise", () => {
  using tree = twoMajors();
  const expected = {
    status: 0,
    stderr: "",
    stdout: `flowchart LR
  n0["bar@1.0.0"]
  n1["foo@1.0.0"]
  n2["log@1.0.0<br>facade"]
  n3["log@0.5.0<br>facade"]
  n4["my_bin@1.0.0"]
  n5["my_logger@1.0.0"]
  n6["other_logger@1.0.0"]
  n1 -- "Log" --> n2
  n2 == "Log" ==> n5
  n0 -- "Log" --> n3
  n3 == "Log" ==> n6
  n4 -.-> n0
  n4 -.-> n1
  n4 -.-> n5
  n4 -.-> n6
`,
  };
  expect(run(tree, "my_bin")).toEqual(expected);
  expect(run(tree, "my_bin", "--mermaid")).toEqual(expected);
});

test("--dot is what Graphviz reads", async () => {
  using tree = withDefaults();
  const { stdout } = run(tree, "app", "--dot", "--production");
  expect(stdout).toBe(`digraph "app@1.0.0" {
  rankdir=LR
  node [shape=box, style=rounded, fontname="Helvetica"]
  edge [fontname="Helvetica", fontsize=10]
  n0 [label="app@1.0.0"]
  n1 [label="foo@1.0.0"]
  n2 [label="log@1.0.0\\nfacade"]
  n3 [label="log-fancy@1.0.0"]
  n4 [label="log-noop@1.0.0"]
  n5 [label="rng@1.0.0\\nfacade"]
  n1 -> n2 [label="Log", color=royalblue]
  n2 -> n4 [label="Log", color=forestgreen, penwidth=2]
  n0 -> n5 [label="Rng", color=royalblue]
  n5 -> n5 [label="Rng", color=forestgreen, penwidth=2]
  n0 -> n1 [color=gray70, style=dashed]
  n0 -> n2 [color=gray70, style=dashed]
  n1 -> n3 [color=gray70, style=dashed]
  n3 -> n2 [color=gray70, style=dashed]
}
`);
  const { nodes, edges } = await graphviz(stdout);
  expect(nodes).toEqual([
    "app@1.0.0",
    "foo@1.0.0",
    "log@1.0.0|facade",
    "rng@1.0.0|facade",
    "log-fancy@1.0.0",
    "log-noop@1.0.0",
  ]);
  expect(edges).toBe(8);
});

test("--json has everything as data, with paths relative to the root package", () => {
  using tree = withDefaults();
  const { status, stdout } = run(tree, "app", "--json");
  expect(status).toBe(0);
  const { root, packages, dependencies, links, hidden, diagnostics } = JSON.parse(stdout);
  expect({ root, hidden }).toEqual({ root: ".", hidden: 0 });
  // That `foo` depends on a logger.
  expect(diagnostics).toMatchObject([{ code: "CI3005", severity: "warning" }]);
  expect(packages.map(({ id }: { id: string }) => id)).toEqual([
    ".",
    "../foo",
    "../log",
    "../log-console",
    "../log-fancy",
    "../log-noop",
    "../rng",
  ]);
  expect(packages[2]).toEqual({
    id: "../log",
    name: "log",
    version: "1.0.0",
    roles: { facade: true, defines: ["Log"], implements: [], calls: [] },
  });
  expect(dependencies.slice(3)).toEqual([
    { from: ".", to: "../rng", kinds: ["dependencies"], turned: false },
    { from: "../foo", to: "../log", kinds: ["dependencies"], turned: false },
    { from: "../foo", to: "../log-fancy", kinds: ["dependencies"], turned: false },
    { from: "../log", to: "../log-noop", kinds: ["dependencies"], turned: false },
    { from: "../log-console", to: "../log", kinds: ["dependencies"], turned: true },
    { from: "../log-fancy", to: "../log", kinds: ["dependencies"], turned: false },
    { from: "../log-noop", to: "../log", kinds: ["dependencies"], turned: true },
  ]);
  expect(links[0]).toEqual({
    interface: "Log",
    definition: "../log",
    implementation: "../log-console",
    file: "../log-console/src/index.ts",
    status: "linked",
    rule: "only",
    reason: "the only implementation",
    replaces: "log-noop",
    members: [{ name: "say", file: "../log-console/src/index.ts", default: false }],
    callers: [{ package: "../foo", members: ["say"] }],
    rejected: [
      {
        package: "../log-fancy",
        name: "log-fancy@1.0.0",
        file: "../log-fancy/src/index.ts",
        cause: "indirect",
        reason: "`app` does not list it in its own dependencies",
      },
      {
        package: "../log-noop",
        name: "log-noop@1.0.0",
        file: "../log-noop/src/index.ts",
        cause: "default",
        reason: "it is the default of its facade, which counts where nothing else is chosen",
      },
    ],
  });
});

test("--out writes the file instead, whole or not at all", () => {
  using tree = withDefaults();
  const { status, stdout } = run(tree, "app", "--html", "--out", "out/graph.html");
  expect({ status, stdout }).toEqual({ status: 0, stdout: "wrote out/graph.html\n" });
  const written = readFileSync(tree.path("packages/app/out/graph.html"), "utf8");
  expect(written).toBe(run(tree, "app", "--html").stdout);
  expect(written).toMatch(/^<!doctype html>\n.*<\/html>\n$/s);
  expect(run(tree, "app", "--out")).toMatchObject({ status: 2, stdout: "" });
});

test("with errors there is a graph nevertheless, and the errors go to stderr", () => {
  using tree = workspace({
    app: source(["log"], calls("Log", "log")),
    log: facade("Log"),
  });
  const { status, stdout, stderr } = run(tree, "app");
  expect(status).toBe(1);
  expect(stdout).toBe(`flowchart LR
  n0["app@1.0.0"]
  n1["log@1.0.0<br>facade"]
  n2["not linked"]:::missing
  n0 -- "Log" --> n1
  n1 == "Log" ==> n2
  classDef missing stroke-dasharray: 4 4
`);
  expect(stderr).toMatch(/^error\[CI2001\]: no implementation of `Log` is linked into `app`\n/);
  expect(run(tree, "app", "--html").stdout).toContain("<b>1 not linked</b>");
  const json = run(tree, "app", "--json");
  expect(json).toMatchObject({ status: 1, stderr: "" });
  expect(JSON.parse(json.stdout).diagnostics).toMatchObject([{ code: "CI2001" }]);
});

test("one format at a time, one application at a time", () => {
  using tree = workspace({
    app: source(["log", "log-noop"], calls("Log", "log")),
    web: source(["log", "log-noop"], calls("Log", "log")),
    log: facade("Log"),
    "log-noop": source(["log"], implement("Log", "log")),
  });
  expect(run(tree, "app", "--html", "--dot")).toEqual({
    status: 2,
    stdout: "",
    stderr: "error: choose one of --dot and --html\n",
  });
  expect(run(tree, "app", "--htm").stderr).toBe(
    "error: `graph` has no option `--htm`; did you mean `--html`?\n",
  );
  expect(runIn(tree.dir, ["graph"])).toEqual({
    status: 2,
    stdout: "",
    stderr: `error: there are several applications; choose one:
  crate-interface graph --cwd packages/app
  crate-interface graph --cwd packages/web
`,
  });
  // Whoever copies it is where the command was typed.
  const elsewhere = runIn(tree.path("packages"), ["graph", "--cwd", ".."]).stderr;
  expect(elsewhere).toContain("crate-interface graph --cwd web\n");
});
