import { Message } from "./message.ts";

// CI3008: the symbol table of a package beside what is built from it.

/**
 * CI3008: where the symbol table would be written there is something else, which would be lost.
 *
 * @param path the value of `symbols`
 */
export function symbolsTaken(path: string): Message {
  return new Message(
    "CI3008",
    "`" + path + "` is there, and is no symbol table",
    "not overwritten",
    [],
    [
      'write another path, such as `"symbols": "./dist/crate-interface.json"`, or remove what is at `' +
        path +
        "`",
    ],
  );
}

/** CI3008: there is nothing yet that a symbol table could name. */
export function outputMissing(packageName: string, folders: string): Message {
  return new Message(
    "CI3008",
    "`" + packageName + "` is not built, so that no file exports its symbols",
    "",
    ["there is no JavaScript in " + folders, "a symbol table says which files of the output do"],
    ["build `" + packageName + "` first, then run `crate-interface symbols --write` again"],
  );
}

/**
 * CI3008: a file of the output still has its macros.
 *
 * @param path the file, relative to the package
 */
export function outputNotExpanded(path: string): Message {
  return new Message(
    "CI3008",
    "the macros in `" + path + "` are not expanded",
    "throws when it runs",
    ["`tsc` leaves them as they are, and in an installed package nobody expands them"],
    [
      "build with a plugin of crate-interface, with Babel or with SWC, and let `tsc` write declarations only: `tsc --emitDeclarationOnly`",
    ],
  );
}

/**
 * CI3008: the output lacks what the symbol table would promise.
 *
 * @param path the source file, relative to the package
 * @param symbols what is not exported, for people
 * @param rivals other source files with these symbols, for people, or `""`
 * @param commonJs a file that exports it as CommonJS, relative to the package, or `""`
 */
export function outputLacksSymbols(
  path: string,
  symbols: string,
  rivals: string,
  commonJs: string,
): Message {
  const notes: string[] = ["not exported: " + symbols];
  const help: string[] = [];
  if (commonJs.length > 0) {
    notes.push("`" + commonJs + "` is CommonJS; ES modules are linked");
    help.push("have the build write ES modules, besides CommonJS if need be");
  } else if (rivals.length > 0) {
    notes.push(
      "the same symbols are in " + rivals + ": what has `export *` of both exports neither",
    );
    help.push(ENTRY_FOR_EACH);
  } else {
    help.push(
      're-export it from the entry of the library: if that is beside it, `export * from "./' +
        path.slice(path.lastIndexOf("/") + 1) +
        '"`',
    );
  }
  return new Message(
    "CI3008",
    "no file of the output exports what `" + path + "` defines or implements",
    "",
    notes,
    help,
  );
}

/** Help for {@link outputLacksSymbols} where the output need not be new. */
export function buildAgain(): string {
  return "if the output is older than the source, build again, then run `crate-interface symbols --write` again";
}

const ENTRY_FOR_EACH: string =
  "give each of these source files an entry of its own in the build, with the name of the source file";

/**
 * CI3008: two source files export the same symbols, and it cannot be told which the output exports.
 *
 * @param path the source file, relative to the package
 * @param rivals the others, for people
 * @param files the files of the output that export the symbols, for people
 */
export function outputContested(path: string, rivals: string, files: string): Message {
  return new Message(
    "CI3008",
    "which file of the output has the implementation in `" + path + "` cannot be told",
    "",
    ["the same symbols are in " + rivals, "they are exported by " + files],
    [ENTRY_FOR_EACH],
  );
}

/**
 * CI3008: what is published lacks files that the symbol table needs, itself among them.
 *
 * @param names the files, for people
 * @param entries the same as elements of `files`
 */
export function filesLeaveOut(packageName: string, names: string, entries: string): Message {
  return new Message(
    "CI3008",
    "`files` of `" + packageName + "` leaves out what has to be published",
    "without " + names,
    ["who installs it is linked by the symbol table, to the files that it names"],
    ["add " + entries + " to `files`, or the folder"],
  );
}

/**
 * CI2012 at publishing: a file of the output calls an interface of the package, so that it imports what
 * implements it, and has a class which that may extend.
 *
 * @param path the file, relative to the package
 * @param interfaces what it calls, for people
 * @param classes what it declares, for people
 */
export function declaredWithCalls(path: string, interfaces: string, classes: string): Message {
  return new Message(
    "CI2012",
    "`" + path + "` calls " + interfaces + ", and declares " + classes,
    "not there when what implements " + interfaces + " is loaded",
    ["an implementation that extends the class would crash the program"],
    [
      "keep the class in a source file of its own, let the bundler write a file for each, as with " +
        "`preserveModules` of Vite and Rollup, and let the entry export that one first",
    ],
  );
}

/** CI3008: a package that is published as source. */
export function sourcesPublished(packageName: string): Message {
  return new Message(
    "CI3008",
    "`" + packageName + "` would be published as source, with its macros",
    "",
    [
      "its `exports` lead to source files; of an installed package only Vite, Rollup and Rolldown expand those",
    ],
    [
      "build it, and let `exports` (or `publishConfig.exports`, which pnpm and Yarn put in its place, and npm does not) lead to the output",
      'or, if it is not meant to be published, set `"private": true`',
    ],
  );
}

