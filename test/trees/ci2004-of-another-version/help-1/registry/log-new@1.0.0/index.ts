import { impl_interface } from "crate-interface/macro";
import { Logger } from "log";

impl_interface(Logger, { log: (_level, message) => console.log(message), flush() {} });
