import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PackageGraph } from "../../src/scan/package-graph.ts";
import { Scanner, scan } from "../../src/scan/scan.ts";
import { type Tree, writeTree } from "../tree.ts";

const implement = (member: string): string =>
  `import { impl_interface } from "crate-interface/macro"; import { If } from "lib";
impl_interface(If, { ${member}() {} });`;

let tree: Tree;
let scanner: Scanner;
let before: PackageGraph;

beforeEach(() => {
  tree = writeTree(
    {
      "app/package.json": { name: "app", dependencies: { lib: "*", installed: "*" } },
      "app/src/a.ts": implement("a"),
      "app/src/plain.ts": "export {};",
      "lib/package.json": { name: "lib" },
      "lib/index.ts": `import { def_interface } from "crate-interface/macro";
import type { Shape } from "./types";
export const If = def_interface<Shape>();`,
      "lib/types.ts": "export interface Shape { a(): void }",
      "node_modules/installed/package.json": { name: "installed", version: "1.0.0" },
    },
    { "node_modules/lib": "lib" },
  );
  scanner = new Scanner(tree.path("app"), { cache: false });
  before = scanner.scan();
});
afterEach(() => tree.cleanup());

/** Updates, and checks that the result is what a new scan of the tree gives. */
function update(...paths: string[]): PackageGraph {
  const graph = scanner.update(paths.map(tree.path));
  expect(graph).toEqual(scan(tree.path("app"), { cache: false }));
  return graph;
}

function implementations(graph: PackageGraph): string[] {
  const files = graph.packages.get(tree.path("app"))?.files ?? [];
  return files.flatMap((file) =>
    file.implementations.flatMap(({ members }) => members.map(({ name }) => name)),
  );
}

describe("source files", () => {
  test("modified", () => {
    tree.write("app/src/a.ts", implement("b"));
    const graph = update("app/src/a.ts");
    expect(implementations(graph)).toEqual(["b"]);
    expect(implementations(before)).toEqual(["a"]);
    // What did not change is the same object, so that a linker can tell.
    expect(graph.packages.get(tree.path("lib"))).toBe(before.packages.get(tree.path("lib")));
  });

  test("added, in order of their paths", () => {
    tree.write("app/src/0.ts", implement("first"));
    tree.write("app/src/z.ts", implement("last"));
    expect(implementations(update("app/src/z.ts", "app/src/0.ts"))).toEqual(["first", "a", "last"]);
  });

  test("deleted", () => {
    tree.remove("app/src/a.ts");
    expect(implementations(update("app/src/a.ts"))).toEqual([]);
  });

  test("starting and ceasing to take part", () => {
    tree.write("app/src/plain.ts", implement("p"));
    tree.write("app/src/a.ts", "export {};");
    expect(implementations(update("app/src/plain.ts", "app/src/a.ts"))).toEqual(["p"]);
  });

  test("with the size and time that they had before", () => {
    tree.write("app/src/a.ts", implement("b"));
    update("app/src/a.ts");
    tree.write("app/src/a.ts", implement("c"));
    expect(implementations(update("app/src/a.ts"))).toEqual(["c"]);
  });

  test("the types of an interface in another file", () => {
    tree.write("lib/types.ts", "export interface Shape { b(): void }");
    const [table] = update("lib/types.ts").packages.get(tree.path("lib"))?.files ?? [];
    expect(table.definitions[0].members).toMatchObject([{ name: "b" }]);
  });

  test("types that come back", () => {
    tree.remove("lib/types.ts");
    const gone = update("lib/types.ts").packages.get(tree.path("lib"))?.files[0];
    expect(gone?.definitions[0].members).toBeNull();
    tree.write("lib/types/index.ts", "export interface Shape { c(): void }");
    const back = update("lib/types/index.ts").packages.get(tree.path("lib"))?.files[0];
    expect(back?.definitions[0].members).toMatchObject([{ name: "c" }]);
  });
});

describe("folders", () => {
  test("added", () => {
    tree.write("app/src/deep/er/b.ts", implement("b"));
    expect(implementations(update("app/src/deep"))).toEqual(["a", "b"]);
  });

  test("deleted", () => {
    tree.remove("app/src");
    expect(implementations(update("app/src"))).toEqual([]);
  });
});

test("what changes nothing gives the same graph", () => {
  tree.write("app/src/plain.ts", "export const a = 1;");
  tree.write("app/src/a.test.ts", implement("t"));
  tree.write("app/README.md", "crate-interface/macro");
  tree.write("elsewhere/a.ts", implement("e"));
  expect(
    update(
      "app/src/plain.ts",
      "app/src/a.ts",
      "app/src/a.test.ts",
      "app/README.md",
      "elsewhere/a.ts",
      "gone/b.ts",
    ),
  ).toBe(before);
});

