import { beforeAll, expect, test } from "vitest";
import { scan } from "../../src/scan/scan.ts";
import { encodeSymbols } from "../../src/scan/symbols/symbols-file.ts";
import { Editor, jsonLanguage, SCHEMAS } from "../json-language.ts";
import { writeTree } from "../tree.ts";

const SOURCE = `import { def_interface, impl_interface, call_interface, use_interface } from "crate-interface/macro";
import type { Shape } from "./types";
import { Log } from "log";
export const If = def_interface<Shape>({ namespace: "N", defaults: { b() { this.a(); } } });
export const Unseen = def_interface<typeof If>();
impl_interface(If, { a() {}, V: 1 }, { namespace: "N", conditions: ["node"] });
call_interface(Log.info("x"));
export const log = use_interface(Log);
`;

const service = jsonLanguage();
service.configure({
  schemas: [{ fileMatch: ["*"], uri: new URL("symbols.json", SCHEMAS).href }],
});

/** What an editor says of a symbol table. */
async function seen(table: unknown): Promise<string[]> {
  const editor = new Editor(service, "file:///x.json", JSON.stringify(table));
  return (await editor.problems()).map(({ message }) => message);
}

let table: Record<string, unknown>;
beforeAll(() => {
  using tree = writeTree({
    "package.json": { name: "p", version: "1.0.0" },
    "src/index.ts": SOURCE,
    "src/types.ts": "export interface Shape { a(): void; b?(): void; V: number }",
  });
  const graph = scan(tree.dir, { cache: false });
  const places = new Map([[tree.path("src/index.ts"), tree.path("dist/index.js")]]);
  table = JSON.parse(encodeSymbols(graph.packages.get(tree.dir)!, places));
});

test("what is written satisfies the schema, with every key that it knows", async () => {
  expect(await seen(table)).toEqual([]);
  const text = JSON.stringify(table);
  for (const key of [
    "source",
    "within",
    "conditions",
    "optional",
    '"members":null',
    '"member":null',
  ]) {
    expect(text).toContain(key);
  }
});

test("whatever else may stand at a place, the reader refuses what the schema refuses", async () => {
  using tree = writeTree({
    "package.json": { name: "app", dependencies: { p: "*" } },
    "node_modules/p/package.json": {
      name: "p",
      version: "1.0.0",
      "crate-interface": { symbols: "./symbols.json" },
    },
    "node_modules/p/dist/index.js": "",
    "node_modules/p/src/types.ts": "",
  });
  const reads = (text: string): boolean => {
    tree.write("node_modules/p/symbols.json", text);
    const { diagnostics } = scan(tree.dir, { cache: false });
    return diagnostics.every(({ severity }) => severity === "warning");
  };
  expect(reads(JSON.stringify(table))).toBe(true);

  const others = [undefined, null, true, -1, 0.5, 1, "", "a", "../a", "a?b", "a\\b", {}, []];
  const differences: unknown[] = [];
  let count = 0;
  for (const path of pathsIn(table)) {
    for (const other of others) {
      // A table may name any path that could be a file's, but the file has to be there.
      if (path.at(-1) === "file" && path.length === 3 && other === "a") continue;
      const changed = replaced(table, path, other);
      const text = JSON.stringify(changed);
      if (reads(text) !== ((await seen(changed)).length === 0)) differences.push({ path, other });
      count++;
    }
  }
  expect(differences).toEqual([]);
  expect(count).toBeGreaterThan(500);
});

type Path = (string | number)[];

function pathsIn(value: unknown): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [
    [key],
    ...pathsIn((value as Record<string, unknown>)[key]).map((path) => [key, ...path]),
  ]);
}

function replaced(value: unknown, [key, ...path]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = replaced(copy[key], path, by);
  return copy;
}
