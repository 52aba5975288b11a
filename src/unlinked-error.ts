import type { Message } from "./messages/message.ts";

/** What the stand-ins for macros and link modules throw. Part of no linked program. */
export class UnlinkedError extends Error {
  override readonly name: string = "UnlinkedError";
  /** `CI2013`. */
  readonly code: string;

  /** @param message what was not done, with the help that becomes part of the error's text */
  constructor(message: Message) {
    const notes = message.notes.map((note) => "note: " + note);
    const help = message.help.map((line) => "help: " + line);
    super(["[" + message.code + "] " + message.headline, ...notes, ...help].join("\n  "));
    this.code = message.code;
  }
}
