import { call_interface, impl_interface, use_interface } from "crate-interface/macro";
import { greet, Hello, HelloIf, hello } from "hello-if";

impl_interface(HelloIf, {
  hello(name, id) {
    return name.trim() + id.toFixed() + this.greet(name);
  },
  id: (value) => value,
  Box: class<T> {
    value: T;
    constructor(value: T) {
      this.value = value;
    }
  },
});
impl_interface(HelloIf, { hello: () => "" });
//                      ^ Type '{ hello: () => string; }' is missing the following properties from type 'HelloIf': id, Box
export const texts: string[] = [
  call_interface(HelloIf.hello("x", 1)),
  call_interface(HelloIf.hello, "x", 1),
  call_interface(HelloIf.greet, "x"),
  use_interface(HelloIf.hello)("x", 1),
  Hello.greet("x"),
  hello("x", 1),
  greet("x"),
];
export const numbers: number[] = [
  call_interface(HelloIf.id, 5),
  new (use_interface(HelloIf.Box))(5).value,
];
call_interface(HelloIf.hello, "x", "y");
//                                 ^ Argument of type 'string' is not assignable to parameter of type 'number'.
