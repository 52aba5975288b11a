// A process that the host may take down with it: it aborts on some trees that no parser makes.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

process.on("message", ({ host, code, options }) => {
  let output = null;
  try {
    output = require(host).transformSync(code, options).code;
  } catch {
    // Refused.
  }
  process.send(output);
});
