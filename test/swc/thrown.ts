import { stripVTControlCharacters } from "node:util";

/** What SWC says when it fails, as its users read it. */
export function thrownBy(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return textOf(error as Error);
  }
  throw new Error("nothing was thrown");
}

/** The text of an error of SWC, without the stack that `RUST_BACKTRACE` adds where it is set. */
export function textOf({ message }: Error): string {
  return stripVTControlCharacters(message)
    .replace(/\n+Stack backtrace:[\s\S]*/, "")
    .trimEnd();
}
