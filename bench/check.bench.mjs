// How long `crate-interface check` takes in a workspace: cold (no cache), warm (nothing changed), and
// with an error, which has it look at all packages of the workspace; and how that grows.
//
//     npm run build && npm run bench -- check
//
// Each check is the command, in a process of its own, as engines such as Turborepo start it. The files
// are in the page cache of the system: what is measured is the program, not the disk.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const RUNS = 1;
const SIZES = [
  { packages: 1_000, interfaces: 300 },
  { packages: 5_000, interfaces: 1_500 },
];
const FILES = 3;

/** Code of some 30 lines, 1 kB. */
const FILLER = Array.from(
  { length: 10 },
  (_, i) =>
    `export function f${i}(a: number): number {\n  return [a, ${i}].map((x) => x * 2 + a).reduce((x, y) => x + y);\n}\n`,
).join("");

const bin = fileURLToPath(new URL("../bin/crate-interface.js", import.meta.url));
const base = fileURLToPath(new URL("../.tmp/bench-check", import.meta.url));
const app = `${base}/packages/p0`;

const rows = SIZES.flatMap(measure);
rmSync(base, { recursive: true, force: true });
console.log(
  `${RUNS} runs each, median (min … max); of these, starting the program takes some 100 ms\n`,
);
console.table(
  rows.map(({ what, size, times }) => {
    const [smaller] = rows.filter((row) => row.what === what && row.size !== size);
    const perPackage = (row) => median(row.times) / row.size.packages;
    return {
      what,
      packages: size.packages,
      interfaces: size.interfaces,
      ms: show(times),
      "time per package":
        size === SIZES[0]
          ? ""
          : `${(perPackage({ size, times }) / perPackage(smaller)).toFixed(2)}x`,
    };
  }),
);

function measure(size) {
  rmSync(base, { recursive: true, force: true });
  generate(size);
  const times = { start: [], cold: [], warm: [], "an error": [] };
  for (let run = 0; run < RUNS; run++) {
    times.start.push(timed(["--version"], 0));
    rmSync(`${base}/node_modules/.cache`, { recursive: true, force: true });
    times.cold.push(timed(["check"], 0));
    times.warm.push(timed(["check"], 0));
  }
  // The application no longer depends on what implements the first interface.
  write("packages/p0/package.json", manifestOf(0, size, true));
  for (let run = 0; run < RUNS; run++) times["an error"].push(timed(["check"], 1));
  return Object.entries(times).map(([what, times]) => ({ what, size, times }));
}

/** Milliseconds that the command takes; it has to exit with `status`. */
function timed(args, status) {
  const start = performance.now();
  const ran = spawnSync(process.execPath, [bin, ...args], { cwd: app, encoding: "utf8" });
  const time = performance.now() - start;
  if (ran.status !== status) throw new Error(`exit code ${ran.status}\n${ran.stdout}${ran.stderr}`);
  return time;
}

/**
 * A workspace of packages of three files each. The first is the application, which lists every tenth
 * package and all implementations; each package depends on five that follow. Of ten packages three
 * define an interface, every other of these as a facade, three implement one of these, and the rest call
 * two.
 */
function generate(size) {
  write("package.json", { private: true, workspaces: ["packages/*"] });
  const old = new Date(Date.now() - 3_600_000);
  for (let i = 0; i < size.packages; i++) {
    write(`packages/p${i}/package.json`, manifestOf(i, size, false));
    for (let k = 0; k < FILES; k++) {
      const file = `packages/p${i}/src/${k === 0 ? "index" : `file${k}`}.ts`;
      write(file, k === 0 ? source(i, size) : `export const value = ${i};\n${FILLER}`);
      utimesSync(`${base}/${file}`, old, old);
    }
    mkdirSync(`${base}/node_modules`, { recursive: true });
    symlinkSync(`../packages/p${i}`, `${base}/node_modules/p${i}`, "junction");
  }
}

/** What package i does: the number of the interface that it defines, implements, or calls. */
function roleOf(i, { interfaces }) {
  const group = Math.floor(i / 10);
  const of = (k) => (group * 3 + k) % interfaces;
  const at = i % 10;
  if (i === 0) return { calls: [] };
  if (at >= 1 && at <= 3) return { defines: of(at - 1), calls: [] };
  if (at >= 4 && at <= 6) return { implements: of(at - 4), calls: [] };
  return { calls: [of(0), of(at === 7 ? 1 : 2)] };
}

/** The package that defines an interface; the one that implements it is the third after it. */
function definer(number) {
  return Math.floor(number / 3) * 10 + 1 + (number % 3);
}

function implementer(number) {
  return definer(number) + 3;
}

function manifestOf(i, { packages, interfaces }, withoutFirst) {
  const role = roleOf(i, { interfaces });
  const dependencies = {};
  const add = (k) => {
    dependencies[`p${k}`] = "*";
  };
  if (i === 0) {
    for (let k = 9; k < packages; k += 10) add(k);
    for (let k = withoutFirst ? 1 : 0; k < interfaces; k++) add(implementer(k));
  } else {
    for (const step of [10, 20, 70, 130, 310]) {
      const k = ((i + step - 1) % (packages - 1)) + 1;
      // Only applications list what implements a facade.
      add(k % 10 >= 4 && k % 10 <= 6 ? k + 3 : k);
    }
    for (const called of role.calls) add(definer(called));
    if (role.implements !== undefined) add(definer(role.implements));
  }
  delete dependencies[`p${i}`];
  const key =
    role.defines !== undefined && role.defines % 2 === 0
      ? { facade: true }
      : role.implements !== undefined && role.implements % 2 === 0
        ? { facadeImpl: `p${definer(role.implements)}` }
        : undefined;
  return {
    name: `p${i}`,
    version: "1.0.0",
    type: "module",
    exports: "./src/index.ts",
    scripts: { build: "tsc", test: "vitest run" },
    dependencies,
    ...(key && { "crate-interface": key }),
  };
}

function source(i, size) {
  const role = roleOf(i, size);
  const name = (number) => `Service${number}If`;
  const from = (number) => `import { ${name(number)} } from "p${definer(number)}";\n`;
  if (role.defines !== undefined) {
    const it = name(role.defines);
    return `import { def_interface } from "crate-interface/macro";
export interface ${it} { run(name: string): string; stop(): void; help?(): string }
export const ${it} = def_interface<${it}>({ defaults: { help() { return "none"; } } });
export class Base${role.defines} {}
${FILLER}`;
  }
  if (role.implements !== undefined) {
    const n = role.implements;
    return `import { impl_interface } from "crate-interface/macro";
import { Base${n}, ${name(n)} } from "p${definer(n)}";
class Derived extends Base${n} {}
impl_interface(${name(n)}, { run(name) { return name + new Derived(); }, stop() {} });
${FILLER}`;
  }
  const calls = role.calls.map((n) => `call_interface(${name(n)}.run("x"))`).join(" + ");
  if (calls === "") return `import { value } from "p9";\nconsole.log(value);\n${FILLER}`;
  return `import { call_interface } from "crate-interface/macro";
${role.calls.map(from).join("")}export { value } from "./file1.ts";
export const use = () => ${calls};
${FILLER}`;
}

function write(path, content) {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  mkdirSync(dirname(`${base}/${path}`), { recursive: true });
  writeFileSync(`${base}/${path}`, text);
}

function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

function show(times) {
  return `${Math.round(median(times))} (${Math.round(Math.min(...times))} … ${Math.round(Math.max(...times))})`;
}
