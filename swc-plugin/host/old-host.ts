import { Message } from "../../src/messages/message.ts";
import { Head, Major } from "../cbor/head.ts";
import { askConfig, sendDiagnostic, sendHandshake } from "./abi.ts";
import { ANSWER } from "./answer.ts";
import { textOf } from "./text.ts";

// Up to @swc/core 1.14 and Next.js 16.0 everything crosses as what rkyv makes of Rust's values: laid out as
// C does, with what they refer to before them, at offsets from the reference. Such a host is refused in
// its own language. Most of these hosts do not check what they are sent: an answer in CBOR crashes the
// process, or passes.

/** How a reference to a text says its length. */
enum Dialect {
  /** The host speaks CBOR. */
  None,
  /** As a number: rkyv 0.7, up to @swc/core 1.9. */
  Plain,
  /** With two marker bits between the lower six bits and the others: rkyv 0.8. */
  Marked,
}

let dialect: Dialect = Dialect.None;

/** Finds out whether the host is one that does not speak CBOR, by asking it for a text. */
export function isOldHost(): bool {
  if (askConfig(ANSWER) == 0) return false;
  const start: usize = load<u32>(ANSWER);
  const length: usize = load<u32>(ANSWER, 4);
  const end = start + length;
  const head = new Head();
  const isCbor =
    head.read(start, end) && head.major == Major.Text && head.argument == <u32>(end - head.next);
  if (isCbor || length < REFERENCE) return false;
  dialect = isPlain(end, length) ? Dialect.Plain : Dialect.Marked;
  return true;
}

/** The size of a reference to a text: its length, and where it is. */
const REFERENCE: usize = 8;

/** How the answer, which ends in the reference to its text or in a short text itself, says lengths. */
function isPlain(end: usize, length: usize): bool {
  const last = load<u8>(end - 1);
  // Where the text itself is in the place of the reference, rkyv 0.7 has its length behind it.
  if (last < REFERENCE) return true;
  // An offset goes back, so it ends in ones. A marked length is more than the whole answer has.
  return last == 0xff && load<u32>(end - REFERENCE) <= <u32>length;
}

/** The handshake, a `PluginCorePkgDiagnostics`: three texts, and the version of the schema. */
export function sendOldHandshake(): void {
  const out = new Archive(64);
  const texts = new StaticArray<usize>(3);
  // Each has bytes of its own: hosts that check want every byte to belong to one value.
  for (let i = 0; i < 3; i++) texts[i] = out.text("crate-interface ");
  for (let i = 0; i < 3; i++) out.reference(texts[i], 16);
  out.number(1);
  sendHandshake(out.start, out.length);
}

/** Reports to an old host an error without a place, a `Diagnostic`. */
export function refuseOldHost(message: Message): void {
  const text = textOf(message, "");
  const length = String.UTF8.byteLength(text);
  const out = new Archive(length + 128);
  const bytes = out.text(text);
  const styled = out.next;
  out.reference(bytes, length);
  out.number(10); // Style::NoStyle
  out.number(0);
  const diagnostic = out.next;
  out.number(3); // Level::Error
  out.list(styled, 1);
  for (let i = 0; i < 4; i++) out.number(0); // code: None
  // Primary spans, labels, children, suggestions.
  for (let i = 0; i < 4; i++) out.list(diagnostic, 0);
  sendDiagnostic(out.start, out.length);
}

/** Values as rkyv lays them out. */
class Archive {
  readonly start: usize;
  /** The address of the next value. */
  next: usize;

  constructor(capacity: usize) {
    this.start = heap.alloc(capacity);
    this.next = this.start;
  }

  get length(): usize {
    return this.next - this.start;
  }

  /** The bytes of a text, padded to where numbers may stand; returns their address. */
  text(value: string): usize {
    const at = this.next;
    const length = String.UTF8.encodeUnsafe(changetype<usize>(value), value.length, at);
    this.next = (at + length + 3) & ~3;
    memory.fill(at + length, 0, this.next - at - length);
    return at;
  }

  number(value: u32): void {
    store<u32>(this.next, value);
    this.next += 4;
  }

  /** An `ArchivedString` of more than eight bytes. */
  reference(text: usize, length: u32): void {
    const at = this.next;
    this.number(dialect == Dialect.Plain ? length : ((length & ~63) << 2) | 128 | (length & 63));
    this.number(<u32>(text - at));
  }

  /** An `ArchivedVec`. */
  list(items: usize, count: u32): void {
    this.number(<u32>(items - this.next));
    this.number(count);
  }
}
