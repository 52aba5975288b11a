import { impl_interface } from "crate-interface/macro";
import { Logger } from "./facade.ts";

impl_interface(Logger, { log() {} });
