// What a call through an interface costs in a hot loop: linked, as unbundled modules and bundled,
// against importing the implementing function by hand; and what the usual run-time alternatives
// cost, where the caller looks the implementation up.
//
//     npm run build && npm run bench -- call
//
// Each measurement is a process of its own: what the engine learned about one loop must not help or
// hurt the next. The variants take turns.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expand } from "../dist/expand/expand.js";

const ROUNDS = 9;
const CALLS = 300_000_000;
/** For lookups, which are several times slower. */
const FEWER_CALLS = 60_000_000;

const base = fileURLToPath(new URL("../.tmp", import.meta.url));
mkdirSync(base, { recursive: true });
const dir = mkdtempSync(`${base}/bench-call-`);
const write = (name, code) => writeFileSync(`${dir}/${name}`, code);

const MACROS = `from "crate-interface/macro";\n`;
const loop = (call, calls) => `
let state = 1;
const start = process.hrtime.bigint();
for (let i = 0; i < ${calls}; i++) state = ${call};
const ns = Number(process.hrtime.bigint() - start) / ${calls};
console.log(JSON.stringify({ ns, state }));
`;
const BODY = `next(state, i) { return (Math.imul(state, 1664525) + i) | 0; }`;

// The interface: what the macros become, and the link module as a bundler or Node resolves it.
write(
  "counter-if.mjs",
  expanded(`import { def_interface } ${MACROS}export const CounterIf = def_interface();`),
);
write(
  "counter-impl.mjs",
  expanded(`import { impl_interface } ${MACROS}import { CounterIf } from "./counter-if.mjs";
impl_interface(CounterIf, { ${BODY} });`),
);
write("link.mjs", `export { __CounterIf_next } from "./counter-impl.mjs";`);
const caller = expanded(
  `import { call_interface } ${MACROS}import { CounterIf } from "./counter-if.mjs";${loop("call_interface(CounterIf.next(state, i))", CALLS)}`,
);
const linkedTo = (module) => caller.replace("crate-interface/link/CounterIf", module);
write("redirect.mjs", linkedTo("./counter-impl.mjs"));
write("hop.mjs", linkedTo("./link.mjs"));

// By hand.
write("function.mjs", `export function ${BODY}`);
write("direct.mjs", `import { next } from "./function.mjs";${loop("next(state, i)", CALLS)}`);

// Lookups at run time.
write(
  "map.mjs",
  `import { next } from "./function.mjs";
const registry = new Map([["CounterIf", { next }]]);${loop(`registry.get("CounterIf").next(state, i)`, FEWER_CALLS)}`,
);
write(
  "global.mjs",
  `import { next } from "./function.mjs";
globalThis.__interfaces = { CounterIf: { next } };${loop("globalThis.__interfaces.CounterIf.next(state, i)", FEWER_CALLS)}`,
);

for (const name of ["redirect", "hop", "direct"]) {
  await build({
    entryPoints: [`${dir}/${name}.mjs`],
    outfile: `${dir}/${name}.bundled.mjs`,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
  });
}

const VARIANTS = {
  "direct import": "direct",
  "linked, redirect": "redirect",
  "linked, generated module": "hop",
  "direct import, bundled": "direct.bundled",
  "linked, redirect, bundled": "redirect.bundled",
  "linked, generated module, bundled": "hop.bundled",
  "Map registry": "map",
  "table on globalThis": "global",
};
const times = Object.fromEntries(Object.keys(VARIANTS).map((name) => [name, []]));
const states = new Map();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, file] of Object.entries(VARIANTS)) {
    const printed = execFileSync(process.execPath, [`${dir}/${file}.mjs`], { encoding: "utf8" });
    const { ns, state } = JSON.parse(printed);
    times[name].push(ns);
    states.set(name, state);
  }
}
rmSync(dir, { recursive: true, force: true });

const lookups = ["Map registry", "table on globalThis"];
const same = Object.keys(VARIANTS).filter((name) => !lookups.includes(name));
if (new Set(same.map((name) => states.get(name))).size !== 1) throw new Error("results differ");

console.log(`${ROUNDS} rounds of ${CALLS / 1e6} million calls; median (min … max)\n`);
console.table(
  Object.entries(times).map(([name, all]) => {
    const twin = name.includes("bundled") ? "direct import, bundled" : "direct import";
    return {
      variant: name,
      "ns per call": show(all),
      ratio: `${(median(all) / median(times[twin])).toFixed(2)}x`,
      "ratio of the best": `${(Math.min(...all) / Math.min(...times[twin])).toFixed(2)}x`,
    };
  }),
);

function expanded(source) {
  const { code, diagnostics } = expand(source, "/bench.ts");
  if (diagnostics.length > 0) throw new Error(diagnostics[0].headline);
  return code;
}

function median(all) {
  return all.toSorted((a, b) => a - b)[all.length >> 1];
}

function show(all) {
  return `${median(all).toFixed(3)} (${Math.min(...all).toFixed(3)} … ${Math.max(...all).toFixed(3)})`;
}
