import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { expand } from "../../src/expand/expand.ts";
import { type Node, walk } from "../../src/expand/syntax.ts";
import { demangle } from "../../src/naming.ts";
import { position, readFixtures } from "../fixture.ts";

/** Every word of the output, and the text of the input that the source map leads to. */
interface Traced {
  /** An identifier, or a literal from its first letter. */
  word: string;
  line: number;
  /** The input from the traced position. */
  input: string;
  /** `4:12` in the output, to find the word when a test fails. */
  at: string;
}

const FIXTURES = readFixtures().filter(
  ({ output, file }) => output !== null && !/vue|svelte/.test(file),
);

/** What an expanded definition is made of. */
const MARKER = ["Object", "freeze", "__proto__", "interface"];

describe("every word that a user wrote leads to where it was written", () => {
  test.each(FIXTURES)("$name", ({ input, file }) => {
    for (const { word, input: original, at } of trace(input, file)) {
      if (demangle(word.replace(/\$\d+$/, "")) || /^__\w+If\b/.test(word)) continue;
      if (MARKER.includes(word)) continue;
      // A caller under another name leads to its property, `hello: hi`.
      const renamed = /^["']?[\w-]+["']?\s*:\s*([\w$]+)/.exec(original)?.[1];
      expect([wordOf(original), renamed], `${word} at ${at}`).toContain(word);
    }
  });
});

describe("every symbol leads to the member or the interface that it stands for", () => {
  test.each(FIXTURES)("$name", ({ input, file }) => {
    for (const { word, input: original, at } of trace(input, file)) {
      const symbol = demangle(word.replace(/\$\d+$/, ""));
      // `0x10` is the member `16`; a function that calls itself does so by its own name.
      if (!symbol || /^\d/.test(symbol.member) || wordOf(original) === "self") continue;
      const reference = /^[^,;{}]*/.exec(original)![0];
      expect(reference, `${word} at ${at}`).toContain(symbol.member);
    }
  });
});

test("columns are those of moved defaults, arrow bodies and arguments", () => {
  const input = [
    'import { def_interface, impl_interface, call_interface } from "crate-interface/macro";',
    'import { ByeIf } from "bye-if";',
    "export const HelloIf = def_interface({",
    "  defaults: { greet: (name) => name.trim(greeting) },",
    "});",
    "impl_interface(ByeIf, { bye: async (who) => await who.leave() });",
    "call_interface(ByeIf.bye, first.value, second);",
  ].join("\n");
  const places = Object.fromEntries(
    trace(input, "input.ts").map(({ word, at, input: rest }) => [
      word,
      `${at} from ${position(input, input.length - rest.length)}`,
    ]),
  );
  expect(places).toMatchObject({
    HelloIf: "2:14 from 3:14",
    __HelloIf_greet$weak: "3:17 from 4:15",
    trim: "3:58 from 4:37",
    greeting: "3:63 from 4:42",
    leave: "4:59 from 6:55",
    second: "5:28 from 7:40",
  });
});

test("the map names the file and holds its text, so that bundlers can compose it", () => {
  const input = FIXTURES[0].input;
  const map = expand(input, "/src/hello.ts")!.map!;
  expect(map.sources).toEqual(["/src/hello.ts"]);
  expect(map.sourcesContent).toEqual([input]);
});

function trace(input: string, file: string): Traced[] {
  const expansion = expand(input, `/fixture/${file}`);
  if (!expansion?.map) return [];
  const { code } = expansion;
  const map = new TraceMap(JSON.parse(expansion.map.toString()));
  const traced: Traced[] = [];
  for (const { start, word } of words(code, file)) {
    const at = position(code, start);
    const [line, column] = at.split(":").map(Number);
    const original = originalPositionFor(map, { line, column: column - 1 });
    const text = input
      .split("\n")
      .slice(original.line! - 1)
      .join("\n")
      .slice(original.column!);
    traced.push({ word, line, input: text, at });
  }
  return traced;
}

/** The words of everything but link imports, types and the fields of a class that is kept. */
function words(code: string, file: string): { start: number; word: string }[] {
  const found = new Map<number, string>();
  const lang = /\.[cm]?ts$/.test(file) ? "ts" : "tsx";
  walk(parseSync(file, code, { lang, sourceType: "module" }).program, (node: Node) => {
    if ("source" in node && node.source && "value" in node.source) {
      if (String(node.source.value).startsWith("crate-interface/")) return false;
    }
    // `export { f as __HelloIf_f }`: the symbol stands for `f`, which is what it leads to.
    if (node.type === "ExportSpecifier" && isSymbol(node.exported)) {
      if (!isSymbol(node.local)) found.set(node.local.start, wordOf(code.slice(node.local.start)));
      return false;
    }
    const isKept = node.type === "PropertyDefinition" && node.value?.type === "Identifier";
    if (isKept && node.static) return false;
    const isWord = node.type === "Identifier" || node.type === "JSXIdentifier";
    if (isWord && /^\w/.test(node.name)) found.set(node.start, wordOf(code.slice(node.start)));
    if (node.type === "Literal" && typeof node.value === "string" && /^\w/.test(node.value)) {
      if (node.parent?.type === "Property" && keyOf(node.parent) === "interface") return false;
      const start = code[node.start] === node.value[0] ? node.start : node.start + 1;
      found.set(start, wordOf(code.slice(start)));
    }
    return true;
  });
  return [...found].map(([start, word]) => ({ start, word })).sort((a, b) => a.start - b.start);
}

function keyOf(property: Extract<Node, { type: "Property" }>): string | null {
  return property.key.type === "Identifier" ? property.key.name : null;
}

function isSymbol(node: Node): boolean {
  return node.type === "Identifier" && demangle(node.name.replace(/\$\d+$/, "")) !== null;
}

function wordOf(text: string): string {
  return /^[\w$]*/.exec(text)![0];
}
