import { getrandom } from "getrandom";
import { info } from "log";

/** A text of random hexadecimal digits, two for each byte. */
export function token(bytes: number): string {
  const dest = new Uint8Array(bytes);
  getrandom(dest);
  info("foo", () => `a token of ${bytes} bytes`);
  return Array.from(dest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
