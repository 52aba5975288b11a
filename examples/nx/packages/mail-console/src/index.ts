import { impl_interface } from "crate-interface/macro";
import { MailIf } from "@nx-example/mail";

impl_interface(MailIf, {
  send(to, text) {
    return `to ${to}: ${text}`;
  },
});
