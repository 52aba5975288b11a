import { call_interface } from "crate-interface/macro";
import { Dice } from "dice";

console.log(call_interface(Dice.roll()));
