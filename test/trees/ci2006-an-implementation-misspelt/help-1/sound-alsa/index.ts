import { impl_interface } from "crate-interface/macro";
import { Player } from "sound";

impl_interface(Player, { play: (file) => console.log(file) });
