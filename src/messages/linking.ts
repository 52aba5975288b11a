import { interfacePath } from "../naming.ts";
import { installDependencies, stubMembers } from "./linking-help.ts";
import { Message } from "./message.ts";
import { either, quoteAll } from "./quote.ts";

// CI2xxx: linking. An interface is written as `HelloIf` or `Mall/HelloIf`; a package as
// `foo@1.2.0`; `root` is the package being built; `manifest` is a path such as `app/package.json`;
// `title` is an interface as a headline has it: in backticks, and by its package where several have its name.

/** CI2001: an interface that somebody calls, of which no implementation is in the build. */
export function noImplementation(title: string, root: string, help: string[]): Message {
  return new Message("CI2001", noneLinked(title, root), "called here", [], help);
}

/** CI2001: the same for an interface that nobody calls. */
export function noImplementationUncalled(title: string, root: string, help: string[]): Message {
  return new Message(
    "CI2001",
    noneLinked(title, root),
    "defined here",
    ["nobody calls it, so it does not fail a build"],
    help,
  );
}

function noneLinked(title: string, root: string): string {
  return "no implementation of " + title + " is linked into `" + root + "`";
}

/** CI2002: more than one implementation is left. */
export function severalImplementations(title: string, count: string, help: string[]): Message {
  return new Message(
    "CI2002",
    title + " has " + count + " implementations",
    "first implemented here",
    [],
    help,
  );
}

/**
 * CI2003: an implementation leaves out members that have no default.
 *
 * @param values the members that may be no functions
 */
export function missingMembers(path: string, members: string[], values: string[]): Message {
  const names = quoteAll(members);
  return new Message(
    "CI2003",
    "not all members of `" + path + "` are implemented, missing: " + names,
    "missing " + names,
    [],
    [
      "add to the implementation `" +
        stubMembers(members, values, "") +
        "`, or, if it is a class, `" +
        stubMembers(members, values, "static ") +
        "`",
    ],
  );
}

/** CI2004: a member is called that the interface does not declare. */
export function unknownMemberCalled(path: string, member: string, near: string[]): Message {
  return new Message(
    "CI2004",
    "`" + path + "` has no member `" + member + "`",
    "unknown member",
    [],
    near.length === 0 ? ["declare `" + member + "` in `" + path + "`"] : [similarMember(near)],
  );
}

/** CI2005: a name stands for several interfaces, and nothing in the importer's package decides. */
export function ambiguousInterface(path: string, importer: string, help: string[]): Message {
  return new Message(
    "CI2005",
    "`" + path + "` is ambiguous in `" + importer + "`",
    "could be any of several",
    [
      "a name means the interface of the importer's own package, or that of the only package in its dependencies that defines it",
    ],
    help,
  );
}

/** CI2005: the file imports one interface, but its package knows another by that name. */
export function shadowedInterface(
  path: string,
  importer: string,
  imported: string,
  meant: string,
): Message {
  return new Message(
    "CI2005",
    "`" + path + "` is imported from `" + imported + "`, but means that of `" + meant + "` here",
    "imported from `" + imported + "`",
    ["all calls of one name in a package are linked to one interface"],
    [
      "give one of the two a `namespace`, or call `" +
        path +
        "` of `" +
        imported +
        "` from another package than `" +
        importer +
        "`",
    ],
  );
}

/** CI2005: one package defines an interface twice. */
export function duplicateDefinition(path: string, owner: string): Message {
  return new Message(
    "CI2005",
    "`" + path + "` is defined more than once in `" + owner + "`",
    "first defined here",
    [],
    ["rename one of them, or give it a `namespace`"],
  );
}

/** CI2006: an implementation or a call of a name that nobody defines. */
export function unknownInterface(path: string, help: string[]): Message {
  return new Message(
    "CI2006",
    "no package defines an interface `" + path + "`",
    "unknown interface",
    [],
    help,
  );
}

