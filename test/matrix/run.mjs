// `npm run matrix`: every fixture through Babel on the versions of Node that each version of Babel is
// for. The versions of Node are packages, installed into this folder the first time.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const repository = join(here, "../..");

/** Which version of Babel runs on which of Node. Babel 8 is not for Node 20. */
const RUNS = [
  { node: "n20", babel: 7 },
  { node: "n22", babel: 8 },
  { node: "n24", babel: 8 },
  { node: "n26", babel: 8 },
];

function binaryOf(node) {
  return join(here, "node_modules", node, "bin/node");
}

function install() {
  if (RUNS.every(({ node }) => existsSync(binaryOf(node)))) return;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("the versions of Node in test/matrix are for Linux on x64");
  }
  execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: here, stdio: "inherit" });
}

/**
 * The tests' own backends and comparison, as JavaScript that every version of Node runs. What they
 * test is `dist`, as published.
 */
async function bundle() {
  const outfile = join(repository, ".tmp/matrix/fixtures.mjs");
  await build({
    entryPoints: [join(here, "fixtures.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    plugins: [distForSource, ownFolder],
  });
  return outfile;
}

const distForSource = {
  name: "dist for source",
  setup({ onResolve }) {
    onResolve({ filter: /\/src\/.*\.ts$/ }, ({ path, resolveDir }) => {
      const source = join(resolveDir, path);
      const dist = source.replace(join(repository, "src"), join(repository, "dist"));
      return { path: dist.replace(/\.ts$/, ".js"), external: true };
    });
  },
};

/** Modules of the tests find files beside themselves. */
const ownFolder = {
  name: "own folder",
  setup({ onLoad }) {
    onLoad({ filter: /\/test\/.*\.ts$/ }, ({ path }) => {
      const code = readFileSync(path, "utf8");
      const folder = JSON.stringify(dirname(path));
      return { contents: code.replaceAll("import.meta.dirname", folder), loader: "ts" };
    });
  },
};

function run(script, { node, babel }) {
  const { stdout, stderr, status } = spawnSync(binaryOf(node), [script, String(babel)], {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

install();
const script = await bundle();
const rows = [];
const failures = [];
for (const versions of RUNS) {
  for (const { failed, ...row } of run(script, versions)) {
    rows.push({ ...row, failed: failed.length });
    failures.push(...failed.map((failure) => ({ ...row, ...failure })));
  }
}
console.table(rows);
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
