import { Head, Major, skip } from "../cbor/head.ts";
import { askFile } from "./abi.ts";
import { ANSWER } from "./answer.ts";

// Positions are bytes, from where the file begins among all that the host has read. Other plugins make
// nodes with positions that are nowhere: 0, those that swc_common reserves at the end of all numbers, or
// one in the middle of a character, where the host panics if asked for the text. So the file is asked for
// once, by what it surely has, and pieces are cut here.

/** The position of the first byte, and the one behind the last: without a file no position is between. */
let first: u32 = 1;
let behind: u32 = 0;
/** The address of what would be the byte at position 0. */
let origin: usize = 0;

/** The fields of swc_common's `SourceFile` before its text. */
const BEFORE_TEXT = 4;

const head = new Head();

/** Takes the file that a position is in, types included. Until then nothing is in a file. */
export function openSource(position: u32): void {
  // The host panics for 0. Any other position is that of some file.
  if (askFile(max<u32>(position, 1), ANSWER) == 0) return;
  let at: usize = load<u32>(ANSWER);
  const end = at + load<u32>(ANSWER, 4);
  // The file, and how many bytes before the position it begins.
  if (!head.read(at, end) || head.major != Major.Array) return;
  if (!head.read(head.next, end) || head.major != Major.Array) return;
  at = head.next;
  for (let i = 0; i < BEFORE_TEXT; i++) {
    at = skip(at, end);
    if (at == 0) return;
  }
  if (!head.read(at, end) || head.major != Major.Text || head.argument > <u32>(end - head.next))
    return;
  const text = head.next;
  const length = head.argument;
  // A hash of it, and where it begins.
  at = skip(text + length, end);
  if (at == 0 || !head.read(at, end) || head.major != Major.Unsigned) return;
  first = head.argument;
  behind = first + length;
  origin = text - first;
}

/** The first position in the file. */
export function firstPosition(): u32 {
  return first;
}

/** The position behind the last byte of the file. */
export function positionBehind(): u32 {
  return behind;
}

/** Whether a piece of the file is one, empty pieces included. */
export function isInSource(lo: u32, hi: u32): bool {
  return lo >= first && lo <= hi && hi <= behind;
}

/** Whether a piece of the file is one that begins and ends between characters. */
export function isText(lo: u32, hi: u32): bool {
  return isInSource(lo, hi) && isBetween(lo) && isBetween(hi);
}

/** A byte of the file. */
export function byteAt(position: u32): u8 {
  return load<u8>(origin + position);
}

/** A piece of the file as it is written; empty for what is none. */
export function sourceText(lo: u32, hi: u32): string {
  return isText(lo, hi) ? String.UTF8.decodeUnsafe(origin + lo, hi - lo) : "";
}

/** Whether a position is not within a character of UTF-8. */
function isBetween(position: u32): bool {
  return position == behind || (byteAt(position) & 0xc0) != 0x80;
}
