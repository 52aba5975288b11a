import { call_interface } from "crate-interface/macro";
import { Logger } from "log";

/** What is built here is a library: it has a symbol table. */
export function start(): void {
  call_interface(Logger.log("info", "started"));
}
