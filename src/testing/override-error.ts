import { RunTimeError } from "../run-time-error.ts";

/** What overriding goes wrong with: CI2001, CI2017, CI2018 or CI2019, as `code` and in the text. */
export class OverrideError extends RunTimeError {
  override readonly name: string = "OverrideError";
}
