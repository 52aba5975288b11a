import { def_interface } from "crate-interface/macro";

export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const Clock = def_interface<Clock>();
