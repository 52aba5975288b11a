// An ES module gets the other declarations of the macros than the definition that it imports.
import { call_interface, impl_interface } from "crate-interface/macro";
import { override_interface } from "crate-interface/testing";
import { HelloIf } from "./hello.js";

export const greeting: string = call_interface(HelloIf.greet("x"));
impl_interface(HelloIf, { hello: (name) => name.toUpperCase() });
override_interface(HelloIf, { hello: (name) => name.toUpperCase() });

call_interface(HelloIf.hello, 1);
//                            ^ Argument of type 'number' is not assignable to parameter of type 'string'.
