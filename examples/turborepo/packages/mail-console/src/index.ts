import { MailIf } from "@turborepo-example/mail";
import { impl_interface } from "crate-interface/macro";

impl_interface(MailIf, {
  send(to, text) {
    return `to ${to}: ${text}`;
  },
});
