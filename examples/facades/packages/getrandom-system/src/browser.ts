import { impl_interface } from "crate-interface/macro";
import { Getrandom } from "getrandom";

/** Browsers throw a QuotaExceededError where more is asked for at once. */
const MOST_BYTES = 65_536;

impl_interface(
  Getrandom,
  {
    getrandom(dest) {
      for (let at = 0; at < dest.length; at += MOST_BYTES) {
        crypto.getRandomValues(dest.subarray(at, at + MOST_BYTES));
      }
    },
  },
  { conditions: ["browser"] },
);
