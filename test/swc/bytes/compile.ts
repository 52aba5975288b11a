import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import asc from "assemblyscript/asc";

const ROOT = resolve(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, ".tmp/swc-bytes");

/** Compiles AssemblyScript that stands in the root of the repository, as the plugin is compiled. */
export async function compile(source: string): Promise<Uint8Array> {
  let binary = new Uint8Array();
  const { error, stderr } = await asc.main(
    ["entry.ts", "--outFile", "out.wasm", "--runtime", "stub", "-O2", "--use", "abort="],
    {
      readFile: (name) => {
        if (name === "entry.ts") return source;
        // asc appends `.ts` to a specifier that has it already.
        const file = resolve(ROOT, name.replace(/\.ts\.ts$/, ".ts"));
        try {
          return file.startsWith(ROOT) ? readFileSync(file, "utf8") : null;
        } catch {
          return null;
        }
      },
      writeFile: (_, contents) => {
        binary = contents as Uint8Array<ArrayBuffer>;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(stderr.toString());
  return binary;
}

/** Compiles a plugin into a file, which is what hosts take. Answers its path. */
export async function compilePlugin(name: string, source: string): Promise<string> {
  const file = join(FOLDER, `${process.pid}-${name}.wasm`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, await compile(PLUGIN + source));
  return file;
}

/** What every plugin exports but the transformation itself. The handshake is `["0", "0", "0", 1]`. */
const PLUGIN = `
@external("env", "__set_transform_result")
declare function setResult(start: usize, length: usize): void;
@external("env", "__set_transform_plugin_core_pkg_diagnostics")
declare function setHandshake(start: usize, length: usize): void;
@external("env", "__get_transform_plugin_config")
declare function getConfig(answer: usize): i32;

export function __alloc(size: usize): usize {
  return heap.alloc(size);
}
export function __free(start: usize, size: usize): i32 {
  return 0;
}
export function __get_transform_plugin_core_pkg_diag(): i32 {
  const start = heap.alloc(8);
  store<u64>(start, 0x0130_6130_6130_6184);
  setHandshake(start, 8);
  return 0;
}
function hexDigit(value: u32): u8 {
  return <u8>(value < 10 ? 48 + value : 87 + value);
}
function valueOf(digit: u8): u8 {
  return digit < 58 ? digit - 48 : digit - 87;
}
`;
