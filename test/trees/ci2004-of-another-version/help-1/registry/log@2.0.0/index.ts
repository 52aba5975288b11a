import { def_interface } from "crate-interface/macro";

export interface Logger {
  log(level: string, message: string): void;
  flush(): void;
}

export const Logger = def_interface<Logger>();
