import { bundlers } from "../bundlers/bundlers.ts";

// Bundled to JavaScript, and run under Plug'n'Play: builds the package of the working directory with
// each of the bundlers, and prints their entry chunks.

const root = process.cwd();
const plugin = { root, production: false };
const entries: Record<string, string> = {};
for (const [name, bundle] of Object.entries(bundlers)) {
  const out = `${root}/dist/${name}`;
  const { entry } = await bundle({ root, entry: `${root}/src/main.ts`, out, plugin });
  entries[name] = entry;
}
console.log(JSON.stringify(entries));
// webpack's and Rspack's threads would keep the process.
process.exit();
