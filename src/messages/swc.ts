import { Message } from "./message.ts";

// What keeps the SWC plugin from reading what its host sends.

const KNOWN = "@swc/core 1.15 and 1.16, and Next.js 16.1 to 16.4";

/** CI2021: the tree around a macro is encoded as no host does that the plugin was built for. */
export function unknownEncoding(): Message {
  return new Message(
    "CI2021",
    "`crate-interface/swc` cannot read what this version of SWC says of this code",
    "encoded in a way that it does not know",
    ["it knows the encodings of " + KNOWN + "; nothing of the file was changed"],
    [
      "update crate-interface, or use one of these versions",
      "or expand the macros before SWC, with the plugin for your bundler such as `crate-interface/vite` or `crate-interface/rspack`",
    ],
  );
}

/** CI2021: a host from before SWC plugins were given CBOR. */
export function hostTooOld(): string {
  return (
    "error[CI2021]: `crate-interface/swc` needs @swc/core 1.15 or newer, or Next.js 16.1 or newer: " +
    "older ones encode programs in another way. Update them, or expand the macros before SWC, " +
    "with the plugin for your bundler such as `crate-interface/vite` or `crate-interface/webpack`."
  );
}

/** The plugin is given an option: it has none. */
export function unknownSwcOption(option: string): string {
  return (
    "crate-interface/swc: unknown option `" +
    option +
    "`; the plugin has no options: write `{}`, and options for linking where you link"
  );
}
