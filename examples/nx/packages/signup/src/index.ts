import { MailIf } from "@nx-example/mail";
import { call_interface } from "crate-interface/macro";

export function signUp(name: string): string {
  return call_interface(MailIf.send(`${name}@example.org`, `Welcome, ${name}!`));
}
