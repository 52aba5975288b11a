import fc from "fast-check";
import { expect, test } from "vitest";
import { link } from "../../src/link/link.ts";
import { linkModule, objectModule } from "../../src/link/module.ts";
import type { PackageGraph } from "../../src/scan/package-graph.ts";
import { call, define, implement, type PackageSpec, type Statement, workspace } from "./graph.ts";

// Few names, so that holes, duplicates, ambiguities and links all happen.
const path = fc.constantFrom("A", "B", "Ab", "Ns/A");
const member = fc.constantFrom("x", "y", "z?");
const members = fc.uniqueArray(member, { maxLength: 3 });
const folder = fc.constantFrom("app", "p", "q", "r", "s");
const folders = fc.uniqueArray(folder, { maxLength: 4 });
const conditions = fc.subarray(["node", "browser"]);

const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc
    .tuple(path, fc.option(members), members)
    .map(([name, declared, defaults]) => define(name, declared, { defaults: bare(defaults) })),
  fc
    .tuple(path, members, folder, conditions)
    .map(([name, supplied, from, active]) =>
      implement(name, bare(supplied), { from, conditions: active }),
    ),
  fc
    .tuple(path, fc.option(member), folder)
    .map(([name, used, from]) => call(used ? `${name}.${used.replace("?", "")}` : name, { from })),
);

const packageSpec: fc.Arbitrary<PackageSpec> = fc.record({
  installed: fc.boolean(),
  dependencies: folders,
  devDependencies: folders,
  manifest: fc.record({
    facade: fc.boolean(),
    defaultFacadeImpl: fc.constantFrom(null, "p", "q", "./1.ts"),
    facadeImpl: fc.subarray(["p", "q"]),
    implementations: fc.dictionary(
      fc.constantFrom("A", "p#A", "Ns/A", "C"),
      fc.constantFrom("p", "q", "./1.ts", "gone"),
    ),
  }),
  files: fc.dictionary(fc.constantFrom("1.ts", "2.ts"), fc.array(statement, { maxLength: 4 })),
});

const graphs = fc
  .tuple(packageSpec, packageSpec, packageSpec, packageSpec, packageSpec)
  .map(([app, p, q, r, s]) => workspace({ app, p, q, r, s }).graph);

function bare(names: string[]): string[] {
  return names.map((name) => name.replace("?", ""));
}

/** The same packages and files in another order. */
function shuffled(graph: PackageGraph, seed: number): PackageGraph {
  const reorder = <T>(items: readonly T[]): T[] => {
    const by = seed % (items.length || 1);
    const rotated = [...items.slice(by), ...items.slice(0, by)];
    return seed % 2 ? rotated.reverse() : rotated;
  };
  return {
    ...graph,
    packages: new Map(
      reorder([...graph.packages]).map(([dir, found]) => [
        dir,
        { ...found, files: reorder(found.files) },
      ]),
    ),
  };
}

/** Everything that linking says, as text. */
function outcome(graph: PackageGraph, production: boolean): string {
  const linkage = link(graph, { conditions: ["node"], production });
  const modules = linkage.interfaces.map((linked) => [linkModule(linked), objectModule(linked)]);
  const resolved = [...graph.packages.keys()].sort().map((dir) => linkage.resolve(null, "A", dir));
  return JSON.stringify([linkage.interfaces, linkage.diagnostics, modules, resolved]);
}

test("the order of packages and files changes nothing", () => {
  fc.assert(
    fc.property(graphs, fc.nat(), fc.boolean(), (graph, seed, production) => {
      expect(outcome(shuffled(graph, seed), production)).toBe(outcome(graph, production));
    }),
    { numRuns: 500 },
  );
});

test("an interface is linked, or says why it is not", () => {
  fc.assert(
    fc.property(graphs, fc.boolean(), (graph, production) => {
      const { interfaces, diagnostics } = link(graph, { conditions: ["node"], production });
      for (const { rule, implementation, members, errors, called } of interfaces) {
        expect(rule === "none").toBe(implementation === null && rule !== "weak");
        if (rule === "none") expect(errors).not.toEqual([]);
        for (const { file, weak } of members) {
          if (!weak) expect(file).toBe(implementation?.file);
        }
        for (const error of errors) {
          // What is wrong with a package may concern other interfaces as well, which are called; so may what
          // it implements that is no interface, and stands for what it leaves out.
          const severity = /^CI(?:3|200[567])/.test(error.code)
            ? expect.any(String)
            : called
              ? "error"
              : "warning";
          expect(diagnostics).toContainEqual({ ...error, severity });
        }
      }
    }),
    { numRuns: 500 },
  );
});
