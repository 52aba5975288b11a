import { impl_interface } from "crate-interface/macro";
import { Tick } from "tick";

impl_interface(Tick, { now: () => Date.now() });
