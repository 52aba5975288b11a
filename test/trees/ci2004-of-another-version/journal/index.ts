import { call_interface } from "crate-interface/macro";
import { Logger } from "log";

call_interface(Logger.flush());
