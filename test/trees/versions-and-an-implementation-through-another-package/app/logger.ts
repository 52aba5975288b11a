import { impl_interface } from "crate-interface/macro";
import { Logger } from "observe";

impl_interface(Logger, { log: (message) => console.log(message) });
