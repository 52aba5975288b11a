import { impl_interface } from "crate-interface/macro";
import { Greeter } from "greet";

impl_interface(Greeter, { hello: (name) => `Good evening, ${name}.` });
