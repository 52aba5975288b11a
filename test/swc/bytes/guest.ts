import binaryen from "assemblyscript/binaryen";
import { Imports } from "./imports.ts";
import { WebAssembly } from "./web-assembly.ts";

/** What the host has to say about one file. */
export interface Call {
  /** The tree. */
  bytes: Uint8Array;
  /** The unresolved mark. */
  mark: number;
  /** The file, which spans are about. */
  code: string;
  /** The options: JSON in a text of CBOR, or other bytes to see what happens. */
  config: Uint8Array;
}

/** What the plugin did with it. */
export interface Run {
  /** What it returned: 0 is success. */
  status: number | null;
  /** What ended it, if it did not return: a trap, or {@link OutOfSteps}. */
  ended: Error | null;
  /** What it set as the result, each time. */
  results: Uint8Array[];
  diagnostics: Uint8Array[];
  /** How many functions and rounds of loops it began. */
  steps: number;
  /** The size of its memory, in bytes. */
  memory: number;
}

export class OutOfSteps extends Error {
  override name = "OutOfSteps";
}

/** A plugin in Node.js, with the interface that @swc/core gives it. */
export class Guest {
  readonly #module: object;

  constructor(binary: Uint8Array) {
    this.#module = new WebAssembly.Module(counted(binary));
  }

  /** Runs the plugin as the host does: a new instance, the handshake, one file. */
  run(call: Call, maxSteps: number): Run {
    const run: Run = {
      status: null,
      ended: null,
      results: [],
      diagnostics: [],
      steps: 0,
      memory: 0,
    };
    const imports = new Imports(call, run);
    const { exports } = new WebAssembly.Instance(this.#module, { env: imports.env });
    imports.exports = exports;
    const steps = Math.min(maxSteps, MOST_STEPS);
    exports.stepsLeft.value = steps;
    try {
      exports.__get_transform_plugin_core_pkg_diag();
      const start = imports.give(call.bytes);
      run.status = exports.__transform_plugin_process_impl(start, call.bytes.length, call.mark, 1);
      exports.__free(start, call.bytes.length);
    } catch (error) {
      run.ended = error as Error;
    }
    run.memory = exports.memory.buffer.byteLength;
    run.steps = steps - exports.stepsLeft.value;
    if (exports.stepsLeft.value < 0) run.ended = new OutOfSteps();
    return run;
  }
}

/** As many as an integer of WebAssembly counts. */
const MOST_STEPS = 2 ** 31 - 1;

/**
 * Has a module count down where a function and where a round of a loop begins, and trap below zero. So
 * what never ends is found the same on every machine.
 */
function counted(binary: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = binaryen.readBinary(binary);
  module.setFeatures(binaryen.Features.All);
  // It calls an import, in the place of which is put what counts.
  module.runPasses(["log-execution"]);
  module.removeFunction("log_execution");
  const { i32 } = module;
  const left = (): number => module.global.get("stepsLeft", binaryen.i32);
  const count = module.block(null, [
    module.global.set("stepsLeft", i32.sub(left(), i32.const(1))),
    module.if(i32.lt_s(left(), i32.const(0)), module.unreachable()),
  ]);
  module.addFunction("log_execution", binaryen.i32, binaryen.none, [], count);
  module.addGlobal("stepsLeft", binaryen.i32, true, i32.const(MOST_STEPS));
  module.addGlobalExport("stepsLeft", "stepsLeft");
  const result = module.emitBinary() as Uint8Array<ArrayBuffer>;
  module.dispose();
  return result;
}