/**
 * CI2006: a name is imported from a package that neither defines it nor depends on the package that
 * does. Both are labels; `name` is that of the one that defines it.
 */
export function unrelatedInterface(
  path: string,
  imported: string,
  definer: string,
  name: string,
): Message {
  return new Message(
    "CI2006",
    "`" +
      imported +
      "` does not define `" +
      path +
      "`, and does not depend on `" +
      definer +
      "`, which does",
    "imported from `" + imported + "`",
    ["an interface is that of the package it is imported from, or of one that this depends on"],
    ["if that of `" + definer + "` is meant, import `" + path + "` from `" + name + "`"],
  );
}

/** CI2007: the name exists, but not in this namespace. */
export function namespaceMismatch(
  name: string,
  used: string | null,
  defined: string | null,
): Message {
  return new Message(
    "CI2007",
    "`" + name + "` is defined " + inNamespace(defined) + ", but used " + inNamespace(used),
    used === null ? "used without namespace" : "used in namespace `" + used + "`",
    [],
    [
      defined === null
        ? "leave out the option `namespace`"
        : 'add the option `{ namespace: "' + defined + '" }`',
    ],
  );
}

/** CI2007: what stands at the definition of the other namespace. */
export function definedInNamespace(namespace: string | null): string {
  return "defined " + inNamespace(namespace);
}

/** CI2008: a facade's implementation is there, but the root does not list its package. */
export function indirectImplementation(title: string, root: string, help: string[]): Message {
  return new Message(
    "CI2008",
    title + " is implemented, but not by a package that `" + root + "` lists itself",
    "called here",
    [title + " belongs to a facade: the package being built chooses its implementation"],
    help,
  );
}

/**
 * CI2008 in a build for production: a default is linked, in place of what is while developing.
 *
 * @param owner the package whose default it is
 * @param dependency what implements it, as the root lists it
 * @param key by which `implementations` selects for it
 */
export function defaultInProduction(
  path: string,
  owner: string,
  dependency: string,
  root: string,
  manifest: string,
  key: string,
): Message {
  return new Message(
    "CI2008",
    "in production, `" +
      path +
      "` is linked to the default of `" +
      owner +
      "`, and not to `" +
      dependency +
      "`",
    "for development only",
    ["`" + root + "` lists `" + dependency + "` only in its devDependencies"],
    [
      "list `" + dependency + "` in the `dependencies` of " + manifest,
      'or, if that is meant, say so there: `"crate-interface": { "implementations": { "' +
        key +
        '": { "development": "' +
        dependency +
        '" } } }`',
    ],
  );
}

/**
 * CI2008 in a build: a default is linked, in place of what counts only under conditions that the build does not have.
 *
 * @param conditions of one implementation or another, for people
 * @param condition one of them
 */
export function defaultForInactive(
  path: string,
  owner: string,
  dependency: string,
  conditions: string,
  condition: string,
  key: string,
  manifest: string,
): Message {
  return new Message(
    "CI2008",
    "`" + path + "` is linked to the default of `" + owner + "`, and not to `" + dependency + "`",
    "not linked",
    ["`" + dependency + "` implements it only in builds with " + conditions],
    [
      'if this is such a build, tell the plugin, as in `conditions: ["' + condition + '"]`',
      "or, if it is meant, say so in " +
        manifest +
        ': `"crate-interface": { "implementations": { "' +
        key +
        '": { "' +
        condition +
        '": "' +
        dependency +
        '" } } }`',
    ],
  );
}

/**
 * CI2008 in a build: a default is linked, and something is not installed that may implement the interface.
 *
 * @param key by which `implementations` selects for it
 * @param facade what selects the default
 */
