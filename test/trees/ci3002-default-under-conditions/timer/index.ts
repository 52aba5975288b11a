import { def_interface } from "crate-interface/macro";

export interface Clock {
  now(): number;
}

export const Clock = def_interface<Clock>();
