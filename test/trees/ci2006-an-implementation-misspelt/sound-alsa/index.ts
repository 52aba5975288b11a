import { impl_interface } from "crate-interface/macro";
import { Plaier } from "sound";

impl_interface(Plaier, { play: (file) => console.log(file) });
