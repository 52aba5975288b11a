import { call_interface } from "crate-interface/macro";
import { Logger } from "log-of-old";

export function start(): void {
  call_interface(Logger.log("started"));
}
