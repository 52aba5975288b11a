import { def_interface } from "crate-interface/macro";

export const Player = def_interface<{ play(file: string): void }>();
