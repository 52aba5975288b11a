import { Message } from "./message.ts";

// CI3xxx: packages, their manifests and their symbol tables. Those of facades are in facades.ts.

/** CI3006: a package.json that cannot be opened or decoded. `reason` is one clause. */
export function manifestUnreadable(reason: string): Message {
  return new Message("CI3006", "this `package.json` cannot be read: " + reason, "", [], []);
}

/** CI3006: a package.json that is not JSON. `problem` says what stands at the position. */
export function manifestNotJson(problem: string): Message {
  return new Message(
    "CI3006",
    "this `package.json` is not valid JSON",
    problem,
    ["JSON has no comments, no trailing commas and no single quotes"],
    [],
  );
}

/** CI3006: a package.json, or its `"crate-interface"` key, that is not an object. */
export function manifestNotObject(what: string): Message {
  return new Message("CI3006", what + " must be an object", "not an object", [], []);
}

/**
 * CI3006: a key that the `"crate-interface"` key does not have.
 *
 * @param nearest the known key that was probably meant, or `""`
 * @param known all known keys, for people
 */
export function unknownManifestKey(key: string, nearest: string, known: string): Message {
  return new Message(
    "CI3006",
    '`"crate-interface"` has no key `' + key + "`",
    "unknown key",
    ["it has " + known],
    [
      nearest.length > 0
        ? "rename `" + key + "` to `" + nearest + "`"
        : "remove `" + key + '` from `"crate-interface"`',
    ],
  );
}

/**
 * CI3006: a key of a package.json that nobody reads and that looks like `"crate-interface"`.
 *
 * @param key as it is written
 */
export function misspeltManifest(key: string): Message {
  return new Message(
    "CI3006",
    'nobody reads `"' + key + '"`, which looks like `"crate-interface"`',
    "not read",
    [],
    ['rename `"' + key + '"` to `"crate-interface"`'],
  );
}

/**
 * CI3006: of a choice by condition, what comes after the one that always applies.
 *
 * @param key its path
 * @param condition the last part of it
 */
export function choiceNeverReached(key: string, condition: string): Message {
  return new Message(
    "CI3006",
    "`" + key + "` is never reached",
    "comes after `default`, which always applies",
    ["the first condition that is active decides"],
    ["put `" + condition + "` before `default`, or remove it"],
  );
}

/**
 * CI3006: a value of the wrong type.
 *
 * @param key its path
 * @param expected such as "a boolean"
 * @param help what to write
 */
export function manifestWrongType(key: string, expected: string, help: string): Message {
  return new Message(
    "CI3006",
    "`" + key + "` must be " + expected,
    "expected " + expected,
    [],
    [help],
  );
}

/** What to write for `facade`. */
export const WRITE_FACADE: string = 'write `"facade": true`, or remove it';
/** What to write for `defaultFacadeImpl`. */
export const WRITE_DEFAULT: string =
  'write `"defaultFacadeImpl": "./src/noop.ts"` for a file, or the name of a package that this one depends on';
/** What to write for `facadeImpl`. */
export const WRITE_FACADE_IMPL: string =
  'write the name of the package that is implemented, as in `"facadeImpl": ["log"]`';
/** What to write for `implementations`. */
export const WRITE_SELECTIONS: string =
  'write an interface and what implements it, as in `"implementations": { "Logger": "log-pino" }`';
/** What to write for `dependencies` and the like. */
export const WRITE_DEPENDENCIES: string = 'write names and ranges, as in `{ "log": "^1.0.0" }`';

/** What to write for an entry of `dependencies` and the like. */
export function writeRange(name: string): string {
  return 'write `"' + name + '": "*"`, or the range that you need';
}
/** What to write for `symbols`. */
export const WRITE_SYMBOLS: string =
  'write `"symbols": "./dist/crate-interface.json"`, which `crate-interface symbols --write` writes';

/** CI3006: a list that names something twice. */
export function manifestDuplicate(key: string, name: string): Message {
  return new Message(
    "CI3006",
    "`" + key + "` names `" + name + "` more than once",
    "named again",
    [],
    ["remove one of them"],
  );
}

/** CI3006: a list that is too long to be meant. */
export function manifestTooMany(key: string, most: string): Message {
  return new Message(
    "CI3006",
    "`" + key + "` names more than " + most + " packages",
    "too many",
    ["those behind the first " + most + " do not count"],
    ["put what implements so many facades into several packages"],
  );
}

/** CI3006: a package that names itself where another one is meant. `key` is such as `facadeImpl[0]`. */
export function manifestNamesItself(key: string, name: string): Message {
  return new Message(
    "CI3006",
    "`" + key + "` names `" + name + "`, which is this package itself",
    "this package",
    [
      "the default of a facade is another package or a file of its own; what a package implements is another package",
    ],
    ["name that package, or a file as a path that begins with `./`"],
  );
}

/** CI3006: a default without a facade that it could be of. */
export function defaultWithoutFacade(): Message {
  return new Message(
    "CI3006",
    "`defaultFacadeImpl` is only for a package with `facade`",
    "not a facade",
    [],
    ['add `"facade": true` beside it, or remove `defaultFacadeImpl`'],
  );
}

