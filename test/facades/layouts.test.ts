import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { link } from "../../src/link/link.ts";
import { linkWithNearMisses } from "../../src/link/link-with-near-misses.ts";
import type { Linkage } from "../../src/link/linkage.ts";
import type { PackageGraph } from "../../src/scan/package-graph.ts";
import { Scanner } from "../../src/scan/scan.ts";
import { writeTree } from "../tree.ts";
import { readCases } from "./cases.ts";
import { hoisted, type Layout, linked, nested, store } from "./layouts.ts";
import { plugAndPlay } from "./plug-and-play.ts";
import { install, run } from "./project.ts";
import type { Folder } from "./registry.ts";
import type { Workspace } from "./resolution.ts";

// The same packages are linked alike, and what is wrong with them is said in the same words, wherever a
// package manager has put them and in whatever order the disk gives them.

// Where the wrong version of a peer is found depends on where it was put: that is what this one is about.
const CASES = readCases().filter(({ name }) => name !== "ci3003-another-version");

/** What linking says about a workspace, without the paths by which layouts differ. */
interface Outcome {
  /** `Logger of log@1.0.0 → log-stdout@1.0.0/index.ts`, of interfaces that somebody calls. */
  links: string[];
  problems: string[];
}

function outcomeOf(workspace: Workspace, layout: Layout): Outcome {
  using tree = install(workspace, layout);
  const scanner = new Scanner(tree.path("app"), { cache: false });
  const graph = scanner.scan();
  const linkage = linkWithNearMisses(graph, OPTIONS, scanner, true);
  return describeOutcome(linkage, graph);
}

const OPTIONS = { conditions: ["node"], production: false };

function describeOutcome({ interfaces, diagnostics }: Linkage, graph: PackageGraph): Outcome {
  const place = placer(graph);
  const links = interfaces
    .filter(({ called }) => called)
    .map(({ definition, implementation, rule, members }) => {
      const target = implementation ? place(implementation.file) : rule;
      const files = new Set(members.map(({ file }) => place(file)));
      return `${definition.item.name} of ${place(definition.file)} → ${target} (${[...files]})`;
    });
  const problems = diagnostics.map((diagnostic) => describeProblem(diagnostic, place));
  return { links: unique(links), problems: unique(problems) };
}

function describeProblem(diagnostic: Diagnostic, place: (file: string) => string): string {
  const { code, headline, labels, chains, notes, help } = diagnostic;
  const places = labels.map(({ span, text }) => `${place(span.file)}:${span.start} ${text}`);
  return JSON.stringify({ code, headline, places: unique(places), chains, notes, help }, null, 2);
}

/** Writes a file as the package that it belongs to, and its path in it. */
function placer({ packages }: PackageGraph): (file: string) => string {
  return (file) => {
    for (let dir = file; dir !== ""; dir = dir.slice(0, dir.lastIndexOf("/"))) {
      const owner = packages.get(dir);
      if (owner) return `${owner.name}@${owner.version}${file.slice(dir.length)}`;
    }
    return file;
  };
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}

describe.each(CASES)("$name", ({ workspace }) => {
  const usual = outcomeOf(workspace, hoisted);

  test("is the same in the store of pnpm, where a package sees nothing but what it lists", () => {
    expect(outcomeOf(workspace, store)).toEqual(usual);
  });

  test("is the same where npm nests everything, in as many copies as there are dependents", () => {
    expect(outcomeOf(workspace, nested)).toEqual(usual);
  });

  test("is the same in whatever order files were written, and packages and files are given", () => {
    const backwards: Layout = (each) => reversed(hoisted(each));
    expect(outcomeOf(workspace, backwards)).toEqual(usual);
    using tree = install(workspace);
    const graph = new Scanner(tree.path("app"), { cache: false }).scan();
    const straight = describeOutcome(link(graph, OPTIONS), graph);
    for (const shuffled of orders(graph)) {
      expect(describeOutcome(link(shuffled, OPTIONS), shuffled)).toEqual(straight);
    }
  });
});

// What is wrong with a symbol table is nothing where source is read in its place.
const WITHOUT_TABLES = CASES.filter(({ name }) => !/^ci300[78]/.test(name));

test.each(WITHOUT_TABLES)(
  "$name is linked alike where every package is a member of a workspace",
  ({ workspace }) => {
    expect(outcomeOf(workspace, linked).links).toEqual(outcomeOf(workspace, hoisted).links);
  },
);

