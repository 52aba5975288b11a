import { Message } from "./message.ts";

// CI3006 and CI3007: what package.json says.

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
