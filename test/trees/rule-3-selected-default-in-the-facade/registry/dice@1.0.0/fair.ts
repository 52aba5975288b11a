import { impl_interface } from "crate-interface/macro";
import { Dice } from "./index.ts";

impl_interface(Dice, { roll: () => 1 + Math.floor(Math.random() * 6) });
