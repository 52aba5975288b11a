import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { copyExample } from "./copy.ts";

// What the proposal has as compilation errors of signatures and traits, `tsc` says.

const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

test("what does not fit a facade is a type error, in the package that it is in", () => {
  using copy = copyExample();
  const wrong = (file: string, from: string, to: string) => copy.edit(`packages/${file}`, from, to);
  // Another signature.
  wrong("getrandom-system/src/node.ts", "getrandom(dest)", "getrandom(dest: string[])");
  wrong("getrandom-system/src/node.ts", "randomFillSync(dest)", "dest.pop()");
  // A member left out, and one too many.
  wrong("log-noop/src/index.ts", "  flush() {},\n", "");
  wrong("log-memory/src/index.ts", "  flush() {},\n", "  flush() {},\n  close() {},\n");
  // A class that is none of the kind.
  wrong("alloc-pool/src/index.ts", "GlobalAlloc: PoolAlloc", "GlobalAlloc: Map");
  // Of the program's allocator no more is known than the facade says, nor of which type it is.
  copy.write(
    "packages/vec/src/wrong.ts",
    `import { GlobalAlloc, HeapAlloc } from "alloc";
import { f64, Vec } from "./index.ts";

class Other extends HeapAlloc { other = 1; }
export const of: Vec<number, Other> = new Vec(f64, new Other());
export const without: Vec<number, Other> = new Vec<number, Other>(f64);
new GlobalAlloc().reset();
`,
  );
  const { stdout } = spawnSync(process.execPath, [TSC], { cwd: copy.dir, encoding: "utf8" });
  const errors = stdout.split("\n").filter((line) => /^\S/.test(line));
  expect(errors.map((line) => line.replace(/: error TS\d+: /, ": "))).toEqual([
    "packages/alloc-pool/src/index.ts(28,25): Type 'MapConstructor' is not assignable to type 'new () => Allocator'.",
    "packages/getrandom-system/src/node.ts(8,5): Type '(dest: string[]) => void' is not assignable to type '(dest: Uint8Array<ArrayBuffer>) => void'.",
    "packages/log-memory/src/index.ts(17,3): Object literal may only specify known properties, and 'close' does not exist in type 'Logger & ThisType<Linked<Logger>>'.",
    "packages/log-noop/src/index.ts(4,24): Argument of type '{ enabled: () => false; log(): void; }' is not assignable to parameter of type 'Logger & ThisType<Linked<Logger>>'.",
    "packages/vec/src/wrong.ts(6,44): Expected 2 arguments, but got 1.",
    "packages/vec/src/wrong.ts(7,19): Property 'reset' does not exist on type 'Allocator'.",
  ]);
});
