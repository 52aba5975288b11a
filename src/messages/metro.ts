import { Message } from "./message.ts";

// What Metro cannot bundle, and what to change in its configuration or in that of Babel.

/** CI2013: a module asks for the macros although Babel has compiled it. */
export function notExpandedByBabel(): Message {
  return new Message(
    "CI2013",
    "`crate-interface/macro` is imported, but macros exist only at build time",
    "imported here",
    ["Babel did not expand this file"],
    [
      'add `"crate-interface/babel"` to `plugins` in babel.config.js, not in a .babelrc, and start Metro with `--reset-cache`',
    ],
  );
}
