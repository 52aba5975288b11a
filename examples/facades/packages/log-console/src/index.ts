import { impl_interface } from "crate-interface/macro";
import { type Level, LevelFilter, Logger } from "log";

const filter = new LevelFilter();

/** For the program that has chosen this logger. */
export function setLevel(level: Level): void {
  filter.level = level;
}

impl_interface(Logger, {
  enabled: (metadata) => filter.enabled(metadata),
  log({ level, target, message }) {
    console[level](`${target}: ${message}`);
  },
  flush() {},
});
