import fc from "fast-check";
import { MACRO_MODULE } from "../../../src/naming.ts";
import { ARRAY, BYTES, head, type Item, readItem, TAG, TEXT, UNSIGNED, walk } from "./cbor.ts";

/** One change of a tree's bytes: which, and the numbers and bytes that it takes. */
export interface Edit {
  name: keyof typeof EDITS;
  /** Where: taken modulo what there is. */
  at: number;
  /** Another place, an amount, or which of several values. */
  by: number;
  bytes: Uint8Array;
}

/** One to four changes, one after the other. */
export function edits(): fc.Arbitrary<Edit[]> {
  const edit = fc.record({
    name: fc.constantFrom(...(Object.keys(EDITS) as Edit["name"][])),
    at: fc.nat(),
    by: fc.nat(),
    bytes: fc.uint8Array({ maxLength: 24 }),
  });
  return fc.array(edit, { minLength: 1, maxLength: 4, size: "max" });
}

/**
 * Bytes with changes made. What finds nothing to change changes nothing.
 *
 * @param other another tree, to take pieces from
 */
export function edited(bytes: Uint8Array, list: readonly Edit[], other: Uint8Array): Uint8Array {
  return list.reduce((all, edit) => EDITS[edit.name](all, edit, other), bytes);
}

type Apply = (all: Uint8Array, edit: Edit, other: Uint8Array) => Uint8Array;

const EDITS = {
  // Of bytes, whatever they mean.

  "flip a bit": (all, { at, by }) => {
    if (all.length === 0) return all;
    const flipped = Uint8Array.from(all);
    flipped[at % all.length] ^= 1 << (by % 8);
    return flipped;
  },
  cut: (all, { at }) => all.subarray(0, at % (all.length + 1)),
  "take out": (all, { at, by }) => {
    const start = at % (all.length + 1);
    return splice(all, start, Math.min(all.length, start + (by % 40)));
  },
  "put in": (all, { at, bytes }) => {
    const start = at % (all.length + 1);
    return splice(all, start, start, bytes);
  },
  "put at the end": (all, { bytes }) => splice(all, all.length, all.length, bytes),
  "other bytes": (_, { bytes }) => bytes,

  // Of items, so that what is around them stays well-formed.

  drop: ofItem(
    ({ parent }) => parent?.major === ARRAY,
    (all, item) => counted(splice(all, item.start, item.end), item, -1),
  ),
  double: ofItem(
    ({ parent }) => parent?.major === ARRAY,
    (all, item) => counted(splice(all, item.end, item.end, bytesOf(all, item)), item, 1),
  ),
  "a hundred times": ofItem(
    ({ parent }) => parent?.major === ARRAY,
    (all, item) => {
      const one = bytesOf(all, item);
      if (one.length > 200) return all;
      const copies = Array.from({ length: 100 }, () => one);
      return counted(splice(all, item.end, item.end, ...copies), item, 100);
    },
  ),
  swap: (all, { at, by }) => {
    const items = itemsOf(all);
    if (items.length === 0) return all;
    const two = [items[at % items.length], items[by % items.length]];
    const [a, b] = two.sort((one, other) => one.start - other.start);
    if (a.end > b.start) return all;
    const between = all.subarray(a.end, b.start);
    return splice(all, a.start, b.end, bytesOf(all, b), between, bytesOf(all, a));
  },
  copy: (all, { at, by }) => {
    const items = itemsOf(all);
    if (items.length === 0) return all;
    const { start, end } = items[at % items.length];
    return splice(all, start, end, bytesOf(all, items[by % items.length]));
  },
  "copy from another file": (all, { at, by }, other) => {
    const [items, others] = [itemsOf(all), itemsOf(other)];
    if (items.length === 0) return all;
    const { start, end } = items[at % items.length];
    return splice(all, start, end, bytesOf(other, others[by % others.length]));
  },
  "nest in tags": ofItem(
    () => true,
    (all, item, { by }) => splice(all, item.start, item.start, nest(TAG, by)),
  ),
  "nest in arrays": ofItem(
    () => true,
    (all, item, { by }) => splice(all, item.start, item.start, nest(ARRAY, by)),
  ),
  "another length": ofItem(
    ({ major }) => major >= BYTES && major < TAG,
    (all, item, { by }) => {
      const length = pick([...LENGTHS, item.argument + 1, Math.max(0, item.argument - 1)], by);
      return splice(all, item.start, item.content, head(item.major, length));
    },
  ),
  "another number": ofItem(
    ({ major }) => major === UNSIGNED,
    (all, item, { by }) =>
      splice(all, item.start, item.end, head(UNSIGNED, by % 2 ? by % 40 : pick(LENGTHS, by))),
  ),
  "another tag": ofItem(
    ({ major }) => major === TAG,
    (all, item, { by }) => splice(all, item.start, item.content, head(TAG, by % 70)),
  ),
  "a longer head": ofItem(
    ({ major, argument }) => major < 7 && argument < 24,
    (all, item, { by }) => splice(all, item.start, item.content, longHead(item, 24 + (by % 4))),
  ),
  "another text": ofItem(
    ({ major }) => major === TEXT || major === BYTES,
    (all, item, { by }) => splice(all, item.start, item.end, string(item.major, pick(TEXTS, by))),
  ),
  "a text of the file": (all, { at, by }) => {
    const texts = itemsOf(all).filter(({ major }) => major === TEXT || major === BYTES);
    if (texts.length === 0) return all;
    const { start, end, major } = texts[at % texts.length];
    const other = texts[by % texts.length];
    return splice(all, start, end, string(major, all.subarray(other.content, other.end)));
  },
  "another item": ofItem(
    () => true,
    (all, item, { by, bytes }) => splice(all, item.start, item.end, randomItem(by, bytes)),
  ),
} satisfies Record<string, Apply>;

