import { Message } from "./message.ts";

// CI3009 and CI2015: packages and what else there is of them.

/**
 * CI3009: a module imports a linked interface, and the package it belongs to is not in the build.
 *
 * @param help {@link buildPackage} or the like, and {@link dependOn}
 */
export function importerNotInBuild(importer: string, root: string, help: string[]): Message {
  return new Message(
    "CI3009",
    "this file belongs to `" + importer + "`, but `" + root + "` is being built",
    "in `" + importer + "`",
    ["`" + root + "` does not depend on `" + importer + "`, so this file is not linked"],
    help,
  );
}

/**
 * Has a bundler build another package.
 *
 * @param path the package's directory, relative to where the build runs
 */
export function buildPackage(name: string, path: string): string {
  return "to build `" + name + '`, set the option `root: "' + path + '"` of the plugin';
}

/**
 * The same where it is a library that is not built by itself.
 *
 * @param name of a program that uses it
 * @param path that program's directory
 */
export function buildProgramWith(name: string, path: string): string {
  return "if the build is of `" + name + '`, set the option `root: "' + path + '"` of the plugin';
}

/**
 * Makes what is imported a part of what is built.
 *
 * @param manifest path of the package.json of the package being built
 */
export function dependOn(importer: string, root: string, manifest: string): string {
  return (
    "if it is a part of `" + root + "`, add `" + importer + "` to the dependencies of " + manifest
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
        " lead to the source, and set those to publish under `publishConfig`, which pnpm and Yarn heed, and npm does not",
      "or leave them for publishing, and put the source first, under a condition of your own, such as `@acme/source`, that your builds have",
      'or do not import `"' + packageName + '"` beside linking it',
    ],
  );
}
