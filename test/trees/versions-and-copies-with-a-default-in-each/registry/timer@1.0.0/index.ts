import { call_interface } from "crate-interface/macro";
import { Tick } from "tick";

export function wait(milliseconds: number): void {
  const end = call_interface(Tick.now()) + milliseconds;
  while (call_interface(Tick.now()) < end);
}