export function defaultForAbsent(
  path: string,
  owner: string,
  dependency: string,
  root: string,
  manifest: string,
  key: string,
  facade: string,
): Message {
  return new Message(
    "CI2008",
    "`" + path + "` is linked to the default of `" + owner + "`, and may be meant not to be",
    "not installed",
    [
      "`" +
        root +
        "` lists `" +
        dependency +
        "`, which is not there to be asked what it implements",
    ],
    [
      "install what `" + root + "` lists",
      "or, if the default is meant, say so in " +
        manifest +
        ': `"crate-interface": { "implementations": { "' +
        key +
        '": "' +
        facade +
        '" } }`',
    ],
  );
}

/** CI2009: an explicit selection names what does not implement the interface. */
export function selectionNotFound(
  title: string,
  key: string,
  selected: string,
  near: string[],
): Message {
  return selection(title, selected, "does not implement it", selectInstead(key, near));
}

/** CI2009: an explicit selection names a package that is not there. */
export function selectedNoDependency(
  title: string,
  key: string,
  selected: string,
  root: string,
  near: string[],
): Message {
  const problem = "`" + root + "` has no such dependency";
  return selection(title, selected, problem, selectInstead(key, near));
}

/**
 * CI2009: an explicit selection names a file as one would a package.
 *
 * @param file the same as a path
 */
export function selectedWithoutDot(
  title: string,
  selected: string,
  root: string,
  file: string,
  near: string[],
): Message {
  const message = selectedNoDependency(title, "", selected, root, near);
  message.help = ["write `" + file + "`: the path of a file begins with `./`"];
  if (near.length > 0) message.help.push("or select " + either(near));
  return message;
}

/** CI2009: an explicit selection names a package that is listed, but not installed. */
export function selectedNotInstalled(title: string, selected: string, manifest: string): Message {
  return selection(title, selected, "it is not installed", [installDependencies(manifest)]);
}

/** CI2009: an explicit selection names a file that is not there, or has no macros. */
export function selectedNoFile(
  title: string,
  key: string,
  selected: string,
  near: string[],
): Message {
  const message = selection(
    title,
    selected,
    "no such file uses the macros",
    selectInstead(key, near),
  );
  message.notes.push(
    "a path is relative to package.json, and has the extension of the source file",
  );
  return message;
}

/** CI2009: an explicit selection names what cannot be a candidate. */
export function selectionDropped(title: string, selected: string, help: string[]): Message {
  return selection(title, selected, "cannot be linked", help);
}

function selection(title: string, selected: string, problem: string, help: string[]): Message {
  const headline = "`" + selected + "` is selected for " + title + ", but " + problem;
  return new Message("CI2009", headline, "selected here", [], help);
}

function selectInstead(key: string, near: string[]): string[] {
  if (near.length === 0) return ["remove `" + key + "` from `implementations`"];
  return ["select " + either(near)];
}

/** CI2009: an explicit selection for an interface that does not exist. */
export function selectionOfUnknown(key: string, near: string[]): Message {
  return new Message(
    "CI2009",
    "`implementations` selects for `" + key + "`, which no package defines",
    "no such interface",
    [],
    near.length === 0
      ? ["remove `" + key + "` from `implementations`"]
      : ["a similar interface exists: " + either(near)],
  );
}

/** CI2009: an explicit selection where nothing is built, as in the root of a workspace. */
export function selectionWithoutInterfaces(key: string, root: string): Message {
  return new Message(
    "CI2009",
    "`implementations` selects for `" + key + "`, but `" + root + "` reaches no interfaces",
    "counts only in the package that is built",
    [],
    ["move it to the package.json of the program that it is for"],
  );
}

/** CI2009: an explicit selection for a package, where one of its interfaces is meant. */
export function selectionOfPackage(key: string, interfaces: string[]): Message {
  return new Message(
    "CI2009",
    "`implementations` selects for `" + key + "`, which is a package and not an interface",
    "not an interface",
    [],
    [
      "write " +
        (interfaces.length === 1 ? "its interface " : "one of its interfaces: ") +
        either(interfaces),
    ],
  );
}

