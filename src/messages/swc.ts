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

/** CI2021: the plugin is given an option that it does not have. */
export function unknownSwcOption(option: string): Message {
  return new Message(
    "CI2021",
    "`crate-interface/swc` has no option `" + option + "`, only `core`",
    "",
    ["it only expands macros; what they are linked to is decided where the program is bundled"],
    ['write `["crate-interface/swc", {}]`'],
  );
}

/** CI2021: the option `core` is no version of SWC that the plugin runs in. */
export function badSwcCore(): Message {
  return new Message(
    "CI2021",
    "`core` of `crate-interface/swc` is no version of @swc/core from 1.15 on, in quotes",
    "",
    [],
    [writeCore("1.15"), writeCore("1.16")],
  );
}

/** CI2021: the option `core` says another encoding than the program has. */
export function otherSwcCore(version: string): Message {
  return new Message(
    "CI2021",
    "`core` of `crate-interface/swc` does not fit this version of SWC",
    "",
    [],
    [writeCore(version)],
  );
}

/** @param version the first of those that encode programs alike */
function writeCore(version: string): string {
  const hosts =
    version === "1.15"
      ? "@swc/core 1.15, Next.js 16.1 to 16.3, or Rspack 1.7 to 2.1"
      : "@swc/core 1.16, Next.js 16.4, or Rspack 2.2, and newer ones";
  return 'write `["crate-interface/swc", { "core": "' + version + '" }]` for ' + hosts;
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
