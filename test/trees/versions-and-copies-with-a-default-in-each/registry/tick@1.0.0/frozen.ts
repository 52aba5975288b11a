import { impl_interface } from "crate-interface/macro";
import { Tick } from "./index.ts";

impl_interface(Tick, { now: () => 0 });
