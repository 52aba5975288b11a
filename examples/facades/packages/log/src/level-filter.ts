import type { Level, Metadata } from "./facade.ts";

/** From the most important to the least. */
export const LEVELS: readonly Level[] = ["error", "warn", "info", "debug"];

/** What loggers start with. */
export const DEFAULT_LEVEL: Level = "info";

/** For loggers: lets pass what is at least as important as its level. */
export class LevelFilter {
  level: Level = DEFAULT_LEVEL;

  enabled({ level }: Metadata): boolean {
    return LEVELS.indexOf(level) <= LEVELS.indexOf(this.level);
  }
}
