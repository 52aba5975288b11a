import { call_interface } from "crate-interface/macro";
import { Clock } from "timer";

call_interface(Clock.now());
