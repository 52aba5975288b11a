import { Message } from "../../src/messages/message.ts";
import { printable } from "./printable.ts";

/**
 * What the other backends write of an error, but for the code around it.
 *
 * @param place such as `src/main.ts:3:21`; empty for none
 */
export function textOf(message: Message, place: string): string {
  let text = "error[" + message.code + "]: " + printable(message.headline);
  if (place.length > 0) text += "\n  --> " + printable(place);
  return text + linesOf("note: ", message.notes) + linesOf("help: ", message.help);
}

function linesOf(kind: string, texts: string[]): string {
  let lines = "";
  for (let i = 0; i < texts.length; i++) lines += "\n  " + kind + printable(texts[i]);
  return lines;
}
