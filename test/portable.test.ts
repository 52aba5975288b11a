import { readFile } from "node:fs/promises";
import path from "node:path";
import asc from "assemblyscript/asc";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { allPages, Message } from "../src/messages.ts";
import * as naming from "../src/naming.ts";
import { anyText, identifier, symbolLike } from "./arbitraries.ts";
import { type CatalogueFunction, catalogueFunctions } from "./catalogue.ts";

// The SWC plugin is written in AssemblyScript and compiles `naming.ts` and the catalogue itself.
// Here both are compiled to WebAssembly, and must answer as they do in JavaScript.

const SRC = path.resolve(import.meta.dirname, "../src");
const FUNCTIONS = catalogueFunctions();

/** What of WebAssembly is used here; only the types of browsers declare it. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(binary: Uint8Array, imports: object): Promise<{ instance: { exports: Exports } }>;
  };
};
type Exports = Record<string, unknown>;

/** What the module exports: strings in, a string or `null` out. */
let wasm: Record<string, (...texts: (string | null)[]) => string | null>;

beforeAll(async () => {
  wasm = await compile(ENTRY + FUNCTIONS.map(exportOf).join(""));
});

describe("naming.ts in AssemblyScript", () => {
  const namespace = fc.option(anyText);

  test("makes the same symbols", () => {
    fc.assert(
      fc.property(namespace, anyText, anyText, (ns, name, member) => {
        expect(wasm.mangle!(ns, name, member)).toBe(naming.mangle(ns, name, member));
        expect(wasm.mangleWeak!(ns, name, member)).toBe(naming.mangleWeak(ns, name, member));
        expect(wasm.mangleObject!(ns, name)).toBe(naming.mangleObject(ns, name));
        expect(wasm.freshName!(name, member)).toBe(naming.freshName(name, member));
      }),
      { numRuns: 1000 },
    );
  });

  test("reads the same out of symbols, and out of what is none", () => {
    fc.assert(
      fc.property(fc.oneof(symbolLike, anyText), (text) => {
        const parts = naming.demangle(text);
        const expected =
          parts &&
          list([
            parts.namespace,
            parts.interfaceName,
            parts.member,
            parts.weak ? "weak" : "strong",
          ]);
        expect(wasm.demangle!(text)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("makes and reads the same specifiers", () => {
    const specifier = fc.oneof(
      anyText.map((rest) => `crate-interface/link/${rest}`),
      anyText.map((rest) => `crate-interface/object/${rest}`),
      anyText,
    );
    fc.assert(
      fc.property(fc.option(identifier), identifier, specifier, (ns, name, other) => {
        const link = naming.linkSpecifier(ns, name);
        const object = naming.objectSpecifier(ns, name);
        expect(wasm.linkSpecifier!(ns, name)).toBe(link);
        expect(wasm.objectSpecifier!(ns, name)).toBe(object);
        expect(wasm.interfacePath!(ns, name)).toBe(naming.interfacePath(ns, name));
        for (const each of [link, object, other]) {
          const parts = naming.parseSpecifier(each);
          const expected =
            parts && list([parts.namespace, parts.interfaceName, parts.object ? "object" : "link"]);
          expect(wasm.parseSpecifier!(each)).toBe(expected);
        }
      }),
    );
  });

  test("agrees on what a namespace is", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, identifier), (text) => {
        expect(wasm.isNamespace!(text)).toBe(naming.isNamespace(text) ? "yes" : "no");
      }),
    );
  });

  test("names the same macro module", () => {
    expect(wasm.macroModule!()).toBe(naming.MACRO_MODULE);
  });
});

describe("the catalogue in AssemblyScript", () => {
  test.each(FUNCTIONS)("$name says the same", (each) => {
    const texts = fc.array(anyText, {
      minLength: each.parameters.length,
      maxLength: each.parameters.length,
    });
    fc.assert(
      fc.property(texts, (args) => {
        expect(wasm[each.name]!(...args)).toBe(shown(each.call(args)));
      }),
      { numRuns: 20 },
    );
  });

  test("has the same pages", () => {
    const pages = allPages().map((page) =>
      list([
        page.code,
        page.title,
        page.happened,
        page.why,
        list(page.fixes),
        list(page.wrong.map(({ file, text }) => list([file, text]))),
        list(page.right.map(({ file, text }) => list([file, text]))),
      ]),
    );
    expect(wasm.pages!()).toBe(list(pages));
    expect(wasm.titleOf!("CI2001")).toBe("No implementation");
    expect(wasm.titleOf!("CI9999")).toBeNull();
  });
});

/** Texts as one text, without loss: each with its length. AssemblyScript's is in {@link ENTRY}. */
function list(texts: readonly (string | null)[]): string {
  return texts.map((text) => (text === null ? "null;" : `${text.length}:${text};`)).join("");
}

function shown(result: Message | string): string {
  if (!(result instanceof Message)) return result;
  const { code, headline, label, notes, help } = result;
  return list([code, headline, label, list(notes), list(help)]);
}

/** AssemblyScript source that exports what the tests call, with strings only. */
const ENTRY = `
import { allPages, findPage, Message, Example } from "./messages.ts";
import * as all from "./messages.ts";
import * as naming from "./naming.ts";

export function mangle(ns: string | null, name: string, member: string): string {
  return naming.mangle(ns, name, member);
}
export function mangleWeak(ns: string | null, name: string, member: string): string {
  return naming.mangleWeak(ns, name, member);
}
export function mangleObject(ns: string | null, name: string): string {
  return naming.mangleObject(ns, name);
}
export function freshName(name: string, attempt: string): string {
  return naming.freshName(name, attempt);
}
export function linkSpecifier(ns: string | null, name: string): string {
  return naming.linkSpecifier(ns, name);
}
export function objectSpecifier(ns: string | null, name: string): string {
  return naming.objectSpecifier(ns, name);
}
export function interfacePath(ns: string | null, name: string): string {
  return naming.interfacePath(ns, name);
}
export function macroModule(): string {
  return naming.MACRO_MODULE;
}
export function isNamespace(text: string): string {
  return naming.isNamespace(text) ? "yes" : "no";
}
export function demangle(symbol: string): string | null {
  const parts = naming.demangle(symbol);
  if (parts === null) return null;
  return list([parts.namespace, parts.interfaceName, parts.member, parts.weak ? "weak" : "strong"]);
}
export function parseSpecifier(specifier: string): string | null {
  const parts = naming.parseSpecifier(specifier);
  if (parts === null) return null;
  return list([parts.namespace, parts.interfaceName, parts.object ? "object" : "link"]);
}
export function titleOf(code: string): string | null {
  const page = findPage(code);
  return page === null ? null : page.title;
}
export function pages(): string {
  const found = allPages();
  const texts: (string | null)[] = [];
  for (let i = 0; i < found.length; i++) {
    const page = found[i];
    texts.push(list([page.code, page.title, page.happened, page.why,
      strings(page.fixes), examples(page.wrong), examples(page.right)]));
  }
  return list(texts);
}
function examples(found: Example[]): string {
  const texts: (string | null)[] = [];
  for (let i = 0; i < found.length; i++) texts.push(list([found[i].file, found[i].text]));
  return list(texts);
}
function strings(texts: string[]): string {
  const nullable: (string | null)[] = [];
  for (let i = 0; i < texts.length; i++) nullable.push(texts[i]);
  return list(nullable);
}
function list(texts: (string | null)[]): string {
  let all = "";
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i];
    all += text === null ? "null;" : text.length.toString() + ":" + text + ";";
  }
  return all;
}
function shown(m: Message): string {
  return list([m.code, m.headline, m.label, strings(m.notes), strings(m.help)]);
}
`;

/** The AssemblyScript source that exports a function of the catalogue. */
function exportOf({ name, parameters, returns }: CatalogueFunction): string {
  const names = parameters.map((_, index) => `text${index}`);
  const args = parameters.map((type, index) => {
    const text = names[index]!;
    if (type === "string[]") return `${text}.length == 0 ? [] : [${text}, "other"]`;
    return type === "string | null" ? `${text}.length == 0 ? null : ${text}` : text;
  });
  const call = `all.${name}(${args.join(", ")})`;
  return `
export function ${name}(${names.map((text) => `${text}: string`).join(", ")}): string {
  return ${returns === "Message" ? `shown(${call})` : call};
}
`;
}

/** Compiles an AssemblyScript source that stands in `src/`, and instantiates it. */
async function compile(source: string): Promise<typeof wasm> {
  let binary = new Uint8Array();
  const { error, stderr } = await asc.main(
    ["entry.ts", "--outFile", "out.wasm", "--runtime", "stub", "--exportRuntime", "-O0"],
    {
      readFile: async (name) => {
        if (name === "entry.ts") return source;
        // asc appends `.ts` to a specifier that has it already.
        const file = path.resolve(SRC, name.replace(/\.ts\.ts$/, ".ts"));
        return file.startsWith(SRC) ? readFile(file, "utf8").catch(() => null) : null;
      },
      writeFile: (_, contents) => {
        binary = contents as Uint8Array<ArrayBuffer>;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(stderr.toString());
  const abort = (): never => {
    throw new Error("abort");
  };
  const { instance } = await WebAssembly.instantiate(binary, { env: { abort } });
  return withStrings(instance.exports);
}

/** Lets exports be called with JavaScript strings (AssemblyScript, "Memory layout": UTF-16, its length in bytes before it). */
function withStrings(exports: Exports): typeof wasm {
  const memory = exports.memory as { buffer: ArrayBuffer };
  const allocate = exports.__new as (bytes: number, classId: number) => number;
  const stringId = 2;
  const lower = (text: string | null): number => {
    if (text === null) return 0;
    const pointer = allocate(text.length * 2, stringId);
    const units = new Uint16Array(memory.buffer, pointer, text.length);
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
    return pointer;
  };
  const lift = (pointer: number): string | null => {
    if (pointer === 0) return null;
    const bytes = new Uint32Array(memory.buffer, pointer - 4, 1)[0]!;
    const units = new Uint16Array(memory.buffer, pointer, bytes / 2);
    let text = "";
    for (const unit of units) text += String.fromCharCode(unit);
    return text;
  };
  return Object.fromEntries(
    Object.entries(exports)
      .filter(
        (entry): entry is [string, (...pointers: number[]) => number] =>
          typeof entry[1] === "function",
      )
      .map(([name, call]) => [name, (...texts) => lift(call(...texts.map(lower)))]),
  );
}
