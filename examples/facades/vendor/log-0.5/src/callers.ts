import { use_interface } from "crate-interface/macro";
import { Logger } from "./facade.ts";

export const { log } = use_interface(Logger);
