/**
 * The SWC plugin: what the host calls. It makes a new instance for each file.
 *
 * @module
 */
import { unknownEncoding } from "../src/messages/swc.ts";
import { Tree } from "./ast/tree.ts";
import { Writer } from "./cbor/writer.ts";
import { expand } from "./expand/expand.ts";
import { Module } from "./expand/module.ts";
import { readMacros } from "./expand/read-macros.ts";
import { Problem, Range } from "./expand/site.ts";
import { applyMark, sendHandshake, sendResult } from "./host/abi.ts";
import { report } from "./host/diagnostics.ts";
import { mentionsMacros } from "./mentions.ts";

/** The host allocates what it answers, and the program. */
export function __alloc(size: usize): usize {
  return heap.alloc(size);
}

/** Nothing is freed: the instance ends with the file. */
export function __free(_address: usize, _size: i32): i32 {
  return 0;
}

/** Tells the host which interface the plugin was built for: the version of its schema is all it reads. */
export function __get_transform_plugin_core_pkg_diag(): i32 {
  const out = new Writer(64);
  out.array(4);
  out.text("crate-interface");
  out.text("");
  out.text("");
  out.uint(1);
  sendHandshake(out.start, out.length);
  return 0;
}

/**
 * Expands the macros of a program.
 *
 * @param unresolvedMark the mark of names that nothing in the file declares
 * @returns 0: what is wrong with the file is reported as diagnostics, and leaves it as it is
 */
export function __transform_plugin_process_impl(
  start: usize,
  length: i32,
  unresolvedMark: u32,
  _hasComments: i32,
): i32 {
  if (!mentionsMacros(start, length)) {
    sendResult(start, length);
    return 0;
  }
  const option = givenOption();
  const tree = new Tree(start, start + length);
  const root = tree.root;
  if (!root || option) {
    reportHost(option ? unknownSwcOption(option) : unreadable());
    sendResult(start, length);
    return 0;
  }
  const reader = readMacros(new Module(tree, root, applyMark(0, unresolvedMark)));
  const problems = reader.sites.problems;
  if (problems.length > 0) {
    report(problems);
    sendResult(start, length);
    return 0;
  }
  const out = new Writer(length + length / 4);
  expand(reader, out);
  sendResult(out.start, out.length);
  return 0;
}
