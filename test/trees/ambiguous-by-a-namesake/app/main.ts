import { call_interface } from "crate-interface/macro";
import { Logger } from "metrics-kit";

call_interface(Logger.log("info", "started"));
