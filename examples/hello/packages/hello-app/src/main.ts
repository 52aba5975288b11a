import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

console.log(call_interface(HelloIf.hello("world", 123)));
console.log(call_interface(HelloIf.greet, "Ferris"));
