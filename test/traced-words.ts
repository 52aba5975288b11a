import { originalPositionFor, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";
import { parseSync } from "oxc-parser";
import { expect } from "vitest";
import { type Node, walk } from "../src/expand/syntax.ts";
import { demangle } from "../src/naming.ts";
import { position } from "./fixture.ts";

/** A word of an output, and the text of the input that the source map leads to. */
export interface TracedWord {
  /** An identifier, or a literal from its first letter. */
  word: string;
  line: number;
  /** The input from the traced position. */
  input: string;
  /** `4:12` in the output, to find the word when a test fails. */
  at: string;
}

/** What an expanded definition is made of. */
const MARKER = ["globalThis", "Object", "freeze", "__proto__", "interface"];

/** Every word that a user wrote leads to where it was written. */
export function expectWordsTraced(words: readonly TracedWord[]): void {
  for (const { word, input, at } of words) {
    if (symbolOf(word) || /^__\w+If\b/.test(word)) continue;
    if (MARKER.includes(word)) continue;
    expect(wordsAt(input), `${word} at ${at}`).toContain(word);
  }
}

/** Whether a word leads to itself. */
export function isTraced({ word, input }: TracedWord): boolean {
  return wordsAt(input).includes(word);
}

/** The word of a place, and of a caller under another name, `hello: hi`, also that. */
function wordsAt(input: string): string[] {
  const renamed = /^["']?[\w.-]+["']?\s*:\s*([\w$]+)/.exec(input);
  return renamed ? [wordOf(input), renamed[1]] : [wordOf(input)];
}

/** Every symbol leads to the member or the interface that it stands for. */
export function expectSymbolsTraced(words: readonly TracedWord[]): void {
  for (const { word, input, at } of words) {
    const symbol = symbolOf(word);
    // `0x10` is the member `16`; a function that calls itself does so by its own name.
    if (!symbol || /^\d/.test(symbol.member) || wordOf(input) === "self") continue;
    const reference = /^[^,;{}]*/.exec(input)![0];
    expect(reference, `${word} at ${at}`).toContain(symbol.member);
  }
}

/**
 * The words of everything but link imports, types and the fields of a class that is kept, each with
 * what it leads to.
 *
 * @param map from `code` to `input`
 */
export function traceWords(
  code: string,
  map: SourceMapInput,
  input: string,
  file: string,
): TracedWord[] {
  const trace = new TraceMap(map);
  const lines = input.split("\n");
  return words(code, file).map(({ start, word }) => {
    const at = position(code, start);
    const [line, column] = at.split(":").map(Number);
    const original = originalPositionFor(trace, { line, column: column - 1 });
    const text = original.line === null ? "" : lines.slice(original.line - 1).join("\n");
    return { word, line, input: text.slice(original.column ?? 0), at };
  });
}

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
  return node.type === "Identifier" && symbolOf(node.name) !== null;
}

/** What a name stands for if it is a symbol, or a hook's, perhaps under a substitute name. */
function symbolOf(name: string): { member: string } | null {
  const plain = name.replace(/\$\d+$/, "");
  return demangle(plain) ?? (plain !== name && plain.startsWith("use") ? { member: plain } : null);
}

/** A map may lead to the quote before a word. */
function wordOf(text: string): string {
  return /^["'`]?([\w$]*)/.exec(text)![1];
}
