import { isUtf8 } from "node:buffer";
import {
  demangle,
  linkSpecifier,
  MACRO_MODULE,
  objectSpecifier,
  parseSpecifier,
} from "../../../src/naming.ts";
import { ARRAY, BYTES, type Item, isText, readItem, TAG, TEXT, textOf, walk } from "./cbor.ts";

// What every expansion is, whatever the macros say: told from the bytes alone, without the plugin's
// table of shapes.

/**
 * What is wrong with bytes as the expansion of others; `null` if nothing is.
 *
 * @param typed whether types are still there, which may mention macros: their imports stay for them
 */
export function wrongExpansion(
  input: Uint8Array,
  output: Uint8Array,
  typed: boolean,
): string | null {
  const before = readProgram(input);
  if (!before) return "what is no program was changed";
  const after = readProgram(output);
  if (!after) return "the output is no program";
  const macros = macroNames(input, before.body);
  if (macros === null) return "a file that imports no macros was changed";
  if (!typed && macroNames(output, after.body) !== null) return "macros are still imported";
  if (!around(input, before).equals(around(output, after)))
    return "what is around the body changed";
  return lostStatement(input, output, before, after, macros) ?? strangeText(input, output);
}

/** The parts of `Program::Module [span, body, shebang]`. */
interface Program {
  root: Item;
  body: Item;
}

function readProgram(bytes: Uint8Array): Program | null {
  const root = readItem(bytes);
  const body = root?.items[0]?.items[1];
  return root && body ? { root, body } : null;
}

function around(bytes: Uint8Array, { root, body }: Program): Buffer {
  return Buffer.concat([bytes.subarray(root.start, body.start), bytes.subarray(body.end)]);
}

/** The texts in imports of the macros, local names or not; `null` if there are no such imports. */
function macroNames(bytes: Uint8Array, body: Item): Set<string> | null {
  const imports = body.items.filter((item) => isMacroImport(bytes, item));
  if (imports.length === 0) return null;
  return new Set(imports.flatMap((item) => textsIn(bytes, item)));
}

/** `ModuleDecl (Import [span, specifiers, src [span, value, raw], type_only, …])` */
function isMacroImport(bytes: Uint8Array, item: Item): boolean {
  const [, , source, typeOnly] = item.items[0]?.items[0]?.items ?? [];
  const value = source?.items[1];
  // The plugin drops what is no UTF-8; hosts send none.
  // Bytes as hosts have it, or a text.
  const text = value && textOf(bytes, value);
  if (!text || text.replaceAll("\ufffd", "") !== MACRO_MODULE) return false;
  return typeOnly?.argument !== TRUE;
}

/** The argument of a simple value, RFC 8949, 3.3. */
const TRUE = 21;

/** Statements that have nothing to do with macros are in the output as they were, in their order. */
function lostStatement(
  input: Uint8Array,
  output: Uint8Array,
  before: Program,
  after: Program,
  macros: Set<string>,
): string | null {
  const written = after.body.items.map(({ start, end }) => output.subarray(start, end));
  let next = 0;
  for (const item of before.body.items) {
    if (isImport(item) || isClass(item) || isOfHost(input, item)) continue;
    if (textsIn(input, item).some((text) => macros.has(text))) continue;
    const bytes = Buffer.from(input.subarray(item.start, item.end));
    next = written.findIndex((other, index) => index >= next && bytes.equals(other)) + 1;
    if (next === 0) return `the statement at ${item.start} is lost`;
  }
  return null;
}

/** An import may go: of an interface that nothing but macros mentions. */
function isImport(item: Item): boolean {
  return tagsOf(item, 2).join() === "1,1";
}

/** A class may be an implementation that a macro names. */
function isClass(item: Item): boolean {
  const tags = tagsOf(item, 3).join();
  if (tags === "2,18,1") return true;
  // `export class`, `export default class`: the class is the second field of what is exported.
  const exported = item.items[0]?.items[0]?.items[1];
  return (tags === "1,2" || tags === "1,4") && exported?.major === TAG && exported.argument === 1;
}

