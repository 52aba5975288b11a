import { impl_interface } from "crate-interface/macro";
import { Dice } from "dice";

impl_interface(Dice, { roll: () => 6 });
