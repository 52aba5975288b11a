import { def_interface } from "crate-interface/macro";

/** How letters leave the program. Each application chooses by what it depends on. */
export interface MailIf {
  /** Returns what was done with the letter. */
  send(to: string, text: string): string;
}
export const MailIf = def_interface<MailIf>();
