import type { Message } from "./messages/message.ts";

/** An error of a running program, where no code frame says what is wrong: its text says it all. */
export class RunTimeError extends Error {
  override readonly name: string = "RunTimeError";
  /** The stable code, such as `CI2013`. */
  readonly code: string;

  /** @param message what is wrong, with the notes and help that become part of the error's text */
  constructor(message: Message) {
    const notes = message.notes.map((note) => "note: " + note);
    const help = message.help.map((line) => "help: " + line);
    super(["[" + message.code + "] " + message.headline, ...notes, ...help].join("\n  "));
    this.code = message.code;
  }
}
