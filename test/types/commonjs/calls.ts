import { call_interface, use_interface } from "crate-interface/macro";
import { override_interface } from "crate-interface/testing";
import { HelloIf } from "./hello.js";

export const greeting: string = call_interface(HelloIf.greet("x"));
export const hello: HelloIf["hello"] = use_interface(HelloIf.hello);
override_interface(HelloIf, { hello: (name) => name.toUpperCase() });

call_interface(HelloIf.hello, 1);
//                            ^ Argument of type 'number' is not assignable to parameter of type 'string'.
