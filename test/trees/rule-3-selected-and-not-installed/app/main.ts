import { call_interface } from "crate-interface/macro";
import { Greeter } from "greet";

console.log(call_interface(Greeter.hello("world")));
