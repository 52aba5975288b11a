// Looks for programs that backends expand differently: `node scripts/fuzz.mjs --help`.
import path from "node:path";
import { runnerImport } from "vite";

const root = path.resolve(import.meta.dirname, "..");

// Vite reads the TypeScript source, so that this never runs an old build.
const { module } = await runnerImport(path.join(root, "test/fuzz/command.ts"), {
  root,
  configFile: false,
  logLevel: "error",
});
process.chdir(root);
process.exitCode = await module.main(process.argv.slice(2));
