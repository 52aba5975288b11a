import { describe, expect, test } from "vitest";
import type { Dependency, Package } from "../../src/scan/package-graph.ts";
import { readPackages } from "../../src/scan/package-reader.ts";
import { writeTree } from "../tree.ts";

function edges(item: Package | undefined): Record<string, string | null> {
  return Object.fromEntries((item?.dependencies ?? []).map(({ name, dir }) => [name, dir]));
}

function kinds(dependencies: Dependency[]): [string, string][] {
  return dependencies.map(({ name, kind }) => [name, kind]);
}

describe("layouts", () => {
  test("npm: hoisted, nested, scoped, and two versions of one package", () => {
    using tree = writeTree({
      "package.json": {
        name: "app",
        version: "1.0.0",
        dependencies: { a: "1", "@s/b": "1", log: "2" },
      },
      "node_modules/a/package.json": { name: "a", version: "1.0.0", dependencies: { log: "1" } },
      "node_modules/a/node_modules/log/package.json": { name: "log", version: "1.0.0" },
      "node_modules/@s/b/package.json": {
        name: "@s/b",
        version: "1.0.0",
        dependencies: { log: "2" },
      },
      "node_modules/log/package.json": { name: "log", version: "2.0.0" },
      "node_modules/unused/package.json": { name: "unused", version: "1.0.0" },
    });
    const { root, packages, diagnostics } = readPackages(tree.dir);
    expect(root).toBe(tree.dir);
    expect(diagnostics).toEqual([]);
    expect([...packages.keys()]).toEqual([
      tree.dir,
      tree.path("node_modules/@s/b"),
      tree.path("node_modules/a"),
      tree.path("node_modules/a/node_modules/log"),
      tree.path("node_modules/log"),
    ]);
    expect(edges(packages.get(tree.path("node_modules/a")))).toEqual({
      log: tree.path("node_modules/a/node_modules/log"),
    });
    expect(edges(packages.get(tree.path("node_modules/@s/b")))).toEqual({
      log: tree.path("node_modules/log"),
    });
    expect([...packages.values()].map(({ source }) => source)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test("pnpm: packages are links into a store, where their dependencies are siblings", () => {
    const store = "node_modules/.pnpm";
    using tree = writeTree(
      {
        "package.json": { name: "app", dependencies: { a: "1" } },
        [`${store}/a@1.0.0/node_modules/a/package.json`]: {
          name: "a",
          version: "1.0.0",
          dependencies: { b: "1" },
        },
        [`${store}/b@1.0.0/node_modules/b/package.json`]: { name: "b", version: "1.0.0" },
      },
      {
        "node_modules/a": `${store}/a@1.0.0/node_modules/a`,
        [`${store}/a@1.0.0/node_modules/b`]: `${store}/b@1.0.0/node_modules/b`,
      },
    );
    const { packages } = readPackages(tree.dir);
    const a = tree.path(`${store}/a@1.0.0/node_modules/a`);
    const b = tree.path(`${store}/b@1.0.0/node_modules/b`);
    expect([...packages.keys()]).toEqual([tree.dir, a, b]);
    expect(edges(packages.get(a))).toEqual({ b });
  });

  test("workspaces: links to source packages, found in the node_modules of a folder above", () => {
    using tree = writeTree(
      {
        "package.json": { name: "monorepo", private: true, workspaces: ["packages/*"] },
        "packages/app/package.json": {
          name: "app",
          dependencies: { lib: "*", "@x/if": "workspace:*" },
        },
        "packages/lib/package.json": { name: "lib", peerDependencies: { "@x/if": "*" } },
        "packages/if/package.json": { name: "@x/if" },
      },
      {
        "node_modules/app": "packages/app",
        "node_modules/lib": "packages/lib",
        "node_modules/@x/if": "packages/if",
      },
    );
    const { packages } = readPackages(tree.path("packages/app"));
    expect([...packages.keys()]).toEqual(
      ["packages/app", "packages/if", "packages/lib"].map(tree.path),
    );
    expect([...packages.values()].every(({ source }) => source)).toBe(true);
    expect(edges(packages.get(tree.path("packages/lib")))).toEqual({
      "@x/if": tree.path("packages/if"),
    });
  });

  test("Yarn: packages of a workspace that hoists nothing, and its store of links", () => {
    const store = "node_modules/.store/log-npm-1.0.0-0a1b2c3d4e/package";
    using tree = writeTree(
      {
        "package.json": { name: "monorepo", workspaces: { packages: ["packages/*"] } },
        "packages/app/package.json": {
          name: "app",
          dependencies: { lib: "workspace:^", log: "^2.0.0" },
        },
        // `nmHoistingLimits: workspaces`, or `nohoist` of Yarn 1.
        "packages/app/node_modules/log/package.json": { name: "log", version: "2.0.0" },
        "packages/app/node_modules/.yarn-state.yml": "",
        "packages/lib/package.json": { name: "lib", dependencies: { log: "^1.0.0" } },
        // `nodeLinker: pnpm`
        [`${store}/package.json`]: { name: "log", version: "1.0.0" },
      },
      {
        "packages/app/node_modules/lib": "packages/lib",
        "packages/lib/node_modules/log": store,
      },
    );
    const { packages } = readPackages(tree.path("packages/app"));
    expect([...packages.values()].map(({ dir, source }) => [dir, source])).toEqual([
      [tree.path(store), false],
      [tree.path("packages/app"), true],
      [tree.path("packages/app/node_modules/log"), false],
      [tree.path("packages/lib"), true],
    ]);
    expect(edges(packages.get(tree.path("packages/app")))).toEqual({
      lib: tree.path("packages/lib"),
      log: tree.path("packages/app/node_modules/log"),
    });
    expect(edges(packages.get(tree.path("packages/lib")))).toEqual({ log: tree.path(store) });
  });

  test("an npm alias keeps its name on the edge and leads to the package under its own", () => {
    using tree = writeTree({
      "package.json": { name: "app", dependencies: { "log-old": "npm:log@1" } },
      "node_modules/log-old/package.json": { name: "log", version: "1.0.0" },
    });
    const { packages } = readPackages(tree.dir);
    expect(packages.get(tree.dir)?.dependencies).toEqual([
      {
        name: "log-old",
        kind: "dependencies",
        range: "npm:log@1",
        dir: tree.path("node_modules/log-old"),
      },
    ]);
    expect(packages.get(tree.path("node_modules/log-old"))?.name).toBe("log");
  });

  test("the root may be given through a link, and as a folder inside the package", () => {
    using tree = writeTree(
      { "app/package.json": { name: "app" }, "app/web/index.html": "" },
      { link: "app" },
    );
    expect(readPackages(tree.path("link")).root).toBe(tree.path("app"));
    expect(readPackages(tree.path("app/web")).root).toBe(tree.path("app"));
  });
});

describe("edges", () => {
  const json = (name: string, fields: object = {}) => ({ name, version: "1.0.0", ...fields });

  test("the root's own dependencies of every kind are followed, of others not the devDependencies", () => {
    using tree = writeTree({
      "package.json": json("app", {
        dependencies: { a: "*" },
        devDependencies: { b: "*" },
        optionalDependencies: { c: "*" },
        peerDependencies: { d: "*" },
      }),
      "node_modules/a/package.json": json("a", {
        devDependencies: { e: "*" },
        optionalDependencies: { f: "*" },
        peerDependencies: { g: "*" },
      }),
      ...Object.fromEntries(
        [..."bcdefg"].map((name) => [`node_modules/${name}/package.json`, json(name)]),
      ),
    });
    const { packages } = readPackages(tree.dir);
    expect([...packages.values()].map(({ name }) => name).sort()).toEqual(
      [..."abcdfg", "app"].sort(),
    );
    expect(kinds(packages.get(tree.dir)?.dependencies ?? [])).toEqual([
      ["a", "dependencies"],
      ["b", "devDependencies"],
      ["c", "optionalDependencies"],
      ["d", "peerDependencies"],
    ]);
  });

  test("the devDependencies of a source package are edges, but do not bring in what they lead to", () => {
    using tree = writeTree(
      {
        "app/package.json": json("app", { dependencies: { lib: "*" } }),
        "lib/package.json": json("lib", { devDependencies: { tool: "*" } }),
        "node_modules/tool/package.json": json("tool"),
      },
      { "node_modules/lib": "lib" },
    );
    const { packages } = readPackages(tree.path("app"));
    expect(edges(packages.get(tree.path("lib")))).toEqual({ tool: tree.path("node_modules/tool") });
    expect(packages.has(tree.path("node_modules/tool"))).toBe(false);
  });

  test("what is not installed is an edge to nowhere; circles end; a name is no way out", () => {
    using tree = writeTree({
      "package.json": json("app", {
        dependencies: { a: "*", "../../escape": "*", ".": "*", "/etc": "*", "a/b/c": "*" },
        optionalDependencies: { gone: "*" },
      }),
      "node_modules/a/package.json": json("a", { dependencies: { b: "*" } }),
      "node_modules/b/package.json": json("b", {
        dependencies: { a: "*" },
        peerDependencies: { gone: "*" },
      }),
      "node_modules/a/b/c/package.json": json("trap"),
    });
    const { packages } = readPackages(tree.dir);
    expect(packages.size).toBe(3);
    expect(edges(packages.get(tree.dir))).toEqual({
      a: tree.path("node_modules/a"),
      "../../escape": null,
      ".": null,
      "/etc": null,
      "a/b/c": null,
      gone: null,
    });
    expect(edges(packages.get(tree.path("node_modules/b")))).toMatchObject({ gone: null });
  });

  test("an empty folder in node_modules does not hide the package above it", () => {
    using tree = writeTree({
      "package.json": json("app", { dependencies: { a: "*" } }),
      "node_modules/a/package.json": json("a", { dependencies: { b: "*" } }),
      "node_modules/a/node_modules/b/README.md": "",
      "node_modules/b/package.json": json("b"),
    });
    const { packages } = readPackages(tree.dir);
    expect(edges(packages.get(tree.path("node_modules/a")))).toEqual({
      b: tree.path("node_modules/b"),
    });
  });

  test("crate-interface itself takes no part, also when it is linked", () => {
    using tree = writeTree(
      {
        "app/package.json": json("app", { devDependencies: { "crate-interface": "file:../ci" } }),
        "ci/package.json": json("crate-interface", { dependencies: { a: "*" } }),
        "node_modules/a/package.json": json("a"),
      },
      { "node_modules/crate-interface": "ci" },
    );
    const { packages } = readPackages(tree.path("app"));
    expect(packages.get(tree.path("ci"))).toMatchObject({ source: false, dependencies: [] });
    expect(packages.size).toBe(2);
  });
});

describe("bad package.json", () => {
  test("a broken one is reported with its position and counts as empty", () => {
    using tree = writeTree({ "package.json": '{\n  "name": "app",\n  dependencies: {}\n}\n' });
    const { packages, diagnostics } = readPackages(tree.dir);
    expect(diagnostics).toMatchObject([
      {
        code: "CI3006",
        severity: "error",
        labels: [
          { span: { file: tree.path("package.json"), start: 21, end: 33 }, text: "expected a key" },
        ],
      },
    ]);
    expect(packages.get(tree.dir)).toMatchObject({ version: "", dependencies: [] });
  });

  test("in an installed package it is only a warning", () => {
    using tree = writeTree({
      "package.json": { name: "app", dependencies: { a: "*" } },
      "node_modules/a/package.json": "{",
    });
    const { packages, diagnostics } = readPackages(tree.dir);
    expect(diagnostics).toMatchObject([{ code: "CI3006", severity: "warning" }]);
    expect(packages.has(tree.path("node_modules/a"))).toBe(true);
  });

  test("a byte order mark is no mistake; strange dependencies are left out, and reported", () => {
    using tree = writeTree({
      "package.json":
        '\uFEFF{"name": 1, "dependencies": {"a": {}, "b": "*"}, "devDependencies": ["x"]}',
    });
    const { packages, diagnostics } = readPackages(tree.dir);
    expect(diagnostics.map(({ code, headline }) => `${code}: ${headline}`)).toEqual([
      "CI3006: `dependencies.a` must be a range",
      "CI3006: `devDependencies` must be an object of names and ranges",
    ]);
    expect(edges(packages.get(tree.dir))).toEqual({ b: null });
  });

  test("a huge one is refused by its size", () => {
    using tree = writeTree({ "package.json": `{"name":"app"${" ".repeat(5 * 1024 * 1024)}}` });
    const { diagnostics } = readPackages(tree.dir);
    expect(diagnostics).toMatchObject([
      { code: "CI3006", headline: "this `package.json` cannot be read: it is larger than 4 MiB" },
    ]);
  });

  test("`[]`, a folder and nothing at all", () => {
    using tree = writeTree({ "a/package.json": "[]", "b/package.json/x": "", "c/x": "" });
    expect(readPackages(tree.path("a")).diagnostics).toMatchObject([{ code: "CI3006" }]);
    // Neither of these has a package.json, so the package above counts: this repository.
    expect(readPackages(tree.path("b")).root).toBe(readPackages(tree.dir).root);
    expect(readPackages(tree.path("missing")).root).toBe(readPackages(tree.dir).root);
  });
});
