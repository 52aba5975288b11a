import { def_interface } from "crate-interface/macro";

/** Randomness, from whatever the program runs on. */
export interface Getrandom {
  /** Fills `dest` with random bytes that nobody can predict. */
  getrandom(dest: Uint8Array<ArrayBuffer>): void;
}

export const Getrandom = def_interface<Getrandom>();
