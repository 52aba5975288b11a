import { def_interface } from "crate-interface/macro";

export type Level = "error" | "warn" | "info" | "debug";

/** What is known of a record before its message is put together. */
export interface Metadata {
  level: Level;
  /** Who logs. */
  target: string;
}

export interface LogRecord extends Metadata {
  message: string;
}

/** The one logger of a program. */
export interface Logger {
  /** Whether a record would be logged. */
  enabled(metadata: Metadata): boolean;
  log(record: LogRecord): void;
  /** Writes what is still in a buffer. */
  flush(): void;
}

export const Logger = def_interface<Logger>();
