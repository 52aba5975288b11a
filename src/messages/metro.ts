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

/** A linked file is in a package that Metro does not watch. `folder` is relative to the project. */
export function notWatched(specifier: string, file: string, label: string, folder: string): string {
  return (
    "crate-interface: " +
    specifier +
    " leads to " +
    file +
    ", but Metro does not watch `" +
    label +
    '`: add `path.resolve(__dirname, "' +
    folder +
    '")`, or a folder above it, to `watchFolders` in metro.config.js'
  );
}

/** A linked file is where Metro watches, and is left out there. */
export function notSeen(specifier: string, file: string): string {
  return (
    "crate-interface: " +
    specifier +
    " leads to " +
    file +
    ", which Metro has not found in what it watches: in metro.config.js `sourceExts` of `resolver` must have its extension, and `blockList` must not match it"
  );
}

/** A generated module was not there when Metro looked for files. */
export function notWritten(specifier: string, file: string): string {
  return (
    "crate-interface: " +
    specifier +
    " leads to " +
    file +
    ", which Metro has not found: build again, and if this stays, see whether that folder can be written to"
  );
}
