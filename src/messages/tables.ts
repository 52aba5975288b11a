import { Message } from "./message.ts";

// CI3008: symbol tables, those of installed packages and those of libraries that are built.

/** CI3008: an installed package takes part in linking but publishes no symbol table. */
export function symbolsNotDeclared(packageName: string): Message {
  return new Message(
    "CI3008",
    "`" + packageName + "` takes part in linking but has no symbol table",
    "`symbols` is missing here",
    ["an installed package is not scanned; it publishes what it defines and implements"],
    [
      "in `" +
        packageName +
        '`, set `"symbols": "./dist/crate-interface.json"` under ' +
        '`"crate-interface"`, run `crate-interface symbols --write`, and publish that file; ' +
        notYours(packageName),
    ],
  );
}

/** CI3008: the file that `symbols` names is not there, or cannot be read. `reason` is one clause. */
export function symbolsUnreadable(packageName: string, path: string, reason: string): Message {
  return new Message(
    "CI3008",
    "the symbol table of `" + packageName + "` cannot be read: " + reason,
    "names `" + path + "`",
    [],
    [
      "in `" +
        packageName +
        "`, run `crate-interface symbols --write` before publishing, and " +
        'list the file under `"files"`; ' +
        notYours(packageName),
    ],
  );
}

/** CI3008: the file that `symbols` names is no symbol table. `problem` says where and why. */
export function symbolsInvalid(packageName: string, problem: string): Message {
  return new Message(
    "CI3008",
    "the symbol table of `" + packageName + "` is not valid: " + problem,
    "",
    [],
    [
      "in `" +
        packageName +
        "`, run `crate-interface symbols --write` and publish again; " +
        notYours(packageName),
    ],
  );
}

/** CI3008: the symbol table has a format that this version does not know. */
export function symbolsNewer(packageName: string, format: string, known: string): Message {
  return new Message(
    "CI3008",
    "the symbol table of `" + packageName + "` was written by a newer `crate-interface`",
    "format " + format,
    ["this version reads format " + known],
    ["update `crate-interface`"],
  );
}

/** CI3008: the symbol table was written for another version of the package, or another package. */
export function symbolsStale(packageName: string, written: string, installed: string): Message {
  return new Message(
    "CI3008",
    "the symbol table of `" + packageName + "` is stale",
    "written for `" + written + "`",
    ["the package is `" + installed + "`"],
    [
      "in `" +
        packageName +
        "`, run `crate-interface symbols --write` and publish again; " +
        notYours(packageName),
    ],
  );
}

/** CI3008: a library is built whose package.json names no symbol table. */
export function librarySymbolsNotDeclared(packageName: string): Message {
  return new Message(
    "CI3008",
    "`" + packageName + "` is built as a library, but its `package.json` names no symbol table",
    "",
    ["who installs it cannot link what it defines, implements or calls"],
    ['add `"crate-interface": { "symbols": "./dist/crate-interface.json" }` to its `package.json`'],
  );
}

/** What there is to do for those who have installed a package. */
function notYours(packageName: string): string {
  return (
    "if `" + packageName + "` is not yours, install another version of it, or tell its authors"
  );
}
