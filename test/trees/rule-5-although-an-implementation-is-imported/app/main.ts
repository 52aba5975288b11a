import "clock-system";
import { freeze } from "clock-own";
import { call_interface } from "crate-interface/macro";
import { Clock } from "clock";

freeze();
call_interface(Clock.now());
