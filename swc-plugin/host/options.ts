import { Message } from "../../src/messages/message.ts";
import { badSwcCore, otherSwcCore, unknownSwcOption } from "../../src/messages/swc.ts";
import { Generation, generationIn, generationOf } from "../ast/generation.ts";
import { Node } from "../ast/node.ts";
import { askConfig } from "./abi.ts";
import { ANSWER, answeredText } from "./answer.ts";

let stated: Generation = Generation.Unknown;

/** How the host encodes functions, as the user says; `Unknown` if not. */
export function statedGeneration(): Generation {
  return stated;
}

/** How far the options are read, which are JSON without blanks. */
let at = 0;

/**
 * Reads what the user gives the plugin, `{ "core": "1.16" }` or nothing.
 *
 * @returns what is wrong with it; `null` if nothing is
 */
export function readOptions(): Message | null {
  if (askConfig(ANSWER) == 0) return null;
  const json = answeredText();
  if (!json) return null;
  let option = quoted(json);
  if (option && option == "core") {
    const version = json.charCodeAt(at + 1) == 0x22 ? quoted(json) : null;
    if (version) stated = generationIn(version);
    if (stated == Generation.Unknown) return badSwcCore();
    option = quoted(json);
  }
  return option ? unknownSwcOption(option) : null;
}

/** The next text in quotes; `null` for none. */
function quoted(json: string): string | null {
  const opening = json.indexOf('"', at) + 1;
  if (opening == 0) return null;
  const closing = json.indexOf('"', opening);
  at = closing + 1;
  return json.substring(opening, closing);
}

/** What is wrong with the options for a program that tells how functions are encoded. */
export function contradictedBy(root: Node): Message | null {
  if (stated == Generation.Unknown) return null;
  const found = generationOf(root);
  if (found == Generation.Unknown || found == stated) return null;
  return otherSwcCore(found == Generation.Old ? "1.15" : "1.16");
}
