import { def_interface } from "crate-interface/macro";

export interface Dice {
  roll(): number;
}

export const Dice = def_interface<Dice>();
