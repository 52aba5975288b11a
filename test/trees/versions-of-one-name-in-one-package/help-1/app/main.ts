import { call_interface } from "crate-interface/macro";
import { start } from "classic";
import { Logger } from "log";

call_interface(Logger.log("info", "started"));
start();
