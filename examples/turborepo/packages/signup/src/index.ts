import { call_interface } from "crate-interface/macro";
import { MailIf } from "@turborepo-example/mail";

export function signUp(name: string): string {
  return call_interface(MailIf.send(`${name}@example.org`, `Welcome, ${name}!`));
}
