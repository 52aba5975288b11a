import { impl_interface } from "crate-interface/macro";
import { Logger } from "log";

impl_interface(Logger, {
  enabled: (level) => level !== "debug",
  log(level, message) {
    if (this.enabled(level)) console.log(`${level}: ${message}`);
  },
});
