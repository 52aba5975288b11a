import { Message } from "./message.ts";
import { quoteAll } from "./quote.ts";

// CI3001 to CI3005: facades and their implementations. A package is written by its name, `manifest`
// is a path such as `log/package.json`.

/** CI3001: a facade implements `paths` outside of the file that it names as its default. */
export function facadeImplements(facade: string, paths: string[], help: string[]): Message {
  return new Message(
    "CI3001",
    "`" + facade + "` is a facade, but implements " + quoteAll(paths),
    "implemented here",
    ["a facade defines interfaces; the package being built chooses what implements them"],
    help,
  );
}

/**
 * Moves implementations out of a facade.
 *
 * @param owners the packages whose interfaces they implement
 * @param facades those of them that are facades
 */
export function moveOutOfFacade(owners: string[], facades: string[]): string {
  const moved = "move it into a package of its own that depends on " + quoteAll(owners);
  if (facades.length === 0) return moved;
  const list = '"' + facades.join('", "') + '"';
  const value = facades.length === 1 ? list : "[" + list + "]";
  return moved + ' and has `"facadeImpl": ' + value + '` under `"crate-interface"`';
}

/** Makes a file the default of its facade, after another way to make it right. */
export function orMakeDefault(path: string, manifest: string): string {
  return (
    'or make it the default: `"defaultFacadeImpl": "' +
    path +
    '"` under `"crate-interface"` in ' +
    manifest
  );
}

/** Moves an implementation into the default of its facade, after another way to make it right. */
export function orMoveIntoDefault(path: string): string {
  return "or move it into `" + path + "`, which is the default";
}

/**
 * CI3002: what `defaultFacadeImpl` names cannot be linked.
 *
 * @param problem why, as a clause
 */
export function defaultNotUsable(
  facade: string,
  problem: string,
  label: string,
  help: string[],
): Message {
  return new Message(
    "CI3002",
    "the default implementation of `" + facade + "` cannot be used: " + problem,
    label,
    [],
    help,
  );
}

/** The default is a package that its facade does not list. */
export function notAmongDependencies(name: string): string {
  return "`" + name + "` is not among its dependencies";
}

/** The default is a package that its facade lists for development. */
export function onlyForDevelopment(name: string): string {
  return "`" + name + "` is only in its devDependencies";
}

/** The default is a package that is not there. */
export function isNotInstalled(name: string): string {
  return "`" + name + "` is not installed";
}

/** The default is a file that was not found. */
export function noSuchFile(path: string): string {
  return "there is no file `" + path + "` that uses the macros";
}

/** The default does not implement all of its facade. */
export function leavesOut(name: string, what: string[]): string {
  return "`" + name + "` leaves out " + quoteAll(what);
}

/** The default implements interfaces only where certain conditions are active. */
export function onlyUnderConditions(name: string, what: string[], conditions: string[]): string {
  return "`" + name + "` implements " + quoteAll(what) + " only for " + quoteAll(conditions);
}

/** Makes the one implementation of a default count everywhere. */
export function removeConditions(path: string, name: string): string {
  return "in `" + name + "`, remove the `conditions` of what implements `" + path + "`";
}

/** Makes one of several implementations of a default count where no other does. */
export function removeOneOfConditions(path: string, name: string): string {
  return (
    "in `" +
    name +
    "`, remove the `conditions` of one of those that implement `" +
    path +
    "`: it counts where those of the others are not active"
  );
}

/** Where paths of a manifest begin, and how they end. */
export const PATHS_OF_MANIFEST: string =
  "a path is relative to package.json, and has the extension of the source file";

/** Names another file, or writes a file as one. */
export function nameDefault(path: string, manifest: string): string {
  return 'write `"defaultFacadeImpl": "' + path + '"` in ' + manifest;
}

/** Names another facade. */
export function nameFacade(near: string, wrong: string, manifest: string): string {
  return "write `" + near + "` instead of `" + wrong + "` in the `facadeImpl` of " + manifest;
}

