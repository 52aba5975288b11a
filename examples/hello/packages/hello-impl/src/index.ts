import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello(name, id) {
    return `Hello, ${name} ${id}!`;
  },
});
