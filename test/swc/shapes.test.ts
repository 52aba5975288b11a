import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PLUGIN } from "../backends/swc.ts";
import { type File, fixtureFiles } from "./bytes/capture.ts";
import { readItem } from "./bytes/cbor.ts";
import { compilePlugin } from "./bytes/compile.ts";
import { Guest } from "./bytes/guest.ts";
import { RECORDER } from "./bytes/plugins.ts";
import { options } from "./bytes/swc.ts";
import { Comparison, everything, readTable } from "./table.ts";
import { type Swc, VERSIONS } from "./versions.ts";

/** Files that have every node which SWC parses, by what they are called without `.txt`. */
const FOLDER = join(import.meta.dirname, "every-node");
const EVERY_NODE = readdirSync(FOLDER).map((name) => ({
  file: name.replace(/\.txt$/, ""),
  code: readFileSync(join(FOLDER, name), "utf8"),
}));
const FILES: File[] = [...EVERY_NODE, ...fixtureFiles()];

const RUNS = VERSIONS.flatMap((swc) => [
  { swc, version: swc.version, order: "after types are stripped", first: false },
  { swc, version: swc.version, order: "before anything else", first: true },
]);

/** What is in the table though no parser makes it: for what is not valid, and for other tools. */
const NEVER_SENT = [
  "Invalid/2",
  "AssignProp/3",
  "Expr#25", // JSXMemberExpr
  "Expr#26", // JSXNamespacedName
  "Expr#27", // JSXEmptyExpr
  "Expr#38", // Invalid
  "Lit#7", // JSXText
  "SimpleAssignTarget#5", // OptChainExpr
  "SimpleAssignTarget#11", // Invalid
  "AssignTargetPat#3", // Invalid
  "Prop#3", // AssignProp
  "Pat#6", // Invalid
];

/** Answers with how many nodes of a tree are unknown to the plugin. */
const COUNTER = `
import { Node } from "./swc-plugin/ast/node.ts";
import { Type } from "./swc-plugin/ast/shapes.ts";
import { Tree } from "./swc-plugin/ast/tree.ts";

export function __transform_plugin_process_impl(start: usize, length: u32, mark: u32, comments: u32): i32 {
  const root = new Tree(start, start + length).root;
  if (!root) return -1;
  let count = 0;
  let node: Node | null = root;
  while (node) {
    if (node.type == Type.Opaque) count++;
    node = node.following(root);
  }
  return count;
}
`;

const table = await readTable();
const recorder = await compilePlugin("shapes", RECORDER);
const counter = new Guest(readFileSync(await compilePlugin("counter", COUNTER)));
const plugin = new Guest(readFileSync(PLUGIN));

/** What a host sends to a plugin for a file; `null` if it cannot parse it. */
function sent(swc: Swc, { file, code }: File, runPluginFirst: boolean): Uint8Array | null {
  const { jsc, ...rest } = options(file, [recorder, {}], runPluginFirst);
  // `export d from "c"`, which only this parser knows.
  const parser = { ...jsc!.parser!, ...(file.endsWith("js") && { exportDefaultFrom: true }) };
  const isModule = file.startsWith("script") ? false : "unknown";
  let output: string;
  try {
    output = swc.transformSync(code, { ...rest, isModule, jsc: { ...jsc, parser } }).code;
  } catch (error) {
    if (/Syntax Error/.test(String(error))) return null;
    throw error;
  }
  return Buffer.from(/[0-9a-f]{8,}/.exec(output)![0], "hex").subarray(4);
}

/** The first byte of a text of less than 24 bytes, less its length. */
const TEXT_OF = 0x60;

const seen = new Set<string>();

describe.each(RUNS)("what @swc/core $version sends $order", ({ swc, version, first }) => {
  const trees = FILES.map((file) => ({ ...file, bytes: sent(swc, file, first) }));
  const comparison = new Comparison(table);
  for (const { file, bytes } of trees) {
    if (bytes) comparison.node("Program", readItem(bytes)!, file);
  }
  for (const what of comparison.seen) seen.add(what);

  it("is all that there is", () => {
    const refused = trees.filter(({ bytes }) => !bytes).map(({ file }) => file);
    const later = version === "1.15.0" ? ["assigned-assertions.ts"] : [];
    expect(refused).toEqual([
      ...later,
      "error-syntax/input.ts",
      "error-syntax-at-the-end/input.ts",
    ]);
  });

  it("is as the table has it", () => {
    expect(comparison.different).toEqual([]);
  });

  it("is as the plugin writes it", () => {
    const written = new Comparison(table);
    const options = JSON.stringify({ core: version });
    const config = Buffer.from([TEXT_OF + options.length, ...Buffer.from(options)]);
    let expanded = 0;
    for (const { file, code, bytes } of trees) {
      if (!bytes) continue;
      const { results } = plugin.run({ bytes, mark: 1, code, config }, 1e9);
      if (!results[0]!.every((byte, i) => byte === bytes[i])) expanded++;
      written.node("Program", readItem(results[0]!)!, file);
    }
    expect(written.different).toEqual([]);
    expect(expanded).toBeGreaterThan(100);
  });

  it("is known to the plugin", () => {
    const call = { mark: 0, code: "", config: new Uint8Array() };
    const unknown = trees
      .filter(({ bytes }) => bytes && counter.run({ ...call, bytes }, 1e9).status !== 0)
      .map(({ file }) => file);
    expect(unknown).toEqual([]);
  });
});

it("is all that the table has, but what no parser makes", () => {
  expect(everything(table).filter((what) => !seen.has(what))).toEqual(NEVER_SENT);
});
