// Writes docs/diagnostics.md from the pages of the catalogue. With --check it writes nothing and
// exits 1 when the file is out of date.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { runnerImport } from "vite";

const root = path.resolve(import.meta.dirname, "..");
const file = path.join(root, "docs/diagnostics.md");

// Vite reads the TypeScript source, so that this never writes what an old build said.
const { module } = await runnerImport(path.join(root, "src/diagnostics/reference.ts"), {
  root,
  configFile: false,
  logLevel: "error",
});
const expected = module.referenceMarkdown();

if (process.argv.includes("--check")) {
  const actual = await readFile(file, "utf8").catch(() => "");
  if (actual.replaceAll("\r\n", "\n") !== expected) {
    console.error("docs/diagnostics.md is out of date: run `node scripts/docs.mjs`");
    process.exitCode = 1;
  }
} else {
  await writeFile(file, expected);
}
