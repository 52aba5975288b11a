import { impl_interface } from "crate-interface/macro";
import { DEFAULT_LEVEL, type Level, Logger } from "log";
import { pino } from "pino";

const logger = pino({ level: DEFAULT_LEVEL, base: null });

/** For the program that has chosen this logger. */
export function setLevel(level: Level): void {
  logger.level = level;
}

impl_interface(Logger, {
  enabled: ({ level }) => logger.isLevelEnabled(level),
  log({ level, target, message }) {
    logger[level]({ target }, message);
  },
  flush: () => logger.flush(),
});
