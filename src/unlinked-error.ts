import { RunTimeError } from "./run-time-error.ts";

/** What the stand-ins for macros and link modules throw, CI2013. Part of no linked program. */
export class UnlinkedError extends RunTimeError {
  override readonly name: string = "UnlinkedError";
}
