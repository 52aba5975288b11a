import { createRequire } from "node:module";
import { join } from "node:path";

/** One version of @swc/core. */
export type Swc = typeof import("@swc/core");

const require = createRequire(join(import.meta.dirname, "../swc-versions/package.json"));

/** Of each encoding of the tree the first version and the last, and one between. */
export const VERSIONS: readonly Swc[] = [
  "swc-1.15.0",
  "swc-1.15.21",
  "swc-1.15.47",
  "swc-1.16.0",
  "@swc/core",
].map((name) => require(name));
