/**
 * What the host calls, and what it can be asked: the interface of swc_plugin_runner
 * (crates/swc_plugin_runner/src/imported_fn). Lengths are in bytes; everything crosses as CBOR.
 * A function that answers calls `__alloc`, writes address and length of the answer at `answer`, and
 * returns 1.
 *
 * @module
 */

@external("env", "__set_transform_plugin_core_pkg_diagnostics")
declare function sendHandshake(start: usize, length: usize): void;

@external("env", "__set_transform_result")
declare function sendResult(start: usize, length: usize): void;

@external("env", "__emit_diagnostics")
declare function sendDiagnostic(start: usize, length: usize): void;

@external("env", "__get_transform_plugin_config")
declare function askConfig(answer: usize): i32;

@external("env", "__get_transform_context")
declare function askContext(key: u32, answer: usize): i32;

@external("env", "__syntax_context_apply_mark_proxy")
declare function applyMark(ctxt: u32, mark: u32): u32;

@external("env", "__lookup_byte_offset_proxy")
declare function askFile(position: u32, answer: usize): i32;

@external("env", "__add_pure_comment_proxy")
declare function addPure(position: u32): void;

@external("env", "__take_leading_comments_proxy")
declare function takeLeading(position: u32, answer: usize): i32;

@external("env", "__take_trailing_comments_proxy")
declare function takeTrailing(position: u32, answer: usize): i32;

/** Comments for the next call that adds some. */
@external("env", "__copy_comment_to_host_env")
declare function handComments(start: usize, length: usize): void;

@external("env", "__add_leading_comments_proxy")
declare function addLeading(position: u32): void;

@external("env", "__add_trailing_comments_proxy")
declare function addTrailing(position: u32): void;

export {
  addLeading,
  addPure,
  addTrailing,
  applyMark,
  askConfig,
  askContext,
  askFile,
  handComments,
  sendDiagnostic,
  sendHandshake,
  sendResult,
  takeLeading,
  takeTrailing,
};
