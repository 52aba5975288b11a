import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

const bundler: string = "rspack-swc";
console.log(call_interface(HelloIf.hello(bundler, 1)));
