import { call_interface } from "crate-interface/macro";
import { Logger } from "log";

export function count(name: string): void {
  call_interface(Logger.log("info", `counted ${name}`));
}
