import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebAssembly } from "./bytes/web-assembly.ts";

// The plugin as a file: what is published.

const ROOT = join(import.meta.dirname, "../..");
const ELSEWHERE = join(ROOT, ".tmp", `swc-wasm-${process.pid}`);
const BUILT_FROM = ["swc-plugin", "src", "scripts"];

let wasm: Uint8Array<ArrayBuffer>;

beforeAll(() => {
  wasm = Uint8Array.from(readFileSync(join(ROOT, "dist/crate-interface.wasm")));
});

afterAll(() => rmSync(ELSEWHERE, { recursive: true, force: true }));

test("is the same, byte for byte, wherever it is built", () => {
  for (const each of BUILT_FROM) {
    cpSync(join(ROOT, each), join(ELSEWHERE, "a/deeper/folder", each), { recursive: true });
  }
  const script = join(ELSEWHERE, "a/deeper/folder/scripts/build-swc-plugin.mjs");
  const output = join(ELSEWHERE, "out.wasm");
  execFileSync(process.execPath, [script, output], { cwd: ELSEWHERE, env: { TZ: "Asia/Tokyo" } });
  expect(readFileSync(output).equals(wasm)).toBe(true);
});

test("is smaller than 64 kB", () => {
  expect(wasm.length).toBeLessThan(64_000);
});

describe("fits the hosts", () => {
  test("by what it exports", () => {
    const found = WebAssembly.Module.exports(new WebAssembly.Module(wasm));
    expect(found.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
      "function __alloc",
      "function __free",
      "function __get_transform_plugin_core_pkg_diag",
      "function __transform_plugin_process_impl",
      "memory memory",
    ]);
  });

  // Where a host lacks one of them it says no more than that it failed to invoke the plugin.
  test("by importing nothing that a host lacks", () => {
    const found = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
    expect(found.map(({ module, name, kind }) => `${module} ${kind} ${name}`).sort()).toEqual([
      "env function __add_leading_comments_proxy",
      "env function __add_pure_comment_proxy",
      "env function __add_trailing_comments_proxy",
      "env function __copy_comment_to_host_env",
      "env function __emit_diagnostics",
      "env function __get_transform_context",
      "env function __get_transform_plugin_config",
      "env function __lookup_byte_offset_proxy",
      "env function __set_transform_plugin_core_pkg_diagnostics",
      "env function __set_transform_result",
      "env function __syntax_context_apply_mark_proxy",
      "env function __take_leading_comments_proxy",
      "env function __take_trailing_comments_proxy",
    ]);
  });
});