test("Yarn's Plug'n'Play, where only its own script knows what a package finds", () => {
  const names = ["rule-1-only-a-dependency-lists-it", "versions-and-one-package-for-both"];
  for (const { workspace } of CASES.filter(({ name }) => names.includes(name))) {
    using tree = install(workspace, plugAndPlay);
    // The script takes over the process that it is loaded into.
    tree.write(
      "link.mjs",
      `import { link, scan } from ${JSON.stringify(new URL("../../dist/index.js", import.meta.url))};
       const graph = scan(${JSON.stringify(tree.path("app"))}, { cache: false });
       const linkage = link(graph, ${JSON.stringify(OPTIONS)});
       console.log(JSON.stringify({ linkage, packages: [...graph.packages] }));`,
    );
    const args = ["-r", tree.path(".pnp.cjs"), tree.path("link.mjs")];
    const printed = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
    const graph = { packages: new Map(printed.packages) } as PackageGraph;
    expect(describeOutcome(printed.linkage, graph)).toEqual(outcomeOf(workspace, hoisted));
  }
});

test("copies of one version share their link modules on disk; two versions cannot", () => {
  const written = (name: string): string => {
    using tree = install(CASES.find((each) => each.name === name)!.workspace, nested);
    return run("crate-interface link --out-dir out", tree);
  };
  expect(written("rule-1-the-root-lists-it")).toBe("out/link/Logger.js\nout/object/Logger.js");
  expect(written("versions-each-with-its-own")).toContain("error[CI2014]");
});

function reversed({ files, links }: Folder): Folder {
  return { files: new Map([...files].reverse()), links: new Map([...links].reverse()) };
}

/** The same graph with everything that is a list in other orders. */
function orders(graph: PackageGraph): PackageGraph[] {
  const rotate = <T>(items: readonly T[], by: number): T[] => [
    ...items.slice(by % (items.length || 1)),
    ...items.slice(0, by % (items.length || 1)),
  ];
  const backwards = <T>(items: readonly T[]): T[] => [...items].reverse();
  const ways = [
    backwards,
    <T>(items: readonly T[]) => rotate(items, 1),
    <T>(items: readonly T[]) => rotate(items, 2),
  ];
  return ways.map((reorder) => ({
    ...graph,
    diagnostics: reorder(graph.diagnostics),
    packages: new Map(
      reorder([...graph.packages]).map(([dir, item]) => [
        dir,
        {
          ...item,
          files: reorder(item.files).map((table) => ({
            ...table,
            definitions: reorder(table.definitions),
            implementations: reorder(table.implementations),
            calls: reorder(table.calls),
          })),
        },
      ]),
    ),
  }));
}

test("CRLF, a byte order mark and backslashes are what they are on Windows", () => {
  const files = {
    "app/package.json":
      '\uFEFF{\r\n  "name": "app",\r\n  "dependencies": { "log": "*" },\r\n' +
      '  "crate-interface": { "implementations": { "Logger": "./src/logger.ts" } }\r\n}\r\n',
    "app/src/logger.ts":
      '\uFEFFimport { impl_interface } from "crate-interface/macro";\r\nimport { Logger } from "log";\r\n\r\n' +
      "impl_interface(Logger, { log() {} });\r\n",
    "app/src/main.ts":
      'import { call_interface } from "crate-interface/macro";\r\nimport { Logger } from "log";\r\n\r\n' +
      "call_interface(Logger.log());\r\n",
    "app/node_modules/log/package.json":
      '{\r\n"name": "log",\r\n"version": "1.0.0",\r\n"crate-interface": { "facade": true, "symbols": "dist\\\\table.json" }\r\n}',
    "app/node_modules/log/index.js": "",
    "app/node_modules/log/table.json": JSON.stringify({
      format: 1,
      package: "log",
      version: "1.0.0",
      files: [],
    }),
  };
  using tree = writeTree(files);
  const graph = new Scanner(tree.path("app"), { cache: false }).scan();
  // On this system a backslash is part of a file's name, which is not there; it leads nowhere else.
  expect(graph.diagnostics.map(({ code }) => code)).toEqual(["CI3008"]);
  expect(graph.packages.get(tree.path("app"))!.files.map(({ file }) => file)).toEqual([
    tree.path("app/src/logger.ts"),
    tree.path("app/src/main.ts"),
  ]);
});
