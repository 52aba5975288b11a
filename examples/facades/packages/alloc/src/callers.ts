import { use_interface } from "crate-interface/macro";
import { Alloc } from "./facade.ts";

/** The class that the program has chosen; of its instances no more is known than `Allocator`. */
export const { GlobalAlloc } = use_interface(Alloc);
export type GlobalAlloc = InstanceType<Alloc["GlobalAlloc"]>;
