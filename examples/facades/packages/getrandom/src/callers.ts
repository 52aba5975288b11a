import { use_interface } from "crate-interface/macro";
import { Getrandom } from "./facade.ts";

/** A plain function, for libraries that need not know that this package is a facade. */
export const { getrandom } = use_interface(Getrandom);