/** CI2010: an implementation, or the defaults, have a member that the interface does not. */
export function extraMember(path: string, member: string, near: string[]): Message {
  return new Message(
    "CI2010",
    "`" + member + "` is not a member of `" + path + "`",
    "not a member",
    [],
    near.length === 0
      ? ["make `" + member + "` a function of the module, outside of the interface, or remove it"]
      : [similarMember(near)],
  );
}

/** CI2012: an implementation runs before what it needs, whenever `entry` is loaded first. */
export function evaluationCycle(
  binding: string,
  needed: string,
  implementation: string,
  entry: string,
  help: string[],
): Message {
  return new Message(
    "CI2012",
    "`" + implementation + "` runs before `" + needed + "`, which declares `" + binding + "`",
    "not initialized when `" + entry + "` is loaded first",
    [],
    help,
  );
}

/** CI2012, the other way about: a module calls a member while it is loaded, which is not ready. */
export function calledTooEarly(
  member: string,
  caller: string,
  implementation: string,
  entry: string,
  help: string[],
): Message {
  return new Message(
    "CI2012",
    "`" + caller + "` calls `" + member + "` before `" + implementation + "` has run",
    "called while the module is loaded, when `" + entry + "` is loaded first",
    [],
    help,
  );
}

// What `crate-interface link` cannot write.

/**
 * CI2014: two interfaces whose link modules would be one file, at least on some file systems.
 *
 * @param owner the package that defines the first, such as `log@1.0.0`
 * @param otherOwner the package that defines the other
 * @param versioned the package that both are versions of, or `""`
 */
export function sharedLinkFile(
  path: string,
  other: string,
  owner: string,
  otherOwner: string,
  versioned: string,
): Message {
  const same = path === other;
  const among = owner === otherOwner ? "" : " of `" + owner + "`";
  const otherAmong = owner === otherOwner ? "" : " of `" + otherOwner + "`";
  return new Message(
    "CI2014",
    "`" + path + "`" + among + " and `" + other + "`" + otherAmong + " would share a link file",
    "defined here",
    [
      same
        ? "a plugin tells them apart by who imports them; a file on disk cannot"
        : "file systems that ignore case cannot tell their files apart",
    ],
    [
      versioned.length > 0
        ? "have all packages use one version of `" +
          versioned +
          "`: `crate-interface why " +
          path +
          "` tells who brings in which"
        : 'give one of them a namespace: `def_interface({ namespace: "..." })`',
      "or link with a plugin of a bundler, or the presets for Jest and Metro, which link each by itself",
    ],
  );
}

// What a module throws at run time.

/** A member that nobody links, used by a default that nobody calls. */
export function memberNotLinked(
  namespace: string | null,
  interfaceName: string,
  member: string,
): string {
  const path = interfacePath(namespace, interfaceName);
  return "CI2001: nothing implements `" + member + "` of `" + path + "`";
}

function inNamespace(namespace: string | null): string {
  return namespace === null ? "without namespace" : "in namespace `" + namespace + "`";
}

function similarMember(near: string[]): string {
  return "a similar member exists: " + either(near);
}

/**
 * CI1007: an implementation has a condition that no build is known to have.
 *
 * @param near the one that may be meant
 */
export function misspeltCondition(condition: string, near: string): Message {
  return unknownCondition("CI1007", condition, near);
}

/** CI3006: the same of a condition under `implementations` of package.json. */
export function misspeltSelection(condition: string, near: string): Message {
  return unknownCondition("CI3006", condition, near);
}

function unknownCondition(code: string, condition: string, near: string): Message {
  return new Message(
    code,
    "`" + condition + "` looks like the condition `" + near + "`",
    "for builds with `" + condition + "` alone",
    [],
    [
      "write `" + near + "`",
      "or, if it is a condition of your own, name it: `crate-interface check --conditions " +
        condition +
        "`",
    ],
  );
}
