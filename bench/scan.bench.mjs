// How long scanning takes: cold (no cache), warm (nothing changed), and after one edit; and how
// that grows with the files and with the installed packages.
//
//     npm run build && npm run bench -- scan
//
// Each cold and warm scan runs in a fresh process, as a build does. The files are in the page
// cache of the system: what is measured is the program, not the disk.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const RUNS = 9;
const SIZES = [
  { files: 10_000, macros: 200, packages: 1_000 },
  { files: 20_000, macros: 400, packages: 2_000 },
];
/** The budgets of DESIGN 8, in milliseconds, for the first size. */
const BUDGET = { cold: 1_000, warm: 150, "one edit": 20 };

/** What a package.json says besides: about as much as published ones do. */
const PUBLISHED = {
  description: "x".repeat(80),
  exports: {
    ".": { types: "./index.d.ts", import: "./index.js" },
    "./package.json": "./package.json",
  },
  scripts: { build: "tsc", test: "vitest run", prepare: "npm run build" },
  devDependencies: Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`tool-${i}`, "^1.0.0"]),
  ),
};

/** Code of some 90 lines, 3 kB. */
const FILLER = Array.from(
  { length: 30 },
  (_, i) =>
    `export function f${i}(a: number): number {\n  return [a, ${i}].map((x) => x * 2 + a).reduce((x, y) => x + y);\n}\n`,
).join("");

const self = fileURLToPath(import.meta.url);
const base = fileURLToPath(new URL("../.tmp/bench-scan", import.meta.url));

if (process.argv[2] === "--child") await child(process.argv[3], process.argv[4]);
else main();

function main() {
  const rows = SIZES.flatMap(measure);
  console.log(`${RUNS} runs each, median (min … max)\n`);
  console.table(
    rows.map(({ what, size, times }) => {
      const smaller = rows.find((row) => row.what === what && row.size.files < size.files);
      return {
        what,
        files: size.files,
        "with macros": size.macros,
        "installed packages": size.packages,
        ms: show(times),
        budget: smaller ? "" : (BUDGET[what] ?? ""),
        growth: smaller ? `${(median(times) / median(smaller.times)).toFixed(2)}x for 2x` : "",
      };
    }),
  );
  rmSync(base, { recursive: true, force: true });
}

function measure(size) {
  rmSync(base, { recursive: true, force: true });
  generate(size);
  const cold = [];
  const warm = [];
  for (let run = 0; run < RUNS; run++) {
    rmSync(`${base}/node_modules/.cache`, { recursive: true, force: true });
    cold.push(...runChild("scan"));
    warm.push(...runChild("scan"));
  }
  return [
    { what: "cold", size, times: cold },
    { what: "warm", size, times: warm },
    { what: "one edit", size, times: runChild("edit") },
    {
      what: "packages only",
      size,
      times: Array.from({ length: RUNS }, () => runChild("packages")).flat(),
    },
  ];
}

/** Times in milliseconds that a child process printed. */
function runChild(what) {
  const { stdout, status } = spawnSync(process.execPath, [self, "--child", what, base], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) process.exit(1);
  return JSON.parse(String(stdout));
}

async function child(what, root) {
  const { Scanner } = await import("../dist/scan/scan.js");
  const { readPackages } = await import("../dist/scan/package-reader.js");
  const app = `${root}/app`;
  const times = [];
  if (what === "packages") times.push(timed(() => readPackages(app)));
  else {
    const scanner = new Scanner(app);
    const first = timed(() => scanner.scan());
    if (what === "scan") times.push(first);
    for (let run = 0; what === "edit" && run < RUNS; run++) {
      const file = `${app}/src/0/0.ts`;
      writeFileSync(file, source(0, `edited${run}`));
      times.push(timed(() => scanner.update([file])));
    }
  }
  console.log(JSON.stringify(times));
}

/** An app of many files, and packages of four dependencies each that all depend on one another. */
function generate({ files, macros, packages }) {
  const write = (path, content) => {
    mkdirSync(dirname(`${base}/${path}`), { recursive: true });
    writeFileSync(`${base}/${path}`, content);
  };
  const dependencies = (from) =>
    Object.fromEntries([1, 7, 13, 31].map((step) => [`p${(from + step) % packages}`, "*"]));
  write("app/package.json", JSON.stringify({ name: "app", dependencies: dependencies(0) }));
  for (let i = 0; i < packages; i++) {
    const json = { name: `p${i}`, version: "1.0.0", dependencies: dependencies(i) };
    write(`node_modules/p${i}/package.json`, JSON.stringify({ ...json, ...PUBLISHED }, null, 2));
    write(`node_modules/p${i}/index.js`, "");
  }
  const old = new Date(Date.now() - 3_600_000);
  for (let i = 0; i < files; i++) {
    const path = `app/src/${i % 200}/${i}.ts`;
    write(path, i % (files / macros) === 0 ? source(i, "hello") : FILLER);
    utimesSync(`${base}/${path}`, old, old);
  }
}

function source(i, member) {
  return `import { def_interface, impl_interface, call_interface } from "crate-interface/macro";
export interface If${i} { ${member}(name: string): string; other?(): void }
export const If${i} = def_interface<If${i}>({ defaults: { other() {} } });
impl_interface(If${i}, { ${member}(name) { return name; } });
export function call() { return call_interface(If${i}.${member}("x")); }
${FILLER}`;
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

function show(times) {
  const round = (ms) => (ms < 100 ? ms.toFixed(1) : ms.toFixed(0));
  return `${round(median(times))} (${round(Math.min(...times))} … ${round(Math.max(...times))})`;
}
