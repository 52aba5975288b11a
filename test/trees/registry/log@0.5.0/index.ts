import { def_interface } from "crate-interface/macro";

/** Before levels were invented. */
export interface Logger {
  log(message: string): void;
}

export const Logger = def_interface<Logger>();
