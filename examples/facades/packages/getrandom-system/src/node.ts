import { randomFillSync } from "node:crypto";
import { impl_interface } from "crate-interface/macro";
import { Getrandom } from "getrandom";

impl_interface(
  Getrandom,
  {
    getrandom(dest) {
      randomFillSync(dest);
    },
  },
  { conditions: ["node"] },
);
