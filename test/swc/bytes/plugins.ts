/**
 * A plugin that puts what the host sends into the output: in place of the file's code, one string
 * literal of hexadecimal digits, first those of the unresolved mark. It writes
 *
 *     c1 83 82 00 00 81                Program::Module [span, body [
 *       c2 d3 82 82 00 00              ModuleItem::Stmt (Stmt::Expr [span,
 *         d0 c1 83 82 00 00 5a … 80    Expr::Lit (Lit::Str [span, value, raw])])
 *     80                               ], shebang]
 */
export const RECORDER: string = `
export function __transform_plugin_process_impl(start: usize, length: u32, mark: u32, comments: u32): i32 {
  const digits = 8 + length * 2;
  const result = heap.alloc(25 + digits);
  store<u64>(result, 0xd3c2_8100_0082_83c1);
  store<u64>(result + 8, 0x8283_c1d0_0000_8282);
  store<u16>(result + 16, 0);
  store<u8>(result + 18, 0x5a);
  store<u32>(result + 19, bswap<u32>(digits));
  let to = result + 23;
  for (let shift = 28; shift >= 0; shift -= 4) store<u8>(to++, hexDigit((mark >> shift) & 15));
  for (let i: u32 = 0; i < length; i++) {
    const byte = load<u8>(start + i);
    store<u8>(to++, hexDigit(byte >> 4));
    store<u8>(to++, hexDigit(byte & 15));
  }
  store<u16>(to, 0x8080);
  if (load<u8>(start) == 0xc2) {
    // A script: its statements are no ModuleItems, so there is a tag less.
    store<u32>(result + 1, 0x0082_83c2);
    store<u16>(result + 5, 0x8100);
    setResult(result + 1, 24 + digits);
    return 0;
  }
  setResult(result, 25 + digits);
  return 0;
}
`;

/** A plugin whose result is in its options: `{ "hex": "c183…" }`. */
export const REPLAY: string = `
export function __transform_plugin_process_impl(start: usize, length: u32, mark: u32, comments: u32): i32 {
  const answer = heap.alloc(8);
  getConfig(answer);
  let at = <usize>load<u32>(answer);
  const end = at + load<u32>(answer, 4);
  // Behind the head of the text, whose length takes one, two or four bytes, and behind {"hex":"
  at += 1 + (1 << (load<u8>(at) - 0x78)) + 8;
  const result = heap.alloc(end - at);
  let to = result;
  for (; load<u8>(at) != 34; at += 2) {
    store<u8>(to++, (valueOf(load<u8>(at)) << 4) | valueOf(load<u8>(at + 1)));
  }
  setResult(result, to - result);
  return 0;
}
`;

/** Answers with how many nodes of a tree the plugin's table of shapes does not know; -1 for no tree. */
export const UNKNOWN_NODES: string = `
import { Node } from "./swc-plugin/ast/node.ts";
import { Type } from "./swc-plugin/ast/shapes.ts";
import { Tree } from "./swc-plugin/ast/tree.ts";

export function __transform_plugin_process_impl(start: usize, length: u32, mark: u32, comments: u32): i32 {
  const root = new Tree(start, start + length).root;
  if (!root) return -1;
  let count = 0;
  for (let node: Node | null = root; node; node = node.following(root)) {
    if (node.type == Type.Opaque) count++;
  }
  return count;
}
`;
