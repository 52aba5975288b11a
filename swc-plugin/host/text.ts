import { Message } from "../../src/messages/message.ts";
import { printable } from "./printable.ts";

/**
 * What the other backends write of an error, but for the code around it.
 *
 * @param place such as `src/main.ts:3:21`; empty for none
 */
export function textOf(message: Message, place: string): string {
  // One text in the end: nothing frees those in between, and there may be thousands of errors.
  const pieces = ["error[", message.code, "]: ", printable(message.headline)];
  if (place.length > 0) addLine(pieces, "--> ", place);
  for (let i = 0; i < message.notes.length; i++) addLine(pieces, "note: ", message.notes[i]);
  for (let i = 0; i < message.help.length; i++) addLine(pieces, "help: ", message.help[i]);
  return pieces.join("");
}

function addLine(pieces: string[], kind: string, text: string): void {
  pieces.push("\n  ");
  pieces.push(kind);
  pieces.push(printable(text));
}
