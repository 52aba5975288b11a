import { MACRO_MODULE } from "../src/naming.ts";

/**
 * Whether bytes contain the name of the macro module: a file whose tree does not has no macros, and
 * is none of our business whatever its encoding. Horspool's search ("Practical fast searching in
 * strings", 1980): most bytes are never looked at.
 */
export function mentionsMacros(start: usize, length: usize): bool {
  const pattern = String.UTF8.encode(MACRO_MODULE);
  const needle = changetype<usize>(pattern);
  const last: usize = pattern.byteLength - 1;
  const shifts = new StaticArray<u8>(256).fill(<u8>(last + 1));
  for (let i: usize = 0; i < last; i++) shifts[load<u8>(needle + i)] = <u8>(last - i);
  const end = start + length;
  for (let at = start; at + last < end; at += shifts[load<u8>(at + last)]) {
    if (memory.compare(at, needle, last + 1) == 0) return true;
  }
  return false;
}
