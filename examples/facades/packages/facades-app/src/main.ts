import { statistics } from "alloc-pool";
import { sum } from "bar";
import { token } from "foo";
import { debug, flush } from "log";
import { setLevel } from "log-pino";
import { f64, Vec } from "vec";

setLevel("debug");

const list = new Vec(f64);
for (let i = 1; i <= 10; i++) list.push(i);
list.free();
new Vec(f64).free();
debug("app", () => `blocks: ${JSON.stringify(statistics())}`);

console.log(`token: ${token(16).length} digits`);
console.log(`sum: ${sum([1, 2, 3])}`);
flush();
