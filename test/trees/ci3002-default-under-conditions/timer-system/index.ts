import { impl_interface } from "crate-interface/macro";
import { Clock } from "timer";

impl_interface(Clock, { now: () => Date.now() }, { conditions: ["browser"] });
