import { call_interface } from "crate-interface/macro";
import { Greeter } from "greet";

call_interface(Greeter.hello("you"));
