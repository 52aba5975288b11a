/**
 * What the tests of hostile packages share: a program that has chosen `log-stdout` as its logger, and
 * an installed package `evil` below its dependency `lib`, which `lib` trusts.
 */
import { join } from "node:path";
import { linkWithNearMisses } from "../../src/link/link-with-near-misses.ts";
import type { Linkage, LinkedInterface } from "../../src/link/linkage.ts";
import type { PackageGraph } from "../../src/scan/package-graph.ts";
import { Scanner } from "../../src/scan/scan.ts";
import { APART, type Files, type Tree, writeTree } from "../tree.ts";
import { hoisted } from "./layouts.ts";
import { type Folder, readFolder, readRegistry } from "./registry.ts";

const SHELF = readFolder(join(import.meta.dirname, "../trees/registry"))!;

/** What the attacker may write, and what the program is that is attacked. */
export interface Attack {
  /**
   * Published packages, by path such as `evil@1.0.0/index.ts`; `lib@1.0.0` depends on evil. A value
   * that is no text is written as JSON.
   */
  published: Files;
  /** Files of the app, where they are not those of the usual victim. */
  app?: Files;
  /** What is on disk besides what was installed: path in the tree to content. */
  disk?: Files;
  /** Those that are active. */
  conditions?: string[];
  /** Symbolic links on disk, in the tree: path to target, absolute or relative to the tree. */
  links?: Record<string, string>;
}

/** What came of it. */
export interface Outcome extends Disposable {
  tree: Tree;
  graph: PackageGraph;
  linkage: Linkage;
  /** Codes of all errors. */
  errors: string[];
  /** Codes of all warnings. */
  warnings: string[];
  /** What `app` is linked to when it says `Logger`: a file in the tree, or a code. */
  target(name?: string, importer?: string): string;
}

/** The app that has chosen: it depends on a logger, and on a library that has been taken over. */
export const APP: Files = {
  "package.json": {
    name: "app",
    dependencies: { lib: "^1.0.0", log: "^1.0.0", "log-stdout": "^1.0.0" },
  },
  "main.ts":
    'import { call_interface } from "crate-interface/macro";\nimport { Logger } from "log";\n\n' +
    'call_interface(Logger.log("info", "hello"));\n',
};

/** The same without a logger of its own. */
export const UNDECIDED: Files = {
  ...APP,
  "package.json": { name: "app", dependencies: { lib: "^1.0.0", log: "^1.0.0" } },
};

/** What a library looks like that brings `evil` with it. */
export const LIB: Files = {
  "lib@1.0.0/package.json": {
    name: "lib",
    version: "1.0.0",
    dependencies: { evil: "^1.0.0" },
  },
};

/** A package.json of `evil` that takes part in linking, with more in its key. */
export function manifest(more: object = {}, fields: object = {}): object {
  return {
    name: "evil",
    version: "1.0.0",
    dependencies: { log: "^1.0.0" },
    ...fields,
    "crate-interface": { symbols: "./crate-interface.json", ...more },
  };
}

/** An implementation of the facade `log` as somebody else would write it. */
export const LOGGER: string =
  'import { impl_interface } from "crate-interface/macro";\nimport { Logger } from "log";\n\n' +
  "impl_interface(Logger, { enabled: () => true, log: () => {} });\n";

/** A symbol table of `evil` that says this of its `index.ts`. */
export function table(file: object, head: object = {}): object {
  return {
    format: 1,
    package: "evil",
    version: "1.0.0",
    files: [{ file: "index.ts", definitions: [], implementations: [], calls: [], ...file }],
    ...head,
  };
}

/** A place in a table. */
export const SPAN: object = { start: 0, end: 0 };

/** An entry of a table that implements `Logger`. */
export function implementing(members: string[] = ["enabled", "log"], more: object = {}): object {
  return {
    interface: { name: "Logger", namespace: null, source: "log" },
    members: members.map((name) => ({ name, kind: "function", span: SPAN })),
    conditions: [],
    span: SPAN,
    ...more,
  };
}

/** Installs, scans and links. */
export function attack({
  published,
  app = APP,
  disk = {},
  links = {},
  conditions = [],
}: Attack): Outcome {
  const registry = readRegistry(SHELF, folderOf({ ...LIB, ...published }));
  const installed = hoisted({ members: new Map([["app", folderOf(app)]]), registry });
  const files = { ...Object.fromEntries(installed.files), ...disk };
  const tree = writeTree(files, links, APART);
  const scanner = new Scanner(tree.path("app"), { cache: false });
  const graph = scanner.scan();
  const options = { conditions, production: false };
  const linkage = linkWithNearMisses(graph, options, scanner, true);
  const codes = (wanted: string): string[] =>
    linkage.diagnostics.filter(({ severity }) => severity === wanted).map(({ code }) => code);
  return {
    tree,
    graph,
    linkage,
    errors: codes("error"),
    warnings: codes("warning"),
    target(name = "Logger", importer = "app") {
      const found = linkage.resolve(null, name, tree.path(importer));
      return "code" in found ? found.code : targetOf(found, tree);
    },
    [Symbol.dispose]: () => tree.cleanup(),
  };
}

function targetOf({ errors, members }: LinkedInterface, tree: Tree): string {
  if (errors.length > 0) return errors[0].code;
  const files = new Set(members.map(({ file }) => file.slice(tree.dir.length + 1)));
  return [...files].join(", ");
}

function folderOf(files: Files): Folder {
  const texts = Object.entries(files).map(([path, content]): [string, string] => [
    path,
    typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`,
  ]);
  return { files: new Map(texts), links: new Map() };
}
