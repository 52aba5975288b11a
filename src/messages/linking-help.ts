import { isNamespace } from "../naming.ts";
import { either, quoteAll } from "./quote.ts";

// What to do about errors of linking, each to be followed literally.

/** A further way out, where one is enough. */
export function alternative(help: string): string {
  return "or " + help;
}

/** Takes a cycle through a published file apart. */
export function publishApart(binding: string, owner: string, path: string): string {
  return (
    "build `" +
    owner +
    "` so that `" +
    binding +
    "` is in a file which does not import what calls `" +
    path +
    "`, as with `preserveModules` of Vite and Rollup, publish it again, and install that version"
  );
}

/** Imports a binding from where it is declared. */
export function importFromOwnFile(binding: string, file: string): string {
  return "import `" + binding + "` from its own file, `" + file + "`";
}

/** Reorders the imports and re-exports of a module. */
export function moveBefore(needed: string, other: string, barrel: string): string {
  return "import `" + needed + "` before `" + other + "` in `" + barrel + "`";
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
    "move the calls of `" +
    path +
    "` from `" +
    caller +
    "` to a module that `" +
    barrel +
    "` does not import"
  );
}

/** Moves a call from the top level of a module into a function. */
export function callLater(member: string, caller: string): string {
  return (
    "call `" + member + "` later: in a function of `" + caller + "`, not while the module is loaded"
  );
}

/** The same of a module that is published. */
export function publishLater(member: string, caller: string, owner: string): string {
  return (
    "have `" +
    owner +
    "` call `" +
    member +
    "` later, in a function of `" +
    caller +
    "`, publish it again, and install that version"
  );
}

/** Chooses an order that works. */
export function loadFirst(file: string, entry: string): string {
  return "or load `" + file + "` first: in `" + entry + "`, import it before anything else";
}

/** Takes a calling module out of what an implementation imports. */
export function notImportCaller(implementation: string, caller: string): string {
  return "or let `" + implementation + "` import nothing that leads to `" + caller + "`";
}

/** Makes a package a dependency. */
export function addDependency(name: string, manifest: string): string {
  return "add `" + name + "` to the dependencies of " + manifest;
}

/** The same with the range that the rest of the workspace has. */
export function addDependencyAs(name: string, range: string, manifest: string): string {
  return 'add `"' + name + '": "' + range + '"` to the dependencies of ' + manifest;
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

/** Makes a peer a dependency. */
export function movePeer(name: string, manifest: string): string {
  return "move `" + name + "` from the peerDependencies to the dependencies of " + manifest;
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

/**
 * Implements an interface of a package that the root does not depend on, or only in another version.
 *
 * @param name under which the root can import it
 */
export function dependAndImplementIn(
  name: string,
  range: string,
  manifest: string,
  root: string,
  statement: string,
): string {
  return (
    'add `"' +
    name +
    '": "' +
    range +
    '"` to the dependencies of ' +
    manifest +
    ", and implement it in `" +
    root +
    "`: `" +
    statement +
    "`"
  );
}

/** Implements an interface in the file that is for the platform of the build. */
export function implementForPlatform(file: string, label: string): string {
  return "implement it in `" + file + "` of `" + label + "` as well";
}

/** Chooses one of several implementations of a facade: those that are not listed are not linked. */
export function removeAllButOne(names: string[], manifest: string): string {
  return (
    (names.length === 2 ? "remove " + either(names) : "remove all but one of " + quoteAll(names)) +
    " from the dependencies of " +
    manifest
  );
}

/** The same where the package being built implements it itself. */
export function removeDependencies(names: string[], manifest: string): string {
  return (
    "remove " +
    quoteAll(names) +
    " from the dependencies of " +
    manifest +
    ", or what it implements itself"
  );
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

/** Has the default of a facade linked, by the name of the facade. */
export function selectFacade(name: string): string {
  return "select `" + name + "` itself, which means its default";
}

/** Makes a selection by condition one for all other builds too. */
export function addDefaultChoice(key: string, selected: string): string {
  return 'add `"default": "' + selected + '"` to what is selected for `' + key + "`";
}

/** Makes a selection one by condition. */
export function selectUnder(condition: string, selected: string): string {
  return 'select it only for what it is for: `{ "' + condition + '": "' + selected + '" }`';
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

/** Links as Metro does, for one platform at a time. */
export function checkEachPlatform(platforms: string[]): string {
  const first = platforms.length > 0 ? platforms[0] : "";
  const others = platforms.slice(1);
  return (
    "if this is for Metro, check each platform: `crate-interface check --platform " +
    first +
    "`" +
    (others.length === 0 ? "" : ", and the same with " + quoteAll(others))
  );
}

/** Leaves out files that are named after platforms, after how to go on if they are for Metro. */
export function excludePlatforms(glob: string): string {
  return (
    'if it is not, leave them out with the option `exclude: ["' +
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

/** The same where they have conditions, all of which are active. */
export function chooseInsideByConditions(label: string): string {
  return (
    "remove all but one from `" +
    label +
    "`, or give them `conditions` that are not active at the same time"
  );
}

/** Decides between implementations by the conditions that not all of them have. */
export function leaveOutConditions(conditions: string[]): string {
  return (
    "leave out " +
    (conditions.length === 1
      ? "`" + conditions[0] + "`"
      : conditions.length === 2
        ? either(conditions)
        : "all but one of " + quoteAll(conditions)) +
    " from the option `conditions` of the plugin, or from `--conditions` on the command line"
  );
}

/** Decides between copies of one version of a package. */
export function listOneCopy(label: string, name: string, manifest: string): string {
  return (
    "`" +
    label +
    "` is installed more than once: add `" +
    name +
    "` to the dependencies of " +
    manifest +
    ", since of copies the one that is listed there is linked"
  );
}

/** Decides between several implementations in one file. */
export function chooseInFile(): string {
  return "remove all but one, or move each to a file of its own and give it `conditions`";
}

/** Decides between interfaces of the same name of packages that others develop. */
export function separateCalls(labels: string[], importer: string): string {
  return (
    "keep the calls of one of " +
    quoteAll(labels) +
    " in `" +
    importer +
    "`, and move those of the others, with the dependency, to packages of their own"
  );
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

/**
 * The start of an implementation, to be copied: `impl_interface(HelloIf, { hello() {} })`.
 *
 * @param values the members that may be no functions
 */
export function stub(
  namespace: string | null,
  name: string,
  members: string[],
  values: string[],
): string {
  const options = namespace === null ? "" : ', { namespace: "' + namespace + '" }';
  const body = members.length === 0 ? "{}" : "{ " + stubMembers(members, values, "") + " }";
  return "impl_interface(" + name + ", " + body + options + ")";
}

/**
 * Members of an implementation, to be copied: `hello() {}, level: …` of an object literal.
 *
 * @param values the members that may be no functions
 * @param keyword `""`, or `"static "` for those of a class, between which there are no commas
 */
export function stubMembers(members: string[], values: string[], keyword: string): string {
  let body = "";
  for (let i = 0; i < members.length; i++) {
    const key = isNamespace(members[i]) ? members[i] : '"' + members[i] + '"';
    const comma = keyword === "" ? ", " : " ";
    const value = keyword === "" ? ": …" : " = …;";
    body += (i > 0 ? comma : "") + keyword + key + (values.includes(members[i]) ? value : "() {}");
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
