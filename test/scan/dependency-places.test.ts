import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PackageGraph } from "../../src/scan/package-graph.ts";
import { Scanner } from "../../src/scan/scan.ts";
import { type Tree, writeTree } from "../tree.ts";

const MACROS = "crate-interface/macro";
const implementing = `import { impl_interface } from "${MACROS}";
import { Logger } from "log";
impl_interface(Logger, { log() {} });
`;

function tree(): Tree {
  return writeTree(
    {
      "packages/app/package.json": {
        name: "app",
        dependencies: { http: "*", "log-pino": "*", plain: "*" },
      },
      "packages/http/package.json": {
        name: "http",
        dependencies: { log: "*", plain: "*" },
        optionalDependencies: { "log-pino": "*" },
        peerDependencies: { "log-file": "*" },
      },
      "packages/log/package.json": {
        name: "log",
        devDependencies: { "log-noop": "1.0.0" },
        dependencies: { plain: "*", "log-noop": "^1.0.0" },
        "crate-interface": { facade: true, defaultFacadeImpl: "log-noop" },
      },
      "packages/log/index.ts": `import { def_interface } from "${MACROS}";
export const Logger = def_interface<{ log(): void }>();
`,
      "packages/log-noop/package.json": {
        name: "log-noop",
        peerDependencies: { log: "^1.0.0", plain: "*" },
        "crate-interface": { facadeImpl: "log" },
      },
      "packages/log-file/package.json": { name: "log-file", dependencies: { log: "*" } },
      "packages/log-file/index.ts": implementing,
      "packages/log-pino/package.json": { name: "log-pino", dependencies: { log: "*" } },
      "packages/plain/package.json": { name: "plain" },
    },
    Object.fromEntries(
      ["http", "log", "log-noop", "log-file", "log-pino", "plain"].map((name) => [
        `node_modules/${name}`,
        `packages/${name}`,
      ]),
    ),
  );
}

/** What has a place, as it is written there. */
function places(graph: PackageGraph): string[] {
  return [...graph.packages.values()].flatMap(({ name, dir, dependencies }) =>
    dependencies.flatMap(({ kind, span }) => {
      if (!span) return [];
      expect(span.file).toBe(`${dir}/package.json`);
      const text = readFileSync(span.file, "utf8").slice(span.start, span.end);
      return [`${name} ${kind} ${text}`];
    }),
  );
}

test("those that a check of facades may show, and no others", () => {
  using files = tree();
  const scanner = new Scanner(files.path("packages/app"), { cache: false });
  expect(places(scanner.scan())).toEqual([
    'log dependencies "log-noop": "^1.0.0"',
    'log devDependencies "log-noop": "1.0.0"',
    'log-noop peerDependencies "log": "^1.0.0"',
  ]);
});

test("when a package turns out to implement a facade, those on it, too", () => {
  using files = tree();
  const scanner = new Scanner(files.path("packages/app"), { cache: false });
  scanner.scan();
  files.write("packages/log-pino/index.ts", implementing);
  const graph = scanner.update([files.path("packages/log-pino/index.ts")]);
  expect(places(graph)).toEqual([
    'app dependencies "log-pino": "*"',
    'http optionalDependencies "log-pino": "*"',
    'log dependencies "log-noop": "^1.0.0"',
    'log devDependencies "log-noop": "1.0.0"',
    'log-noop peerDependencies "log": "^1.0.0"',
  ]);
  // As a scan from scratch says.
  expect(places(new Scanner(files.path("packages/app"), { cache: false }).scan())).toEqual(
    places(graph),
  );
});
