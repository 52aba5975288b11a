// A process that a host may take down with it.
import { createRequire } from "node:module";

const require = createRequire(new URL("../swc-versions/package.json", import.meta.url));

process.on("message", ({ host, code, options }) => {
  const answer = { code: null, error: null, died: false };
  try {
    answer.code = require(host).transformSync(code, options).code;
  } catch (error) {
    answer.error = error.message;
  }
  process.send(answer);
});
