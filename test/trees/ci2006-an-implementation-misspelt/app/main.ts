import { call_interface } from "crate-interface/macro";
import { Player } from "sound";

call_interface(Player.play("a.ogg"));
