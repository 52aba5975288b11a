import { sum } from "bar";
import { token } from "foo";
import { debug } from "log";
import { setLevel } from "log-console";
import { f64, Vec } from "vec";

setLevel("debug");

const list = new Vec(f64);
for (let i = 1; i <= 10; i++) list.push(i);
debug("web", `the last of ${list.length} is ${list.at(9)}`);

// Nobody listens to what `bar` logs: version 0.5 of `log` has a default, which is silent.
debug("web", `the sum is ${sum([1, 2, 3])}`);

document.querySelector("#token")!.textContent = token(100_000);
