import { impl_interface } from "crate-interface/macro";
import { Clock } from "clock";

impl_interface(Clock, { now: () => 1 });
