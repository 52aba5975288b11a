import { Head, Major } from "../cbor/head.ts";
import { askSource } from "./abi.ts";
import { ANSWER } from "./answer.ts";

/** Rust's `Result::Ok`: the number of a tag. */
const OK = 1;

const head = new Head();

/**
 * Where the host has put a piece of the file, types included, as so many bytes of UTF-8; 0 where it has
 * no source.
 *
 * @param lo the first byte, from 1
 * @param hi the first byte behind it
 */
export function sourceAt(lo: u32, hi: u32): usize {
  if (lo >= hi || askSource(lo, hi, ANSWER) == 0) return 0;
  const at = load<u32>(ANSWER);
  const end = at + load<u32>(ANSWER, 4);
  // An error has texts too: such as the name of the file that a position of another plugin is in.
  if (!head.read(at, end) || head.major != Major.Tag || head.argument != OK) return 0;
  if (!head.read(head.next, end) || head.major != Major.Text) return 0;
  return head.argument == hi - lo && head.next + head.argument == end ? head.next : 0;
}

/** The same as a text, empty where there is none. */
export function sourceText(lo: u32, hi: u32): string {
  const at = sourceAt(lo, hi);
  return at == 0 ? "" : String.UTF8.decodeUnsafe(at, hi - lo);
}