describe("packages", () => {
  test("a dependency added to package.json", () => {
    tree.write("more/package.json", { name: "more" });
    tree.write("more/index.ts", implement("m"));
    tree.link("node_modules/more", "more");
    tree.write("app/package.json", { name: "app", dependencies: { lib: "*", more: "*" } });
    expect([...update("app/package.json").packages.keys()]).toEqual(
      ["app", "lib", "more"].map(tree.path),
    );
  });

  test("a package installed, and removed", () => {
    tree.remove("node_modules/installed");
    expect(update("node_modules/installed").packages.has(tree.path("node_modules/installed"))).toBe(
      false,
    );
    tree.write("node_modules/installed/package.json", { name: "installed", version: "2.0.0" });
    expect(
      update("node_modules/installed/package.json").packages.get(
        tree.path("node_modules/installed"),
      )?.version,
    ).toBe("2.0.0");
  });

  test("a package installed: the lockfile says so", () => {
    tree.write("app/package.json", { name: "app", dependencies: { lib: "*", late: "*" } });
    expect(update("app/package.json").packages.has(tree.path("node_modules/late"))).toBe(false);
    tree.write("node_modules/late/package.json", { name: "late" });
    expect(update("package-lock.json").packages.has(tree.path("node_modules/late"))).toBe(true);
  });

  test("a package.json that selects a file of the tests", () => {
    const selecting = (path: string) => ({
      name: "app",
      "crate-interface": { implementations: { If: path } },
    });
    tree.write("app/test/mock.ts", implement("mock"));
    tree.write("app/package.json", selecting("./test/mock.ts"));
    expect(implementations(update("app/package.json"))).toEqual(["a", "mock"]);
    tree.remove("app/test/mock.ts");
    expect(implementations(update("app/test/mock.ts"))).toEqual(["a"]);
    tree.write("app/test/mock.ts", implement("again"));
    expect(implementations(update("app/test/mock.ts"))).toEqual(["a", "again"]);
    tree.write("app/package.json", selecting("./src/a.ts"));
    expect(implementations(update("app/package.json"))).toEqual(["a"]);
  });

  test("a package.json that makes a folder a package of its own", () => {
    tree.write("app/src/inner/b.ts", implement("b"));
    expect(implementations(update("app/src/inner/b.ts"))).toEqual(["a", "b"]);
    tree.write("app/src/inner/package.json", { name: "inner" });
    expect(implementations(update("app/src/inner/package.json"))).toEqual(["a"]);
  });

  test("a package.json broken while it is edited, and repaired", () => {
    tree.write("app/package.json", '{ "name": ');
    expect(update("app/package.json").diagnostics).toMatchObject([{ code: "CI3006" }]);
    tree.write("app/package.json", { name: "app", dependencies: { lib: "*" } });
    expect(update("app/package.json").diagnostics).toEqual([]);
  });

  test("the symbol table of an installed package", () => {
    const symbols = { format: 1, package: "installed", version: "1.0.0", files: [] };
    tree.write("node_modules/installed/package.json", {
      name: "installed",
      version: "1.0.0",
      "crate-interface": { symbols: "s.json" },
    });
    expect(update("node_modules/installed/package.json").diagnostics).toMatchObject([
      { code: "CI3008" },
    ]);
    tree.write("node_modules/installed/s.json", symbols);
    expect(update("node_modules/installed/s.json").diagnostics).toEqual([]);
  });
});

test("an update before the first scan is a scan", () => {
  const fresh = new Scanner(tree.path("app"), { cache: false });
  expect(fresh.update([])).toEqual(before);
});

test("a scan that finds nothing new gives the same graph, with installed tables too", () => {
  using installed = writeTree({
    "package.json": { name: "app", dependencies: { lib: "*" } },
    "main.ts": `import { call_interface } from "crate-interface/macro";
import { LibIf } from "lib";
call_interface(LibIf.go());
`,
    "node_modules/lib/package.json": {
      name: "lib",
      version: "1.0.0",
      "crate-interface": { symbols: "./symbols.json" },
    },
    "node_modules/lib/symbols.json": { format: 1, package: "lib", version: "1.0.0", files: [] },
  });
  const own = new Scanner(installed.dir, { cache: false });
  const graph = own.scan();
  expect([...graph.packages.values()].map(({ name }) => name)).toEqual(["app", "lib"]);
  expect(own.scan()).toBe(graph);

  installed.write("node_modules/lib/package.json", { name: "lib", version: "1.0.1" });
  const changed = own.scan();
  expect(changed).not.toBe(graph);
  installed.write("main.ts", "export {};\n");
  expect(own.scan()).not.toBe(changed);
});