/**
 * CI3008: only `publishConfig` leads to the output, which npm does not heed.
 *
 * @param key what is in `publishConfig`: `exports`, `module` or `main`
 * @param path the source that is published instead
 */
export function npmPublishesSource(packageName: string, key: string, path: string): Message {
  return new Message(
    "CI3008",
    "npm would publish `" + packageName + "` as source, with its macros",
    "not heeded by npm",
    [
      "pnpm and Yarn put `publishConfig." +
        key +
        "` in the place of `" +
        key +
        "` when they pack; npm publishes `" +
        key +
        "`, which leads to `" +
        path +
        "`",
    ],
    [
      "publish with `pnpm publish` or `yarn npm publish`, and let `packageManager` of package.json say which",
      "or, to publish with npm, let `" + key + "` itself lead to the output",
    ],
  );
}

/**
 * CI3008: `exports` lead to what is not there.
 *
 * @param path the file, relative to the package
 * @param folders where the output is, for people
 */
export function entryMissing(packageName: string, path: string, folders: string): Message {
  return new Message(
    "CI3008",
    "package.json of `" + packageName + "` leads to `" + path + "`, which is not there",
    "",
    ["JavaScript is in " + folders],
    ["let `exports` lead to a file of the output, or have the build write `" + path + "`"],
  );
}

/** CI3008: declarations that are published name types of a package that is not installed with them. */
export function typesNotInstalled(packageName: string): Message {
  return new Message(
    "CI3008",
    "`" + packageName + "` lists `crate-interface` in its devDependencies alone",
    "not installed with it",
    [
      "its declarations name the types of `crate-interface/macro`, and are `any` to users who do not have that",
    ],
    ["move it to the `dependencies` of `" + packageName + "`"],
  );
}

/**
 * CI3008: a library has a package in it that defines an interface.
 *
 * @param path the file of the output, relative to the library
 * @param dependency the package
 */
export function bundledDefinition(path: string, dependency: string): Message {
  return new Message(
    "CI3008",
    "`" + path + "` contains `" + dependency + "`, which defines an interface",
    "",
    ["programs would have its classes and its state twice, and `instanceof` tells them apart"],
    ['leave it to the programs: `external: ["' + dependency + '"]` in the options of the bundler'],
  );
}

/**
 * CI3008: a file of the output imports a source, which is not there.
 *
 * @param path the file, relative to the package
 */
export function importsSource(path: string, specifier: string): Message {
  return new Message(
    "CI3008",
    "`" + path + "` imports `" + specifier + "`, which is not in the output",
    "",
    ["compilers leave imports as the source has them"],
    [
      "let imports in the source end in `.js`, which TypeScript takes for the source beside it, and build again",
    ],
  );
}

/**
 * CI3008: the output exports members that the source does not have any more.
 *
 * @param path the file of the output, relative to the package
 * @param symbols what it exports, for people
 */
export function outputOlder(path: string, symbols: string): Message {
  return new Message(
    "CI3008",
    "`" + path + "` is older than the source, or not built from it",
    "",
    ["it exports " + symbols + ", which no file of the source has"],
    ["build again, into an empty folder, and then run `crate-interface symbols --write` again"],
  );
}

/** CI3008: the package has changed since its symbol table was written. */
export function symbolsOutdated(packageName: string, changes: string[]): Message {
  return new Message(
    "CI3008",
    "the symbol table of `" + packageName + "` is older than its source",
    "",
    changes,
    [
      "build `" +
        packageName +
        "` again before publishing it, and unless a plugin of crate-interface did that, run `crate-interface symbols --write`",
    ],
  );
}

/** A note to {@link symbolsOutdated}: a file that the table does not have. */
export function symbolsLack(path: string): string {
  return "it does not have `" + path + "`";
}

/** A note to {@link symbolsOutdated}: a file that the table has and that takes no part any more. */
export function symbolsKeep(path: string): string {
  return "it has `" + path + "`, which is gone or has no macros";
}

/** A note to {@link symbolsOutdated}: a file that says something else now. */
export function symbolsDiffer(path: string): string {
  return "`" + path + "` defines, implements or calls something else now";
}

/**
 * CI3008: an installed package has a table that promises what its files do not export.
 *
 * @param path the file, relative to the package
 * @param symbols what it does not export, for people
 */
export function promisedNotExported(packageName: string, path: string, symbols: string): Message {
  return new Message(
    "CI3008",
    "`" + path + "` of `" + packageName + "` does not export what its symbol table says",
    "",
    ["not exported: " + symbols, "the table was written for another build of the package"],
    [
      "install `" +
        packageName +
        "` again, or another version of it; in `" +
        packageName +
        "`, run `crate-interface symbols --write` after building, and publish again",
    ],
  );
}

/**
 * CI3008: an installed package was bundled without expanding its macros.
 *
 * @param path the file, relative to the package
 */
export function installedUnexpanded(packageName: string, path: string): Message {
  return new Message(
    "CI3008",
    "`" + path + "` of `" + packageName + "` has the macros in it, unexpanded",
    "throws when it is reached",
    [
      "it was bundled without a plugin of crate-interface, and of an installed package nobody expands them",
    ],
    ["install another version of `" + packageName + "`, or tell its authors"],
  );
}