/** CI3006: a package that says it is a facade and an implementation of one. */
export function facadeAndImplementation(): Message {
  return new Message(
    "CI3006",
    "a package cannot be both `facade` and `facadeImpl`",
    "implements a facade",
    ["a facade defines interfaces and implements none"],
    [
      "if it implements the interfaces of another package, remove `facade`",
      "if it defines interfaces that others implement, remove `facadeImpl`",
    ],
  );
}

/** CI3007: a path in the manifest that leads out of its package. */
export function pathLeavesPackage(key: string, path: string): Message {
  return new Message(
    "CI3007",
    "`" + key + "` leads out of the package: `" + path + "`",
    "outside the package",
    ["a path in `package.json` is relative to it and stays in its folder"],
    ["move the file into the package, or name the package that it belongs to"],
  );
}

/** CI3007: the same of `symbols`, which is a file that is written. */
export function symbolsLeavePackage(path: string): Message {
  return new Message(
    "CI3007",
    "`symbols` leads out of the package: `" + path + "`",
    "outside the package",
    ["a path in `package.json` is relative to it and stays in its folder"],
    [WRITE_SYMBOLS],
  );
}

/** CI3006: `symbols` is a path at which something else is, or will be. */
export function symbolsNoJson(path: string): Message {
  return new Message(
    "CI3006",
    "`symbols` must be the path of a `.json` file of its own: `" + path + "`",
    "expected a `.json` file other than package.json",
    ["the symbol table is written there, over whatever there is"],
    [WRITE_SYMBOLS],
  );
}

/** CI3007: the same, by a symbolic link. `target` is where it leads. */
export function pathLinksOutside(key: string, path: string, target: string): Message {
  return new Message(
    "CI3007",
    "`" + key + "` leads out of the package: `" + path + "`",
    "outside the package",
    ["it is a symbolic link to `" + target + "`"],
    ["replace the link by the file itself"],
  );
}

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
        '`"crate-interface"`, run `crate-interface symbols --write`, and publish that file',
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
        'list the file under `"files"`',
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
    ["in `" + packageName + "`, run `crate-interface symbols --write` and publish again"],
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
    ["in `" + packageName + "`, run `crate-interface symbols --write` and publish again"],
  );
}

/**
 * CI3008: a library is built, and the output does not export what its symbol table would promise.
 *
 * @param path the source file, relative to the package
 * @param symbols the symbols that the output does not export, for people
 */
export function symbolsNotExported(path: string, symbols: string): Message {
  return new Message(
    "CI3008",
    "no file of the output exports what `" + path + "` defines or implements",
    "",
    ["not exported: " + symbols, "who uses the library is linked to these exports"],
    ['re-export it from an entry of the library: `export * from "./' + path + '"`'],
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

/**
 * CI3009: a module imports a linked interface, and the package it belongs to is not in the build.
 *
 * @param path the package's directory, relative to where the build runs
 * @param manifest path of the package.json of the package being built
 */
export function importerNotInBuild(
  importer: string,
  root: string,
  path: string,
  manifest: string,
): Message {
  return new Message(
    "CI3009",
    "this file belongs to `" + importer + "`, but `" + root + "` is being built",
    "in `" + importer + "`",
    ["`" + root + "` does not depend on `" + importer + "`, so this file is not linked"],
    [
      "to build `" + importer + '`, set the option `root: "' + path + '"` of the plugin',
      "if it is a part of `" +
        root +
        "`, add `" +
        importer +
        "` to the dependencies of " +
        manifest,
    ],
  );
}

/**
 * The same for Jest, which runs the tests of one package after another.
 *
 * @param path the package's directory, relative to where Jest runs
 */
export function projectOfJest(importer: string, path: string): string {
  return (
    "to test `" +
    importer +
    '`, give it a jest.config of its own, and list it in the one that Jest is run with: `projects: ["' +
    path +
    '"]`'
  );
}

/**
 * The same for Vitest.
 *
 * @param pattern of the directories of packages, relative to where Vitest runs
 */
export function projectsOfVitest(importer: string, pattern: string): string {
  return (
    "to test `" +
    importer +
    "` and what uses it, give each application a configuration of its own with the plugin, and " +
    'list them in the one that Vitest is run with: `test: { projects: ["' +
    pattern +
    '"] }`'
  );
}

// CI2015 is about linking, but also about what a package.json exports.

/**
 * CI2015: a package is linked from its source, and its own name leads to its build output.
 *
 * @param linked the source file, relative to the package
 * @param imported the file that its name leads to, relative to the package
 * @param manifest path of its package.json
 */
export function linkedBesideOutput(
  packageName: string,
  linked: string,
  imported: string,
  manifest: string,
): Message {
  return new Message(
    "CI2015",
    "`" +
      packageName +
      "` is linked from `" +
      linked +
      '`, but `import "' +
      packageName +
      '"` gives `' +
      imported +
      "`",
    "linked from here",
    ["a program that also imports it by name has both files, and the state of its modules twice"],
    [
      "let `exports` of " +
        manifest +
        " lead to the source, and set those to publish under `publishConfig`",
      "or leave them for publishing, and put the source first, under a condition such as `development` that your builds have",
      'or do not import `"' + packageName + '"` beside linking it',
    ],
  );
}
