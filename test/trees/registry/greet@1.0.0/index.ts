import { def_interface } from "crate-interface/macro";

/** An ordinary interface: `greet` is no facade. */
export interface Greeter {
  hello(name: string): string;
}

export const Greeter = def_interface<Greeter>();
