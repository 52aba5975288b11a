import { def_interface } from "crate-interface/macro";

export interface Tick {
  now(): number;
}

export const Tick = def_interface<Tick>();
