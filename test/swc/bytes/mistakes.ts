/** What bad plugins are run on. */
export const FILE: string = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
before();
call_interface(HelloIf.hello("world", "crate-interface/other"));
`;

/** What a plugin may do wrong, how, and what the fuzzer says of it. */
export const MISTAKES: readonly { what: string; code: string; seen: RegExp }[] = [
  { what: "traps", code: "unreachable();", seen: /RuntimeError: unreachable/ },
  { what: "never ends", code: "while (true) {}", seen: /OutOfSteps/ },
  { what: "recurses without end", code: "recurse(start);", seen: /RangeError|OutOfSteps/ },
  { what: "reads where nothing is", code: "load<u8>(-1);", seen: /RuntimeError: memory/ },
  { what: "takes much memory", code: "memory.grow(100);", seen: /bytes of memory/ },
  { what: "fails", code: "setResult(start, length); return 1;", seen: /returned 1/ },
  { what: "has no result", code: "return 0;", seen: /0 results/ },
  { what: "has two results", code: "setResult(start, length);", seen: /2 results/ },
  {
    what: "sends nonsense",
    code: "sendDiagnostic(start, length);",
    seen: /diagnostic is no error/,
  },
  { what: "has the host die", code: "addPure(0);", seen: /HostDies/ },
  { what: "loses the end", code: "length--;", seen: /no program/ },
  { what: "leaves the macros imported", code: `put("world", "w0rld");`, seen: /still imported/ },
  {
    what: "loses a statement",
    code: `put("macro", "other"); put("before", "behind");`,
    seen: /statement at \d+ is lost/,
  },
  {
    what: "makes up names",
    code: `put("macro", "other"); put("world", "w0rld");`,
    seen: /"w0rld" is new/,
  },
];

/** A plugin that makes the mistake which the unresolved mark says, and none at a higher one. */
export const BAD_PLUGIN: string = `
@external("env", "__emit_diagnostics")
declare function sendDiagnostic(start: usize, length: usize): void;
@external("env", "__add_pure_comment_proxy")
declare function addPure(position: u32): void;

let start: usize = 0;
let length: u32 = 0;

/** Writes a text where the tree has another one of the same length first. */
function put(old: string, text: string): void {
  const pattern = String.UTF8.encode(old);
  let at = start;
  while (memory.compare(at, changetype<usize>(pattern), pattern.byteLength) != 0) at++;
  String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, at);
}
function recurse(at: usize): usize {
  return recurse(at + 1) + 1;
}
export function __transform_plugin_process_impl(at: usize, size: u32, mark: u32, comments: u32): i32 {
  start = at;
  length = size;
  switch (mark) {
    ${MISTAKES.map(({ code }, mark) => `case ${mark}: { ${code} break; }`).join("\n    ")}
    default:
  }
  setResult(start, length);
  return 0;
}
`;