/** CI3003: an implementation does not depend on its facade. */
export function facadeNotDependency(name: string, facade: string, help: string[]): Message {
  return new Message(
    "CI3003",
    "`" + name + "` implements the facade `" + facade + "`, but does not depend on it",
    "in neither `dependencies` nor `peerDependencies`",
    [],
    help,
  );
}

/** CI3003: an implementation depends on other versions of its facade than the one that it gets. */
export function facadeVersionMismatch(
  name: string,
  facade: string,
  range: string,
  version: string,
  help: string[],
): Message {
  return new Message(
    "CI3003",
    "`" +
      name +
      "` implements `" +
      facade +
      "` in versions `" +
      range +
      "`, but `" +
      version +
      "` is installed",
    "`" + version + "` is not in this range",
    [],
    help,
  );
}

/** CI3003: a package calls a facade, and depends on other versions of it than the one that it gets. */
export function facadeCalledInOtherVersion(
  label: string,
  facade: string,
  range: string,
  version: string,
  help: string[],
): Message {
  return new Message(
    "CI3003",
    isForVersions(label, facade, range, version),
    "called here",
    ["what it calls may be gone in that version, or do something else"],
    help,
  );
}

/** A package depends on other versions of another one than the one that it gets. */
export function isForVersions(label: string, name: string, range: string, version: string): string {
  return (
    "`" +
    label +
    "` is for `" +
    name +
    "` in versions `" +
    range +
    "`, but `" +
    version +
    "` is installed"
  );
}

/** Installs another version of what uses a package, after another way to make it right. */
export function orInstallUserOf(user: string, name: string, version: string): string {
  return "or a version of `" + user + "` that is for `" + name + "` in version `" + version + "`";
}

/** Widens the range of a caller, after another way to make it right. */
export function orWidenCalled(
  name: string,
  range: string,
  field: string,
  manifest: string,
): string {
  return (
    "or, if what it calls is in that version as it was, make the range in the " +
    field +
    " of " +
    manifest +
    ' `"' +
    name +
    '": "' +
    range +
    '"`'
  );
}

/** CI3003: what an implementation names is no facade. */
export function notAFacade(name: string, facade: string, help: string[]): Message {
  return new Message(
    "CI3003",
    "`" + name + "` names `" + facade + "` as its facade, which is none",
    "not a facade",
    [],
    help,
  );
}

/** Makes a package a facade. */
export function declareFacade(facade: string, manifest: string): string {
  return (
    "if `" + facade + '` is one, add `"facade": true` under `"crate-interface"` in ' + manifest
  );
}

/** Makes a facade a dependency. `range` is `""` where nobody knows it. */
export function addPeerDependency(name: string, range: string, manifest: string): string {
  const entry = range === "" ? "`" + name + "`" : '`"' + name + '": "' + range + '"`';
  return "add " + entry + " to the peerDependencies of " + manifest;
}

/** Installs a version that is in the range. */
export function installInRange(name: string, range: string): string {
  return "install a version of `" + name + "` in the range `" + range + "`";
}

/** Widens the range, after another way to make it right. */
export function orWidenRange(name: string, range: string, field: string, manifest: string): string {
  return (
    "or, if its interfaces are implemented as they are in that version, make the range in the " +
    field +
    " of " +
    manifest +
    ' `"' +
    name +
    '": "' +
    range +
    '"`'
  );
}

/** CI3004: an implementation of a facade leaves out interfaces (`Levels`) or members (`Log.flush`). */
export function facadeNotImplemented(
  name: string,
  facade: string,
  what: string[],
  help: string[],
): Message {
  return new Message(
    "CI3004",
    "`" + name + "` does not implement all of `" + facade + "`: it leaves out " + quoteAll(what),
    "says that it implements all of it",
    [],
    help,
  );
}

/** Implements an interface. `statement` is such as `impl_interface(Levels, { level() {} })`. */
export function addImplementation(name: string, statement: string): string {
  return "in `" + name + "`, add `" + statement + "`";
}

/**
 * Implements members.
 *
 * @param members such as `flush() {}, level() {}`
 * @param statics the same for a class
 */
