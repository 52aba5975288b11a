// Compiles `swc-plugin/` to dist/crate-interface.wasm. The output depends on the sources and the
// version of AssemblyScript only: paths and times do not get into it.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import asc from "assemblyscript/asc";
import { pack } from "./pack-wasm.mjs";

const root = path.resolve(import.meta.dirname, "..");
const output = path.resolve(process.argv[2] ?? path.join(root, "dist/crate-interface.wasm"));

const OPTIONS = [
  // A host makes a new instance for each file, so nothing needs to be freed.
  "--runtime",
  "stub",
  // As fast as it gets below 64 kB.
  "-O3",
  "--shrinkLevel",
  "1",
  "--noAssert",
  // Out of memory is all that is left that aborts; without the import it traps.
  "--use",
  "abort=",
];

let binary;
const { error, stderr } = await asc.main(["swc-plugin/index.ts", "--outFile", "out", ...OPTIONS], {
  // Sources say `.ts` where they import, as the rest of the project does; asc appends another one.
  readFile: (name) =>
    readFile(path.join(root, name.replace(/\.ts\.ts$/, ".ts")), "utf8").catch(() => null),
  writeFile: (_, contents) => {
    binary = contents;
  },
  listFiles: () => [],
});
if (error) {
  console.error(`${stderr}${error.message}`);
  process.exit(1);
}
await mkdir(path.dirname(output), { recursive: true });
await writeFile(output, pack(binary));
