import { posix } from "node:path";
import type { Span } from "../../diagnostics/diagnostic.ts";
import { isIdentifier } from "../../expand/syntax.ts";
import { isNamespace } from "../../naming.ts";
import type { JsonPath } from "../json-text.ts";
import { isObject, staysInside } from "../manifest/values.ts";
import { isBelow, realPath, slash } from "../paths.ts";
import type {
  Body,
  Call,
  Definition,
  FileTable,
  Implementation,
  InterfaceReference,
  Member,
  SuppliedMember,
} from "../symbol-table.ts";

/** What a symbol table says that it may not say. The message names the place and what is wrong. */
export class InvalidSymbols extends Error {
  /** The place in the JSON. */
  readonly path: JsonPath;

  /** @param at the place as the message has it, such as `files[0].calls`; `""` for the whole */
  constructor(at: string, problem: string) {
    super(`${at === "" ? "the file" : `\`${at}\``} ${problem}`);
    this.path = (at.match(/[^.[\]]+/g) ?? []).map((key) => (/^\d/.test(key) ? Number(key) : key));
  }
}

/**
 * One file of a table as it is published: paths relative to the package.
 *
 * @param place the published file that holds what the source file exports
 */
export function encodeFile(table: FileTable, dir: string, place: string): Record<string, unknown> {
  const relative = (file: string): string => posix.relative(dir, file);
  const span = ({ file, start, end }: Span): Record<string, unknown> =>
    file === table.file ? { start, end } : { file: relative(file), start, end };
  const spans = <T extends { span: Span }>(items: T[]): Record<string, unknown>[] =>
    items.map((item) => ({ ...item, span: span(item.span) }));
  return {
    file: relative(place),
    // Spans are those of the source, which need not be the file that is published.
    ...(place === table.file ? {} : { source: relative(table.file) }),
    definitions: spans(table.definitions).map((item, i) => ({
      ...item,
      members: table.definitions[i].members && spans(table.definitions[i].members),
      defaults: spans(table.definitions[i].defaults),
    })),
    implementations: spans(table.implementations).map((item, i) => ({
      ...item,
      members: spans(table.implementations[i].members),
    })),
    calls: spans(table.calls),
  };
}

/**
 * Reads what {@link encodeFile} wrote, or what somebody else did.
 *
 * @param at where in the table, for the message
 * @throws InvalidSymbols
 */
export function decodeFile(value: unknown, at: string, dir: string): FileTable {
  const json = objectOf(value, at);
  const file = pathOf(json.file, `${at}.file`, dir);
  if (SPECIAL.test(file.slice(dir.length))) {
    throw wrong(`${at}.file`, "a path without `%`, `?`, `#`, `\\` and control characters");
  }
  const real = realPath(file);
  if (real === null) throw new InvalidSymbols(`${at}.file`, `does not exist: \`${json.file}\``);
  if (!isBelow(real, dir)) throw leadsOut(`${at}.file`);
  const source = json.source === undefined ? real : sourceOf(json.source, `${at}.source`, dir);
  const place = new Place(dir, source);
  return {
    file: real,
    definitions: listOf(json.definitions, `${at}.definitions`, place.definition),
    implementations: listOf(json.implementations, `${at}.implementations`, place.implementation),
    calls: listOf(json.calls, `${at}.calls`, place.call),
    diagnostics: [],
    incomplete: false,
    dependencies: [],
  };
}

/**
 * What a path may not have that becomes a module specifier: in URLs, as which Node reads specifiers,
 * `%2e%2e` is the folder above, and what follows `?` is for loaders.
 */