/** What the host makes when it lowers decorators has no place, and may be what a member means by `this`. */
function isOfHost(bytes: Uint8Array, item: Item): boolean {
  const statement = item.items[0]?.items[0];
  const span = statement?.items[0];
  return span !== undefined && Buffer.from(bytes.subarray(span.start, span.end)).equals(NOWHERE);
}

/** `[0, 0]` */
const NOWHERE = Buffer.of(0x82, 0, 0);

function tagsOf(item: Item | undefined, depth: number): number[] {
  if (item?.major !== TAG || depth === 0) return [];
  return [item.argument, ...tagsOf(item.items[0], depth - 1)];
}

/** Texts of the output are those of the input, or what expansions are made of. */
function strangeText(input: Uint8Array, output: Uint8Array): string | null {
  // Hosts send no others, and refuse them.
  if (![...walk(readItem(input)!)].every((item) => isReadable(input, item))) return null;
  const known = new Set(textsIn(input, readItem(input)!));
  for (const item of walk(readItem(output)!)) {
    const text = textOf(output, item);
    if (text === null || known.has(text)) continue;
    if (!isGenerated(text, known)) return `${JSON.stringify(text)} is new`;
    if (item.major === TEXT && !isText(output, item)) return `${JSON.stringify(text)} is no UTF-8`;
  }
  return null;
}

function isReadable(bytes: Uint8Array, { major, content, end }: Item): boolean {
  return (major !== TEXT && major !== BYTES) || isUtf8(bytes.subarray(content, end));
}

function isGenerated(text: string, known: ReadonlySet<string>): boolean {
  const unquoted = text.replace(/^"(.*)"$/s, "$1");
  const name = unquoted.replace(/\$\d+$/, "");
  return (
    WORDS.has(unquoted) ||
    known.has(name) ||
    demangle(name) !== null ||
    parseSpecifier(unquoted) !== null ||
    // `Mall/HelloIf`, and the local name of the whole object: `__Mall_HelloIf`.
    demangle(`${name}_x`) !== null ||
    isPath(unquoted, known)
  );
}

/** Whether a text is `Mall/HelloIf`, or a specifier that ends so. Changed names may have slashes, too. */
function isPath(text: string, known: ReadonlySet<string>): boolean {
  const start = PREFIXES.find((prefix) => text.startsWith(prefix)) ?? "";
  const path = text.slice(start.length);
  return known.has(path) || slashesIn(path).some((at) => isPair(path, at, known));
}

function isPair(path: string, slash: number, known: ReadonlySet<string>): boolean {
  return known.has(path.slice(0, slash)) && known.has(path.slice(slash + 1));
}

function slashesIn(text: string): number[] {
  return [...text.matchAll(/\//g)].map(({ index }) => index);
}

const PREFIXES = [linkSpecifier(null, ""), objectSpecifier(null, "")];

/**
 * Whether all identifiers, `[span, context, name, optional]`, have names that can be written: what is
 * printed of others is anything.
 */
export function hasNames(bytes: Uint8Array): boolean {
  return [...walk(readItem(bytes)!)].every(({ major, items: [span, , name, ...rest] }) => {
    const isIdentifier = major === ARRAY && span?.major === ARRAY && name?.major === TEXT;
    return !isIdentifier || rest.length !== 1 || NAME.test(textOf(bytes, name)!);
  });
}

const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Of `globalThis.Object.freeze({ __proto__: null, interface: "HelloIf" })`. */
const WORDS: ReadonlySet<string> = new Set([
  "globalThis",
  "Object",
  "freeze",
  "__proto__",
  "interface",
]);

function textsIn(bytes: Uint8Array, item: Item): string[] {
  return [...walk(item)].flatMap((each) => textOf(bytes, each) ?? []);
}
