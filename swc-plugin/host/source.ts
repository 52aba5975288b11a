import { askSource } from "./abi.ts";
import { ANSWER, answeredText } from "./answer.ts";

/** Rust's `Result::Ok`: the head of a tag of number 1. */
const OK: u8 = 0xc1;

/**
 * A piece of the file as it is written, types included; empty where the host has no source.
 *
 * @param lo the first byte, from 1
 * @param hi the first byte behind it
 */
export function sourceText(lo: u32, hi: u32): string {
  if (lo >= hi || askSource(lo, hi, ANSWER) == 0) return "";
  // An error has texts too: such as the name of the file that a position of another plugin is in.
  if (load<u8>(load<u32>(ANSWER)) != OK) return "";
  const text = answeredText();
  return text ? text : "";
}
