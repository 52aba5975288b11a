import { def_interface } from "crate-interface/macro";

export const Clock = def_interface<{ now(): number }>();
