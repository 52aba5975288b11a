// The workspace that `check` is measured in, and in which a test counts its steps.
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const FILES = 3;

/** Code of some 30 lines, 1 kB. */
const FILLER = Array.from(
  { length: 10 },
  (_, i) =>
    `export function f${i}(a: number): number {\n  return [a, ${i}].map((x) => x * 2 + a).reduce((x, y) => x + y);\n}\n`,
).join("");

/**
 * Writes a workspace of packages of three files each. The first is the application, which lists every tenth
 * package and all implementations; each package depends on five that follow. Of ten packages three
 * define an interface, every other of these as a facade, three implement one of these and call another,
 * and the rest call two.
 */
export function writeWorkspace(base, size) {
  const write = (path, content) => writeFile(`${base}/${path}`, content);
  rmSync(base, { recursive: true, force: true });
  write("package.json", { private: true, workspaces: ["packages/*"] });
  const old = new Date(Date.now() - 3_600_000);
  for (let i = 0; i < size.packages; i++) {
    write(`packages/p${i}/package.json`, manifestOf(i, size));
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
  if (at >= 4 && at <= 6) {
    // So all implementations are in one cycle of links.
    return { implements: of(at - 4), calls: [(of(at - 4) + 1) % interfaces] };
  }
  return { calls: [of(0), of(at === 7 ? 1 : 2)] };
}

/** The package that defines an interface; the one that implements it is the third after it. */
function definer(number) {
  return Math.floor(number / 3) * 10 + 1 + (number % 3);
}

function implementer(number) {
  return definer(number) + 3;
}

/** Has the application no longer depend on what implements the first interface. */
export function loseImplementation(base, size) {
  const manifest = manifestOf(0, size);
  delete manifest.dependencies[`p${implementer(0)}`];
  writeFile(`${base}/packages/p0/package.json`, manifest);
}

function manifestOf(i, { packages, interfaces }) {
  const role = roleOf(i, { interfaces });
  const dependencies = {};
  const add = (k) => {
    dependencies[`p${k}`] = "*";
  };
  if (i === 0) {
    for (let k = 9; k < packages; k += 10) add(k);
    for (let k = 0; k < interfaces; k++) add(implementer(k));
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
    const [next] = role.calls;
    return `import { call_interface, impl_interface } from "crate-interface/macro";
import { Base${n}, ${name(n)} } from "p${definer(n)}";
${from(next)}class Derived extends Base${n} {}
impl_interface(${name(n)}, {
  run(name) { return name + new Derived(); },
  stop() { call_interface(${name(next)}.stop()); },
});
${FILLER}`;
  }
  const calls = role.calls.map((n) => `call_interface(${name(n)}.run("x"))`).join(" + ");
  if (calls === "") return `import { value } from "p9";\nconsole.log(value);\n${FILLER}`;
  return `import { call_interface } from "crate-interface/macro";
${role.calls.map(from).join("")}export { value } from "./file1.ts";
export const use = () => ${calls};
${FILLER}`;
}

function writeFile(path, content) {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
