import { call_interface } from "crate-interface/macro";
import { Telemetry } from "telemetry";

call_interface(Telemetry.flush());
