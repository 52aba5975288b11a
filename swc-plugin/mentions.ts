import { MACRO_MODULE } from "../src/naming.ts";
import { Search } from "./cbor/search.ts";

/**
 * Whether bytes contain the name of the macro module: a file whose tree does not has no macros, and
 * is none of our business whatever its encoding.
 */
export function mentionsMacros(start: usize, length: usize): bool {
  return Search.forBytes(MACRO_MODULE).first(start, start + length) != 0;
}
