import { quoteAll } from "./quote.ts";

// What linking says beside its errors: labels, notes and reasons.

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

/** What an error is about is used in more places than are shown. */
export function usedInMore(count: string): string {
  return "used in " + count + (count === "1" ? " more place" : " more places");
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
  if (conditions.length === 0) return place + " selects nothing for it: there is no choice";
  const none = conditions.length === 1 ? "which is not active" : "of which none is active";
  return place + " selects only for " + quoteAll(conditions) + ", " + none;
}

/** Why conditions do not decide between implementations. */
export function allAreActive(conditions: string[]): string {
  return conditions.length === 1
    ? "all of them are for `" + conditions[0] + "`, which is active"
    : "their conditions are active at the same time: " + quoteAll(conditions);
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

/** An explicit selection in a package that is not being built. */
export function selectionUncounted(manifest: string, root: string): string {
  return "what " + manifest + " selects does not count here: `" + root + "` is being built";
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

/** Why a member cannot be called before its module has run. */
export function needsBinding(member: string, binding: string): string {
  return "`" + member + "` uses `" + binding + "`, which is not there before its module has run";
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

/** Rule 1: its file is for another platform, as `hello.ios.ts` on Android. */
export function forOtherPlatform(platform: string): string {
  return "its file is only for `" + platform + "`";
}

/** Rule 1: there is a more specific file, as `hello.ios.ts` on iOS. */
export function standsInPlace(file: string): string {
  return "`" + file + "` stands in the place of its file";
}

/** Rule 1: it is the default of its facade. */
export function isFacadeDefault(): string {
  return "it is the default of its facade, which counts where nothing else is chosen";
}

/** Rule 1: a facade implements its own interface, and not as its default. */
export function insideFacade(): string {
  return "it is in the facade itself, and not its default";
}

/**
 * Rule 1: it implements a facade, and the root lists it for development, but is built for production.
 *
 * @param fields in which it is: a peer is often there for development as well
 */
export function listedForDevelopment(root: string, fields: string[]): string {
  const listed = "`" + root + "` lists it only in its " + fields.join(" and ");
  return listed + ", and the build is for production";
}

/** Rule 1: it implements a facade, and the root leaves it to who uses the root. */
export function listedAsPeer(root: string): string {
  return (
    "`" + root + "` lists it only in its peerDependencies, which leaves the choice to its users"
  );
}

/** Rule 2: some of its conditions are not active. */
export function inactiveConditions(conditions: string[]): string {
  return (
    (conditions.length === 1 ? "its condition " : "its conditions ") +
    quoteAll(conditions) +
    (conditions.length === 1 ? " is not active" : " are not active")
  );
}

/** Rule 2: another one has conditions, and they are active. `label` is the package of that one. */
export function beatenByConditions(conditions: string[], label: string): string {
  return "the one for " + quoteAll(conditions) + " of `" + label + "` comes before it";
}

/** Rule 3: the root selects another one. */
export function anotherSelected(selected: string): string {
  return "`" + selected + "` is selected explicitly";
}

/** Rule 4: it is installed more than once. */
export function anotherCopy(label: string): string {
  return "another copy of `" + label + "` is the one that is listed";
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

/** Rule 4, for one with conditions. `beaten` are the packages of those without, which rule 2 has dropped. */
export function byConditions(conditions: string[], beaten: string[]): string {
  const only = "the only implementation for " + quoteAll(conditions);
  if (beaten.length === 0) return only;
  const others = beaten.length === 1 ? "that of " : "those of ";
  return only + ", which comes before " + others + quoteAll(beaten) + " without conditions";
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
