import { call_interface } from "crate-interface/macro";
import { Greeter } from "greet";

/** A library that greets, and brings somebody with it who can. */
export const welcome = (name: string): string => call_interface(Greeter.hello(name));