const SPECIAL = /[%?#\\\p{Cc}]/u;

/** Reads the parts of one file, whose spans are relative to it. */
class Place {
  #dir: string;
  #source: string;
  /** Other files that spans are in, by how the table writes them. */
  #others = new Map<unknown, string>();

  constructor(dir: string, source: string) {
    this.#dir = dir;
    this.#source = source;
  }

  definition = (value: unknown, at: string): Definition => {
    const json = objectOf(value, at);
    return {
      name: nameOf(json.name, `${at}.name`),
      namespace: namespaceOf(json.namespace, `${at}.namespace`),
      members: json.members === null ? null : listOf(json.members, `${at}.members`, this.#member),
      defaults: listOf(json.defaults, `${at}.defaults`, this.#supplied),
      span: this.#span(json.span, `${at}.span`),
    };
  };

  implementation = (value: unknown, at: string): Implementation => {
    const json = objectOf(value, at);
    return {
      interface: reference(json.interface, `${at}.interface`),
      members: listOf(json.members, `${at}.members`, this.#supplied),
      conditions: listOf(json.conditions, `${at}.conditions`, textOf),
      span: this.#span(json.span, `${at}.span`),
    };
  };

  call = (value: unknown, at: string): Call => {
    const json = objectOf(value, at);
    return {
      interface: reference(json.interface, `${at}.interface`),
      member: json.member === null ? null : textOf(json.member, `${at}.member`),
      ...(json.within !== undefined && { within: bodyOf(json.within, `${at}.within`) }),
      span: this.#span(json.span, `${at}.span`),
    };
  };

  #member = (value: unknown, at: string): Member => {
    const json = objectOf(value, at);
    if (typeof json.optional !== "boolean") throw wrong(`${at}.optional`, "`true` or `false`");
    return {
      name: textOf(json.name, `${at}.name`),
      optional: json.optional,
      ...(json.kind === "value" && { kind: json.kind }),
      span: this.#span(json.span, `${at}.span`),
    };
  };

  #supplied = (value: unknown, at: string): SuppliedMember => {
    const json = objectOf(value, at);
    if (json.kind !== "function" && json.kind !== "value") {
      throw wrong(`${at}.kind`, '`"function"` or `"value"`');
    }
    return {
      name: exportableOf(json.name, `${at}.name`),
      kind: json.kind,
      span: this.#span(json.span, `${at}.span`),
    };
  };

  #span(value: unknown, at: string): Span {
    const json = objectOf(value, at);
    const file = json.file === undefined ? this.#source : this.#other(json.file, `${at}.file`);
    return { file, start: offset(json.start, `${at}.start`), end: offset(json.end, `${at}.end`) };
  }

  #other(value: unknown, at: string): string {
    let file = this.#others.get(value);
    if (file === undefined) {
      file = sourceOf(value, at, this.#dir);
      this.#others.set(value, file);
    }
    return file;
  }
}

function bodyOf(value: unknown, at: string): Body {
  const json = objectOf(value, at);
  if (json.of !== "definition" && json.of !== "implementation") {
    throw wrong(`${at}.of`, '`"definition"` or `"implementation"`');
  }
  return { of: json.of, member: textOf(json.member, `${at}.member`) };
}

function reference(value: unknown, at: string): InterfaceReference {
  const json = objectOf(value, at);
  return {
    name: nameOf(json.name, `${at}.name`),
    namespace: namespaceOf(json.namespace, `${at}.namespace`),
    source: json.source === null ? null : textOf(json.source, `${at}.source`),
  };
}

/** The object that a JSON value must be. */
export function objectOf(value: unknown, at: string): Record<string, unknown> {
  if (!isObject(value)) throw wrong(at, "an object");
  return value;
}

/** The text that a JSON value must be. */
export function textOf(value: unknown, at: string): string {
  if (typeof value !== "string") throw wrong(at, "a text");
  return value;
}

/** The name of an interface is that of a `const`: it becomes part of specifiers and of file names. */
function nameOf(value: unknown, at: string): string {
  const name = textOf(value, at);
  if (!isIdentifier(name)) throw wrong(at, "the name of an interface");
  return name;
}

/** The name of a supplied member, which is exported: no half of a surrogate pair may be in it. */
function exportableOf(value: unknown, at: string): string {
  const name = textOf(value, at);
  if (/\p{Cs}/u.test(name)) throw wrong(at, "well-formed text");
  return name;
}

function namespaceOf(value: unknown, at: string): string | null {
  if (value === null) return null;
  const namespace = textOf(value, at);
  if (!isNamespace(namespace)) throw wrong(at, "a namespace or `null`");
  return namespace;
}

function listOf<T>(value: unknown, at: string, read: (item: unknown, at: string) => T): T[] {
  if (!Array.isArray(value)) throw wrong(at, "a list");
  return value.map((item, i) => read(item, `${at}[${i}]`));
}

function pathOf(value: unknown, at: string, dir: string): string {
  const path = textOf(value, at);
  if (path === "" || !staysInside(path)) throw wrong(at, "a path inside the package");
  return posix.join(dir, slash(path));
}

/**
 * A file that need not be published. If it is there, it is the package's own: errors show its lines,
 * and a link could lead to what nobody should see in a log.
 */
function sourceOf(value: unknown, at: string, dir: string): string {
  const path = pathOf(value, at, dir);
  const real = realPath(path);
  if (real !== null && !isBelow(real, dir)) throw leadsOut(at);
  return path;
}

function leadsOut(at: string): InvalidSymbols {
  return new InvalidSymbols(at, "leads out of the package");
}

function offset(value: unknown, at: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw wrong(at, "an offset");
  return value as number;
}

function wrong(at: string, expected: string): InvalidSymbols {
  return new InvalidSymbols(at, `must be ${expected}`);
}
