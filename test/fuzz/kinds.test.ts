import fc from "fast-check";
import { type Node, visitorKeys } from "oxc-parser";
import { beforeAll, expect, test } from "vitest";
import { recognise } from "../../src/expand/recognise.ts";
import { programs } from "./program.ts";
import { within } from "./tree.ts";

// Bodies of the functions that move are only worth comparing if they hold all that bodies can.

const RUNS = 1000;

/** How many nodes of each kind are in what definitions and implementations supply. */
const inMembers = new Map<string, number>();

/** How many there are anywhere. */
const anywhere = new Map<string, number>();

beforeAll(() => {
  for (const { code, file } of fc.sample(programs(fc.constant(0)), { numRuns: RUNS, seed: 12 })) {
    const { module, defines, implements: implemented } = recognise(code, file);
    if (!module) continue;
    const classes = implemented.flatMap(({ declaredClass }) => declaredClass ?? []);
    const places = [...defines, ...implemented, ...classes];
    for (const node of within(module.program)) {
      const isSupplied = places.some(({ start, end }) => start < node.start && node.end < end);
      for (const kind of kindsOf(node)) {
        increment(anywhere, kind);
        if (isSupplied) increment(inMembers, kind);
      }
    }
  }
});

/** The kind of a node, and what some of a kind are besides. */
function kindsOf(node: Node): string[] {
  if (node.type === "VariableDeclaration") return [node.type, `${node.kind} x`];
  if (node.type === "ForOfStatement" && node.await) return [node.type, "for await"];
  return [node.type];
}

function increment(counts: Map<string, number>, type: string): void {
  counts.set(type, (counts.get(type) ?? 0) + 1);
}

/** All kinds that oxc's tree has, but those that modules cannot hold, or that are not from a file. */
const KINDS = Object.keys(visitorKeys).filter(
  (kind) => !/^WithStatement$|^V8|JSDoc|TSIntrinsic|TSExportAssignment/.test(kind),
);

function rare(kinds: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  return kinds.filter((kind) => (counts.get(kind) ?? 0) < 2);
}

test("members hold every kind of statement", () => {
  const statements = KINDS.filter((kind) => /Statement$/.test(kind));
  const others = ["FunctionDeclaration", "ClassDeclaration", "StaticBlock", "CatchClause"];
  const variables = ["var", "let", "const", "using", "await using"].map((kind) => `${kind} x`);
  expect(statements).toContain("LabeledStatement");
  expect(rare([...statements, ...others, ...variables, "for await"], inMembers)).toEqual([]);
});

test("members hold what only some functions have", () => {
  const own = ["AwaitExpression", "YieldExpression", "Super", "MetaProperty", "PrivateIdentifier"];
  expect(rare([...own, "ThisExpression"], inMembers)).toEqual([]);
});

test("programs hold every kind of node", () => {
  expect(rare(KINDS, anywhere)).toEqual([]);
});
