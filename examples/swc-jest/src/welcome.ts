import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

/** Welcomes everybody at once. */
export function welcome(names: string[]): string {
  return names.map((name, index) => call_interface(HelloIf.hello(name, index + 1))).join("\n");
}
