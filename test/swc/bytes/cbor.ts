import { isUtf8 } from "node:buffer";

/** CBOR (RFC 8949), read by other code than the plugin's: what the fuzzer takes apart and judges. */

export const UNSIGNED = 0;
export const BYTES = 2;
export const TEXT = 3;
export const ARRAY = 4;
export const MAP = 5;
export const TAG = 6;

/** One item: where it stands, and what it is made of. */
export interface Item {
  major: number;
  /** A number, a tag's number, how many bytes or items follow; what does not fit is rounded. */
  argument: number;
  start: number;
  /** Behind the head. */
  content: number;
  end: number;
  items: Item[];
  parent: Item | null;
}

/** The item that so many bytes are, with all that is in it; `null` if they are not exactly one. */
export function readItem(bytes: Uint8Array): Item | null {
  let root: Item | null = null;
  // Innermost last: what still lacks items. A loop, since fuzzers nest 100,000 deep.
  const open: { item: Item; missing: number }[] = [];
  for (let at = 0; at < bytes.length || open.length > 0; ) {
    if (root !== null && open.length === 0) return null;
    const parent = open.at(-1);
    const item = readHead(bytes, at, parent?.item ?? null);
    if (item === null) return null;
    at = item.end;
    if (parent) {
      parent.item.items.push(item);
      parent.missing--;
    } else {
      root = item;
    }
    const missing = itemsIn(item);
    if (missing > bytes.length - at) return null;
    if (missing > 0) open.push({ item, missing });
    while (open.at(-1)?.missing === 0) open.pop()!.item.end = at;
  }
  return root;
}

function itemsIn({ major, argument }: Item): number {
  if (major === ARRAY) return argument;
  if (major === MAP) return argument * 2;
  return major === TAG ? 1 : 0;
}

/** A head, and the bytes of a string. Lengths are definite: the host writes no others. */
function readHead(bytes: Uint8Array, start: number, parent: Item | null): Item | null {
  if (start >= bytes.length) return null;
  const major = bytes[start] >> 5;
  const short = bytes[start] & 31;
  if (short > 27) return null;
  const width = short < 24 ? 0 : 2 ** (short - 24);
  const content = start + 1 + width;
  if (content > bytes.length) return null;
  let argument = short < 24 ? short : 0;
  for (let i = start + 1; i < content; i++) argument = argument * 256 + bytes[i];
  const end = major === BYTES || major === TEXT ? content + argument : content;
  if (end > bytes.length) return null;
  return { major, argument, start, content, end, items: [], parent };
}

/** An item and all that is in it, in the order of the bytes. */
export function* walk(root: Item): Generator<Item> {
  const pending = [root];
  for (let item = pending.pop(); item; item = pending.pop()) {
    yield item;
    for (let i = item.items.length - 1; i >= 0; i--) pending.push(item.items[i]);
  }
}

/** The text of an item that is one, as text or as bytes. */
export function textOf(bytes: Uint8Array, { major, content, end }: Item): string | null {
  if (major !== TEXT && major !== BYTES) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset + content, end - content).toString();
}

/** Whether an item is a text as RFC 8949 wants it: UTF-8, which Rust's hosts insist on. */
export function isText(bytes: Uint8Array, { major, content, end }: Item): boolean {
  return major === TEXT && isUtf8(bytes.subarray(content, end));
}

/** A head, in as few bytes as it fits into. */
export function head(major: number, argument: number): Uint8Array {
  const initial = major << 5;
  if (argument < 24) return Uint8Array.of(initial | argument);
  const power = argument < 2 ** 8 ? 0 : argument < 2 ** 16 ? 1 : argument < 2 ** 32 ? 2 : 3;
  const bytes = new Uint8Array(1 + 2 ** power);
  bytes[0] = initial | (24 + power);
  let rest = BigInt(argument);
  for (let i = bytes.length - 1; i > 0; i--, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return bytes;
}

/** A text string. */
export function text(value: string): Uint8Array {
  const bytes = Buffer.from(value);
  return Buffer.concat([head(TEXT, bytes.length), bytes]);
}