const LENGTHS = [
  0,
  1,
  23,
  24,
  255,
  256,
  65_535,
  65_536,
  2 ** 24,
  2 ** 28,
  2 ** 31 - 1,
  2 ** 31,
].concat([2 ** 32 - 4, 2 ** 32 - 1, 2 ** 32, 2 ** 53, 2 ** 63]);

const TEXTS = [
  "",
  "call_interface",
  "use_interface",
  "impl_interface",
  "def_interface",
  "HelloIf",
  "hello-if",
  "namespace",
  "defaults",
  "conditions",
  "__proto__",
  "constructor",
  "arguments",
  "this",
  "__HelloIf_hello",
  "__HelloIf_hello$weak",
  MACRO_MODULE,
  `${MACRO_MODULE}.js`,
  '\u{10ffff}\u0000\n"\\',
  "é".repeat(100),
  "a".repeat(20_000),
].map((value) => Buffer.from(value));
// Half a surrogate pair in WTF-8, no UTF-8 at all, and one that ends too early.
TEXTS.push(Buffer.of(0xed, 0xa0, 0x80), Buffer.of(0xff, 0xfe, 0x80), Buffer.of(0x61, 0xf0, 0x9f));

/** A change of one of the items that can have it. */
function ofItem(
  can: (item: Item) => boolean,
  change: (all: Uint8Array, item: Item, edit: Edit) => Uint8Array,
): Apply {
  return (all, edit) => {
    const items = itemsOf(all).filter(can);
    return items.length === 0 ? all : change(all, items[edit.at % items.length], edit);
  };
}

function itemsOf(all: Uint8Array): Item[] {
  const root = readItem(all);
  return root ? [...walk(root)] : [];
}

function bytesOf(all: Uint8Array, { start, end }: Item): Uint8Array {
  return all.subarray(start, end);
}

function splice(all: Uint8Array, start: number, end: number, ...pieces: Uint8Array[]): Uint8Array {
  return Buffer.concat([all.subarray(0, start), ...pieces, all.subarray(end)]);
}

/** With the number of items of what the item is in put right. */
function counted(all: Uint8Array, { parent }: Item, more: number): Uint8Array {
  const { start, content, argument } = parent!;
  return splice(all, start, content, head(ARRAY, argument + more));
}

function nest(major: number, by: number): Uint8Array {
  const depth = pick([1, 2, 3, 50, 1000, 100_000], by);
  return new Uint8Array(depth).fill(head(major, 1)[0]);
}

function longHead({ major, argument }: Item, short: number): Uint8Array {
  const bytes = new Uint8Array(1 + 2 ** (short - 24));
  bytes[0] = (major << 5) | short;
  bytes[bytes.length - 1] = argument;
  return bytes;
}

function string(major: number, value: Uint8Array): Uint8Array {
  return Buffer.concat([head(major, value.length), value]);
}

/** A well-formed item that the bytes decide. */
function randomItem(by: number, bytes: Uint8Array): Uint8Array {
  const pieces = Array.from(bytes, (byte) => {
    const major = byte >> 5;
    const argument = byte & 31;
    if (major === BYTES || major === TEXT) return string(major, Buffer.alloc(argument, "a"));
    if (major === 7) return Uint8Array.of(0xf4 + (argument % 4));
    // Containers hold nothing but numbers: what nests deeply, the other changes make.
    const item = head(major, argument);
    if (major < BYTES) return item;
    const items = major === TAG ? 1 : major === ARRAY ? argument : argument * 2;
    return Buffer.concat([item, new Uint8Array(items)]);
  });
  return by % 2 && pieces.length > 0
    ? pieces[0]
    : Buffer.concat([head(ARRAY, pieces.length), ...pieces]);
}

function pick<T>(values: readonly T[], by: number): T {
  return values[by % values.length];
}
