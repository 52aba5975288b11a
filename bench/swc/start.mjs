// A fresh process: what the first file takes. `start.mjs <core> <cache> <plugin as JSON> <code>`
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { options } from "./inputs.mjs";

const [core, cache, plugin, code] = process.argv.slice(2);
const { transformSync } = createRequire(import.meta.url)(core);
const configured = options(cache, JSON.parse(plugin));
const start = performance.now();
const cpu = process.cpuUsage();
const output = transformSync(code, configured).code;
const clock = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ clock, cpu: (user + system) / 1000, output }));
