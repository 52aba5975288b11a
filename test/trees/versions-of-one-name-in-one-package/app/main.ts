import { call_interface } from "crate-interface/macro";
import { Logger } from "log";
import { Logger as Classic } from "log-of-old";

call_interface(Logger.log("info", "started"));
call_interface(Classic.log("started"));
