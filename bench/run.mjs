// Runs every benchmark of this folder, one after another, and prints their tables.
// `npm run bench -- link scan` runs only those.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const all = readdirSync(folder)
  .filter((file) => file.endsWith(".bench.mjs"))
  .map((file) => file.replace(".bench.mjs", ""))
  .sort();
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`there is no benchmark ${unknown.join(", ")}; there are ${all.join(", ")}`);
  process.exit(2);
}

const { devDependencies, dependencies } = JSON.parse(
  readFileSync(`${folder}/../package.json`, "utf8"),
);
const tools = Object.keys({ ...dependencies, ...devDependencies })
  .filter((name) =>
    /^(oxc|magic-string|vite$|roll|webpack$|@rspack|esbuild$|unplugin$|@babel\/core|babel-plugin-macros|@lingui)/.test(
      name,
    ),
  )
  .map((name) => `${name} ${version(name)}`);
console.log(`Node.js ${process.version}, ${cpus().length} cores; ${tools.join(", ")}`);

for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n## ${name}\n`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", `${folder}/${name}.bench.mjs`], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}

function version(name) {
  const file = `${folder}/../node_modules/${name}/package.json`;
  return JSON.parse(readFileSync(file, "utf8")).version;
}
