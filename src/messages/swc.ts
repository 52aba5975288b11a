import { Message } from "./message.ts";

// What keeps the SWC plugin from reading what its host sends.

/** CI2021: a host from before SWC sent programs to plugins as CBOR. */
export function hostTooOld(): Message {
  return new Message(
    "CI2021",
    "`crate-interface/swc` needs @swc/core 1.15 or newer, Next.js 16.1 or newer, or Rspack 1.7 or newer",
    "",
    [
      "this is an older one, which encodes programs in another way; nothing of the file was changed",
    ],
    ["update it", expandBefore()],
  );
}

/** CI2021: the tree around a macro is encoded as by no host that the plugin was built for. */
export function unknownEncoding(): Message {
  return unknownTo("this code", "encoded in a way that the plugin does not know");
}

/** CI2021: not even a module can be recognised in what the host sends. */
export function unreadableProgram(): Message {
  return unknownTo("this file", "");
}

/** CI2021: the plugin is given an option. */
export function unknownSwcOption(option: string): Message {
  return new Message(
    "CI2021",
    "`crate-interface/swc` has no option `" + option + "`",
    "",
    ["it only expands macros; what they are linked to is decided where the program is bundled"],
    ['write `["crate-interface/swc", {}]`'],
  );
}

function unknownTo(what: string, label: string): Message {
  return new Message(
    "CI2021",
    "`crate-interface/swc` cannot read what this version of SWC says of " + what,
    label,
    [
      "it knows the encodings of @swc/core 1.15 and 1.16, Next.js 16.1 to 16.4, and Rspack 1.7 to 2.3; nothing of the file was changed",
    ],
    ["update crate-interface, or use one of these versions", expandBefore()],
  );
}

function expandBefore(): string {
  return "or expand the macros before SWC, with the plugin for your bundler such as `crate-interface/vite` or `crate-interface/webpack`";
}
