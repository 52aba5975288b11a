import { call_interface, impl_interface, use_interface } from "crate-interface/macro";
import { HelloIf } from "./define.js";

impl_interface(HelloIf, {
  hello(name, id) {
    return name.trim() + id.toFixed() + this.greet(name);
  },
  id: (value) => value,
});
impl_interface(HelloIf, { hello: () => "" });
//                      ^ Property 'id' is missing in type '{ hello: () => string; }' but required in type 'HelloIf'.
impl_interface(HelloIf, { hello: () => 5, id: (value) => value });
//                                     ^ Type 'number' is not assignable to type 'string'.

export const text = call_interface(HelloIf.hello("x", 1)).trim();
export const path = call_interface(HelloIf.hello, "x", 1).trim();
export const number = call_interface(HelloIf.id, 5).toFixed();
call_interface(HelloIf.hello, "x", "y");
//                                 ^ Argument of type 'string' is not assignable to parameter of type 'number'.

export const { hello, greet } = use_interface(HelloIf);
greet("x").trim();
greet(5);
//    ^ Argument of type 'number' is not assignable to parameter of type 'string'.
