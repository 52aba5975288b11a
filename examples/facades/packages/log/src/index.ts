export { type Level, Logger, type LogRecord, type Metadata } from "./facade.ts";
export { DEFAULT_LEVEL, LEVELS, LevelFilter } from "./level-filter.ts";

// Callers come last: they bring in the logger, which may import from here what stands above.

export { debug, error, flush, info, type Message, warn } from "./callers.ts";
