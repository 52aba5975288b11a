import { impl_interface } from "crate-interface/macro";
import { Clock } from "clock";

let frozen = 0;
export function freeze(): void {
  frozen = Date.now();
}

impl_interface(Clock, { now: () => frozen });
