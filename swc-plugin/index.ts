/**
 * The SWC plugin: what the host calls. It makes a new instance for each file.
 *
 * @module
 */
// First, before data is used.
import "./unpack.ts";
import { Message } from "../src/messages/message.ts";
import { hostTooOld, unreadableProgram } from "../src/messages/swc.ts";
import { Tree } from "./ast/tree.ts";
import { Writer } from "./cbor/writer.ts";
import { expand } from "./expand/expand.ts";
import { Module } from "./expand/module.ts";
import { readMacros } from "./expand/read-macros.ts";
import { Reader } from "./expand/reader.ts";
import { Problem, Range } from "./expand/site.ts";
import { applyMark, sendHandshake, sendResult } from "./host/abi.ts";
import { report } from "./host/diagnostics.ts";
import { isOldHost, refuseOldHost, sendOldHandshake } from "./host/old-host.ts";
import { contradictedBy, readOptions } from "./host/options.ts";
import { openSource } from "./host/source.ts";
import { mentionsMacros } from "./mentions.ts";

/** The host allocates what it answers, and the program. */
export function __alloc(size: usize): usize {
  return heap.alloc(size);
}

/** Nothing is freed: the instance ends with the file. */
export function __free(_address: usize, _size: i32): i32 {
  return 0;
}

/**
 * Tells the host which interface the plugin was built for. Of a host that is too old this is the first
 * question, and it does not survive an answer in CBOR.
 */
export function __get_transform_plugin_core_pkg_diag(): i32 {
  if (isOldHost()) {
    sendOldHandshake();
    return 0;
  }
  // The versions of swc_core and of its schema. Hosts compare the latter only.
  const out = new Writer(16);
  out.array(4);
  for (let i = 0; i < 3; i++) out.text("");
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
  if (isOldHost()) {
    refuseOldHost(hostTooOld());
    sendResult(start, length);
    return 0;
  }
  const reader = read(start, length, unresolvedMark);
  if (!reader) {
    sendResult(start, length);
    return 0;
  }
  const out = new Writer(length + length / 4);
  expand(reader, out);
  sendResult(out.start, out.length);
  return 0;
}

/** Reads the macros of a program; `null` when that cannot be expanded, which is reported. */
function read(start: usize, length: usize, unresolvedMark: u32): Reader | null {
  const wrong = readOptions();
  if (wrong) return refuse(wrong);
  const tree = new Tree(start, start + length);
  const root = tree.root;
  if (!root) return refuse(unreadableProgram());
  const contradicted = contradictedBy(root);
  if (contradicted) return refuse(contradicted);
  openSource(root.lo);
  const reader = readMacros(new Module(tree, root, applyMark(0, unresolvedMark)));
  const problems = reader.sites.problems;
  if (problems.length == 0) return reader;
  report(problems);
  return null;
}

/** Reports what concerns no place in the file. */
function refuse(message: Message): Reader | null {
  report([new Problem(message, new Range(0, 0), null, "")]);
  return null;
}
