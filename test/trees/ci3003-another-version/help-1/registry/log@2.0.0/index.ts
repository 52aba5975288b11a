import { def_interface } from "crate-interface/macro";

export interface Logger {
  enabled(level: string): boolean;
  log(level: string, message: string): void;
}

export const Logger = def_interface<Logger>();
