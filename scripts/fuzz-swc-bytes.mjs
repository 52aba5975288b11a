// Looks for bytes that the SWC plugin does not stand: `node scripts/fuzz-swc-bytes.mjs --help`.
import path from "node:path";
import { runnerImport } from "vite";

const root = path.resolve(import.meta.dirname, "..");

const { module } = await runnerImport(path.join(root, "test/swc/bytes/command.ts"), {
  root,
  configFile: false,
  logLevel: "error",
});
process.chdir(root);
process.exitCode = await module.main(process.argv.slice(2));
