/**
 * What the host calls, and what it can be asked: the interface of swc_plugin_runner
 * (crates/swc_plugin_runner/src/imported_fn). Lengths are in bytes; everything crosses as CBOR.
 * A function that answers calls `__alloc`, writes address and length of the answer at `answer`, and
 * returns 1.
 *
 * @module
 */

@external("env", "__set_transform_plugin_core_pkg_diagnostics")
export declare function sendHandshake(start: usize, length: usize): void;

@external("env", "__set_transform_result")
export declare function sendResult(start: usize, length: usize): void;

@external("env", "__emit_diagnostics")
export declare function sendDiagnostic(start: usize, length: usize): void;

@external("env", "__get_transform_plugin_config")
export declare function askConfig(answer: usize): i32;

@external("env", "__get_transform_context")
export declare function askContext(key: u32, answer: usize): i32;

@external("env", "__syntax_context_apply_mark_proxy")
export declare function applyMark(ctxt: u32, mark: u32): u32;

@external("env", "__lookup_byte_offset_proxy")
export declare function askFile(position: u32, answer: usize): i32;

@external("env", "__add_pure_comment_proxy")
export declare function addPure(position: u32): void;

@external("env", "__take_leading_comments_proxy")
export declare function takeLeading(position: u32, answer: usize): i32;

@external("env", "__take_trailing_comments_proxy")
export declare function takeTrailing(position: u32, answer: usize): i32;

/** Comments for the next call that adds some. */
@external("env", "__copy_comment_to_host_env")
export declare function handComments(start: usize, length: usize): void;

@external("env", "__add_leading_comments_proxy")
export declare function addLeading(position: u32): void;

@external("env", "__add_trailing_comments_proxy")
export declare function addTrailing(position: u32): void;