export function addMembers(name: string, path: string, members: string, statics: string): string {
  return (
    "in `" +
    name +
    "`, add `" +
    members +
    "` to what implements `" +
    path +
    "`, or, if that is a class, `" +
    statics +
    "`"
  );
}

/** No longer says that all of a facade is implemented, after another way to make it right. */
export function orRemoveFacadeImpl(facade: string, manifest: string): string {
  return "or remove `" + facade + "` from the `facadeImpl` of " + manifest;
}

/** The label of an interface that nothing implements. */
export function interfaceLeftOut(path: string): string {
  return "`" + path + "` is not implemented";
}

/** CI3005: a library brings along an implementation of facades. */
export function libraryDependsOnImplementation(
  library: string,
  name: string,
  facades: string[],
  field: string,
  help: string[],
): Message {
  return new Message(
    "CI3005",
    "the library `" +
      library +
      "` depends on `" +
      name +
      "`, which implements " +
      (facades.length === 1 ? "the facade " : "the facades ") +
      quoteAll(facades),
    "in `" + field + "`",
    [
      "the package being built chooses the implementation of a facade: what only a library lists is installed, but not linked",
    ],
    help,
  );
}

/**
 * CI3005: a package that others of its workspace depend on, and may be built by itself all the same,
 * brings along an implementation of facades.
 */
export function maybeLibraryDepends(
  name: string,
  implementation: string,
  facades: string[],
  field: string,
  manifest: string,
): Message {
  return new Message(
    "CI3005",
    "`" +
      name +
      "`, on which another package of the workspace depends, brings along `" +
      implementation +
      "`, which implements " +
      (facades.length === 1 ? "the facade " : "the facades ") +
      quoteAll(facades),
    "in `" + field + "`",
    [
      "built by itself, `" +
        name +
        "` is linked to it; what depends on `" +
        name +
        "` is not, unless it lists `" +
        implementation +
        "` as well",
    ],
    [
      "if `" +
        name +
        '` is a program that is built by itself, leave it, and add `"private": true` to ' +
        manifest,
      "if it is a library, " + moveToDevelopment(implementation, field, manifest),
    ],
  );
}

/** Leaves an implementation of a facade to the tests of a library. */
export function moveToDevelopment(name: string, field: string, manifest: string): string {
  return "move `" + name + "` from the " + field + " to the devDependencies of " + manifest;
}

/** The same for the authors of a library that is installed. */
export function moveToDevelopmentIn(library: string, name: string, field: string): string {
  return "in `" + library + "`, move `" + name + "` from the " + field + " to the devDependencies";
}

/** Makes what a facade brings along its default, after another way to make it right. */
export function orNameDefault(name: string, manifest: string): string {
  return 'or make it the default: `"defaultFacadeImpl": "' + name + '"` in ' + manifest;
}

/** The label of a default that is not among the dependencies. */
export const NOT_LISTED: string = "not a dependency";

/** The label of a default. */
export const DEFAULT: string = "the default";

/** The label of a default that is not there. */
export const NOT_FOUND: string = "not found";

/** The label of an entry among the dependencies. */
export const LISTED: string = "listed here";

/** The label of a dependency that is of the wrong kind. */
export function onlyIn(field: string): string {
  return "only in `" + field + "`";
}

/** The label of what says that a package is a facade. */
export const FACADE: string = "a facade";

/** The label of the entry in a package.json that says that a package implements a facade. */
export const FACADE_IMPL: string = "implements it";

// Notes on an interface that is linked to a default.

/**
 * Packages that the root lists, and of which nobody knows what they implement.
 *
 * @param more how many there are besides `names`, or `""`
 */
export function absentMayImplement(root: string, names: string[], more: string): string {
  const list =
    "`" + root + "` lists " + quoteAll(names) + (more === "" ? "" : " and " + more + " more");
  return names.length === 1
    ? list + ", which is not installed: it may implement it"
    : list + ", which are not installed: they may implement it";
}

/** A package that implements a facade, and that the root imports and does not list. */
export function importedNotListed(name: string, root: string): string {
  return (
    "`" +
    root +
    "` imports `" +
    name +
    "`, which implements it, but does not list it in its own dependencies: it is not linked"
  );
}
