import { impl_interface } from "crate-interface/macro";
import { Logger } from "log";

impl_interface(Logger, { enabled: () => true, log: (_level, message) => console.log(message) });
