import { askSource } from "./abi.ts";
import { ANSWER, answeredText } from "./answer.ts";

/**
 * A piece of the file as it is written, types included; empty where the host has no source.
 *
 * @param lo the first byte, from 1
 * @param hi the first byte behind it
 */
export function sourceText(lo: u32, hi: u32): string {
  if (lo >= hi || askSource(lo, hi, ANSWER) == 0) return "";
  const text = answeredText();
  return text ? text : "";
}
