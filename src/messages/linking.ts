import { interfacePath, isNamespace } from "../naming.ts";
import { Message } from "./message.ts";

// CI2xxx: linking. An interface is written as `HelloIf` or `Mall/HelloIf`; a package as
// `foo@1.2.0`; `root` is the package being built; `manifest` is a path such as `app/package.json`.

/** CI2001: an interface that somebody calls, of which no implementation is in the build. */
export function noImplementation(path: string, root: string, help: string[]): Message {
  return new Message("CI2001", noneLinked(path, root), "called here", [], help);
}

/** CI2001: the same for an interface that nobody calls. */
export function noImplementationUncalled(path: string, root: string, help: string[]): Message {
  return new Message(
    "CI2001",
    noneLinked(path, root),
    "defined here",
    ["nobody calls it, so it does not fail a build"],
    help,
  );
}

function noneLinked(path: string, root: string): string {
  return "no implementation of `" + path + "` is linked into `" + root + "`";
}

/** CI2002: more than one implementation is left. */
export function severalImplementations(path: string, count: string, help: string[]): Message {
  return new Message(
    "CI2002",
    "`" + path + "` has " + count + " implementations",
    "first implemented here",
    [],
    help,
  );
}

/** CI2003: an implementation leaves out members that have no default. */
export function missingMembers(path: string, members: string[]): Message {
  const names = quoteAll(members);
  return new Message(
    "CI2003",
    "not all members of `" + path + "` are implemented, missing: " + names,
    "missing " + names,
    [],
    [
      "add to the implementation `" +
        stubMembers(members, "") +
        "`, or, if it is a class, `" +
        stubMembers(members, "static ") +
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
export function indirectImplementation(path: string, root: string, help: string[]): Message {
  return new Message(
    "CI2008",
    "`" + path + "` is implemented, but not by a package that `" + root + "` lists itself",
    "called here",
    ["`" + path + "` belongs to a facade: the package being built chooses its implementation"],
    help,
  );
}

/** CI2009: an explicit selection names what does not implement the interface. */
export function selectionNotFound(path: string, selected: string, near: string[]): Message {
  return selection(path, selected, "does not implement it", selectInstead(path, near));
}

/** CI2009: an explicit selection names a package that is not there. */
export function selectedNoDependency(
  path: string,
  selected: string,
  root: string,
  near: string[],
): Message {
  const problem = "`" + root + "` has no such dependency";
  return selection(path, selected, problem, selectInstead(path, near));
}

/** CI2009: an explicit selection names a package that is listed, but not installed. */
export function selectedNotInstalled(path: string, selected: string, manifest: string): Message {
  return selection(path, selected, "it is not installed", [installDependencies(manifest)]);
}

/** CI2009: an explicit selection names a file that is not there, or has no macros. */
export function selectedNoFile(path: string, selected: string, near: string[]): Message {
  const message = selection(
    path,
    selected,
    "no such file uses the macros",
    selectInstead(path, near),
  );
  message.notes.push(
    "a path is relative to package.json, and has the extension of the source file",
  );
  return message;
}

/** CI2009: an explicit selection names what cannot be a candidate. */
export function selectionDropped(path: string, selected: string, help: string[]): Message {
  return selection(path, selected, "cannot be linked", help);
}

function selection(path: string, selected: string, problem: string, help: string[]): Message {
  const headline = "`" + selected + "` is selected for `" + path + "`, but " + problem;
  return new Message("CI2009", headline, "selected here", [], help);
}

function selectInstead(path: string, near: string[]): string[] {
  if (near.length === 0) return ["remove `" + path + "` from `implementations`"];
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

// Labels.

/** The label of a call other than the first. */
export const ALSO_CALLED: string = "also called here";
/** The label of an implementation other than the first. */
export const ALSO_IMPLEMENTED: string = "also implemented here";
/** The label of an implementation that was not selected. */
export const IMPLEMENTED: string = "implemented here";
/** The label of an explicit selection. */
export const SELECTED: string = "selected here";
/** The label of a definition. */
export const DEFINED: string = "defined here";
/** The label of a definition other than the first. */
export const ALSO_DEFINED: string = "also defined here";

/** The label of a member's declaration. */
export function declared(member: string): string {
  return "`" + member + "` declared here";
}

/** The label of a member's call. */
export function called(member: string): string {
  return "`" + member + "` called here";
}

// Notes.

/** There are more places than are shown. */
export function morePlaces(count: string): string {
  return "and " + count + " more";
}

/** Members that are called and have no default. */
export function membersWithoutDefault(members: string[]): string {
  return quoteAll(members) + (members.length === 1 ? " has" : " have") + " no default";
}

/** A package that could implement an interface, but is not read. */
export function takesNoPart(label: string): string {
  return "`" + label + '` is not read: it has no "crate-interface" key in its package.json';
}

/** A package that a file imports from, or that could implement an interface, but is not there. */
export function notInstalled(name: string, importer: string): string {
  return "`" + name + "` is not installed, although `" + importer + "` lists it";
}

/** An implementation in a file that is not scanned, relative to its package. */
export function implementsUnread(label: string, file: string): string {
  return "`" + file + "` of `" + label + "` implements it, but is not read" + WHY_UNREAD;
}

/** A definition in a file that is not scanned, relative to its package. */
export function definesUnread(label: string, path: string, file: string): string {
  return "`" + file + "` of `" + label + "` defines `" + path + "`, but is not read" + WHY_UNREAD;
}

const WHY_UNREAD: string = ": tests, build output and what `exclude` names are left out";

/** Why a package may seem not to define what a file imports from it. */
export const RENAMED: string = "renaming re-exports are not followed: the imported name counts";

/** What `this.name` is in a static method of JavaScript, and is not here. */
export function notOfTheClass(member: string): string {
  return (
    "`this." + member + "` is a member of the interface, not the `" + member + "` of the class"
  );
}

/** An interface whose members cannot be seen, so that an implementation says what they are. */
export function membersUnseen(path: string): string {
  return "`" + path + "` declares no members that can be seen: those of its implementation count";
}

/** A selection that has a choice for none of the active conditions. */
export function selectsForOthers(place: string, conditions: string[]): string {
  const none = conditions.length === 1 ? "which is not active" : "of which none is active";
  return place + " selects only for " + quoteAll(conditions) + ", " + none;
}

/** The interface exists in a package that is listed, but not installed. */
export function definedNotInstalled(path: string, label: string, importer: string): string {
  return (
    "`" + label + "` defines `" + path + "`; `" + importer + "` lists it, but it is not installed"
  );
}

/** The interface exists in a package that the one that uses it does not reach. */
export function definedOutside(path: string, label: string, importer: string): string {
  return "`" + label + "` defines `" + path + "`, but `" + importer + "` does not depend on it";
}

/** An implementation of an interface of the same name, which is another interface. */
export function implementsOther(label: string, path: string, other: string): string {
  return "`" + label + "` implements `" + path + "` of `" + other + "`, which is another interface";
}

/** An implementation that was found and not selected, with the reason. */
export function foundButNot(label: string, reason: string): string {
  return "`" + label + "` implements it, but " + reason;
}

/** Where an explicit selection is written. */
export function selectionStands(place: string): string {
  return "the selection is in " + place;
}

/** A facade names a default that does not implement the interface. */
export function defaultWithout(manifest: string, selected: string): string {
  return "`" + selected + "`, the `defaultFacadeImpl` of " + manifest + ", does not implement it";
}

/** Files of which each imports the next, through link modules too. */
export function importCycle(files: string[]): string {
  return "imports: " + files.join(" → ");
}

/** The order in which two modules run when a third is loaded first. */
export function evaluationOrder(entry: string, first: string, second: string): string {
  return "order when `" + entry + "` is loaded first: `" + first + "`, then `" + second + "`";
}

// Why an implementation was not selected: completes "`hello-impl` implements it, but ...".

/** Rule 1: its package is not in the dependency closure. */
export function outsideClosure(root: string): string {
  return "`" + root + "` does not depend on it";
}

/** Rule 1: its package would be in the closure, had it been installed. */
export function listedNotInstalled(root: string): string {
  return "it is not installed, although `" + root + "` lists it";
}

/** Rule 1: it is there for development only, and the build is for production. */
export function developmentOnly(root: string): string {
  return "only the devDependencies of `" + root + "` lead to it, and the build is for production";
}

/** Rule 1: it implements a facade, and the root does not list it. */
export function notListed(root: string): string {
  return "`" + root + "` does not list it in its own dependencies";
}

/** Rule 1: it is the file that a facade keeps as its default. */
export function isDefaultFile(): string {
  return "it is the default of its facade, and not needed";
}

/** Rule 2: some of its conditions are not active. */
export function inactiveConditions(conditions: string[]): string {
  return (
    (conditions.length === 1 ? "its condition " : "its conditions ") +
    quoteAll(conditions) +
    (conditions.length === 1 ? " is not active" : " are not active")
  );
}

/** Rule 2: another one has conditions, and they are active. */
export function beatenByConditions(): string {
  return "one whose conditions are active comes before it";
}

/** Rule 3: the root selects another one. */
export function anotherSelected(selected: string): string {
  return "`" + selected + "` is selected explicitly";
}

/** Rule 4: it is not the only one left. */
export function oneOfSeveral(): string {
  return "it is not the only one";
}

// Why what was selected was selected.

/** Rule 3. `place` is where the selection is written. */
export function byExplicitSelection(place: string): string {
  return "selected in " + place;
}

/** Where selections of the plugin's options are written. */
export const PLUGIN_OPTIONS: string = "the option `implementations`";

/** Where selections of the root are written. */
export function manifestSelections(manifest: string): string {
  return "`implementations` of " + manifest;
}

/** Rule 4. */
export function byBeingTheOnly(): string {
  return "the only implementation";
}

/** Rule 4, when there were others without conditions. */
export function byConditions(conditions: string[]): string {
  return "the only implementation for " + quoteAll(conditions);
}

/** Rule 5. */
export function byFacadeDefault(manifest: string): string {
  return "the `defaultFacadeImpl` of " + manifest;
}

/** Rule 6. */
export function byDefaults(): string {
  return "nothing implements it, and every member used has a default";
}

/** No rule. */
export function byNothing(): string {
  return "not linked";
}

// Help.

/** Imports a binding from where it is declared. */
export function importFromOwnFile(binding: string, file: string): string {
  return "import `" + binding + "` from its own file, `" + file + "`";
}

/** Reorders the imports and re-exports of a module. */
export function moveBefore(needed: string, other: string, barrel: string): string {
  return "or import `" + needed + "` before `" + other + "` in `" + barrel + "`";
}

/** Moves a binding out of the cycle. */
export function moveOut(binding: string, path: string): string {
  return (
    "move `" +
    binding +
    "` into a file that imports nothing which calls `" +
    path +
    "`, and import it first"
  );
}

/** Moves a call out of the cycle. */
export function splitCaller(caller: string, path: string, barrel: string): string {
  return (
    "or move the calls of `" +
    path +
    "` from `" +
    caller +
    "` to a module that `" +
    barrel +
    "` does not import"
  );
}

/** Makes a package a dependency. */
export function addDependency(name: string, manifest: string): string {
  return "add `" + name + "` to the dependencies of " + manifest;
}

/** Makes one of several packages a dependency. */
export function addOneDependency(names: string[], manifest: string): string {
  if (names.length === 1) return addDependency(names[0], manifest);
  return "add one of " + quoteAll(names) + " to the dependencies of " + manifest;
}

/** Installs what is listed already. */
export function installDependencies(manifest: string): string {
  return "install the dependencies of " + manifest;
}

/** Makes a devDependency a dependency. */
export function moveDependency(name: string, manifest: string): string {
  return "move `" + name + "` from the devDependencies to the dependencies of " + manifest;
}

/** Makes conditions active. */
export function activateConditions(conditions: string[]): string {
  return (
    "activate " +
    quoteAll(conditions) +
    " with the option `conditions` of the plugin, or with `--conditions " +
    conditions.join(",") +
    "` on the command line"
  );
}

/** Implements an interface. */
export function implementIn(root: string, statement: string): string {
  return "implement it in `" + root + "` or in one of its dependencies: `" + statement + "`";
}

/** Chooses one of several implementations. */
export function choose(key: string, selected: string[], manifest: string): string {
  const first = selected.length > 0 ? selected[0] : "";
  const others = selected.slice(1);
  return (
    'choose one with `"implementations": { "' +
    key +
    '": "' +
    first +
    '" }` under `"crate-interface"` in ' +
    manifest +
    (others.length === 0 ? "" : "; the others: " + quoteAll(others))
  );
}

/** Makes a selection by condition one for all other builds too. */
export function addDefaultChoice(key: string, selected: string): string {
  return 'add `"default": "' + selected + '"` to what is selected for `' + key + "`";
}

/** Leaves out build output, which repeats the macros of the source. `glob` covers its folder. */
export function excludeOutput(file: string, source: string, glob: string): string {
  return (
    "if `" +
    file +
    "` is built from `" +
    source +
    '`, leave it out with the option `exclude: ["' +
    glob +
    '"]` of the plugin, and with `--exclude "' +
    glob +
    '"` on the command line'
  );
}

/** Decides between several implementations of one package. */
export function chooseInside(label: string): string {
  return "remove all but one from `" + label + "`, or give them `conditions`";
}

/** Decides between several implementations in one file. */
export function chooseInFile(): string {
  return "remove all but one, or move each to a file of its own and give it `conditions`";
}

/** Decides between interfaces of the same name, after another way to do so. */
export function separate(path: string): string {
  return "or give each `" + path + "` its own `namespace`";
}

/** Decides between interfaces of the same name. */
export function separateFirst(path: string): string {
  return "give each `" + path + "` its own `namespace`";
}

/** Says what `this.name` of a class would be. */
export function insteadOfThis(member: string): string {
  return "write the value itself instead of `this." + member + "`";
}

/** Supplies a member, after another way to make it right. */
export function orImplement(member: string): string {
  return "or add `" + member + "` to the implementation";
}

/** The interface that was probably meant. */
export function similarInterface(path: string, label: string): string {
  return "a similar interface exists: `" + path + "` of `" + label + "`";
}

/** Undoes the renaming of an interface on its way. `original` is such as "`HelloIf` of `hello-if`". */
export function exportUnrenamed(path: string, original: string[]): string {
  return (
    "if `" +
    path +
    "` is another name for " +
    original.join(" or ") +
    ", export it under its own name"
  );
}

/** An interface with the package that defines it, as part of a line. */
export function interfaceOf(path: string, label: string): string {
  return "`" + path + "` of `" + label + "`";
}

/** Makes an installed package take part. */
export function publishSymbols(name: string): string {
  return (
    "if `" +
    name +
    '` defines or implements interfaces, add `"crate-interface": { "symbols": "./dist/crate-interface.json" }` to its package.json, and build it again'
  );
}

/** Where to define an interface that is missing. */
export function defineIt(name: string): string {
  return "define it: `export const " + name + " = def_interface<" + name + ">()`";
}

/** The start of an implementation, to be copied: `impl_interface(HelloIf, { hello() {} })`. */
export function stub(namespace: string | null, name: string, members: string[]): string {
  const options = namespace === null ? "" : ', { namespace: "' + namespace + '" }';
  const body = members.length === 0 ? "{}" : "{ " + stubMembers(members, "") + " }";
  return "impl_interface(" + name + ", " + body + options + ")";
}

/**
 * Members of an implementation, to be copied: `hello() {}, greet() {}` of an object literal.
 *
 * @param keyword `""`, or `"static "` for those of a class, between which there are no commas
 */
function stubMembers(members: string[], keyword: string): string {
  let body = "";
  for (let i = 0; i < members.length; i++) {
    const key = isNamespace(members[i]) ? members[i] : '"' + members[i] + '"';
    const comma = keyword === "" ? ", " : " ";
    body += (i > 0 ? comma : "") + keyword + key + "() {}";
  }
  return body;
}

/** Has files scanned that are left out. */
export function includeFiles(files: string[]): string {
  return (
    "move " +
    (files.length === 1 ? "it" : "them") +
    " among the sources, or name " +
    (files.length === 1 ? "it" : "them") +
    " in the option `include` and in no `exclude`: " +
    quoteAll(files)
  );
}

// What `crate-interface link` cannot write.

/** CI2014: two interfaces whose link modules would be one file, at least on some file systems. */
export function sharedLinkFile(path: string, other: string): Message {
  const same = path === other;
  return new Message(
    "CI2014",
    same
      ? "two interfaces are called `" + path + "`, and would share a link file"
      : "`" + path + "` and `" + other + "` would share a link file",
    "defined here",
    [
      same
        ? "a plugin tells them apart by who imports them; a file on disk cannot"
        : "file systems that ignore case cannot tell their files apart",
    ],
    ['give one of them a namespace: `def_interface({ namespace: "..." })`'],
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

function quoteAll(names: string[]): string {
  let text = "";
  for (let i = 0; i < names.length; i++) text += (i > 0 ? ", `" : "`") + names[i] + "`";
  return text;
}

function either(names: string[]): string {
  let text = "";
  for (let i = 0; i < names.length; i++) text += (i > 0 ? " or `" : "`") + names[i] + "`";
  return text;
}
