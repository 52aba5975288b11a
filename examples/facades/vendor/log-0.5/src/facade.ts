import { def_interface } from "crate-interface/macro";

/** The logger of a program, as it was before version 1. */
export interface Logger {
  /** @param level as in syslog, from 0 (emergency) to 7 (debug) */
  log(level: number, message: string): void;
}

export const Logger = def_interface<Logger>();
