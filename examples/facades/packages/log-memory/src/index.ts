import { impl_interface } from "crate-interface/macro";
import { Logger, type LogRecord } from "log";

const records: LogRecord[] = [];

/** For tests: what has been logged since this was last called. */
export function takeRecords(): LogRecord[] {
  return records.splice(0);
}

impl_interface(Logger, {
  enabled: () => true,
  log(record) {
    records.push(record);
  },
  flush() {},
});
