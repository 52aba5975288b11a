import { call_interface } from "crate-interface/macro";
import { Clock } from "clock";

call_interface(Clock.now());
