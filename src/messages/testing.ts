import { Message } from "./message.ts";
import { quoteAll } from "./quote.ts";

// Overriding interfaces in tests. What a test runner shows comes from CI2001 and CI2017 to CI2019, which
// are raised while tests run; CI2016 is an error of the build, CI2020 of what a runner loads.

/** CI2016: what is built for production imports what is for tests. */
export function testingInProduction(): Message {
  return new Message(
    "CI2016",
    "`crate-interface/testing` is imported in a build for production",
    "imported here",
    ["what is built for production is linked once and for all: nothing in it can be overridden"],
    ["import it only in tests, and in modules that only tests import"],
  );
}

/** CI2017: nothing is linked so that it could be overridden. */
export function notLinkedForTests(path: string): Message {
  return new Message(
    "CI2017",
    "`" + path + "` cannot be overridden here, since nothing linked this program for tests",
    "",
    ["only Vitest and Jest run programs whose interfaces can be overridden"],
    [
      'Vitest 4.1 or newer: import crateInterface from "crate-interface/vite", and add `crateInterface()` to `plugins` of the configuration that the tests run with',
      'Jest: add `preset: "crate-interface/jest"` to its configuration; with it, override in files of `setupFilesAfterEnv`, since `setupFiles` are run before it',
    ],
  );
}

/** CI2018: the first argument of `override_interface` is something else. */
export function overriddenNoInterface(found: string): Message {
  return new Message(
    "CI2018",
    "the first argument of `override_interface` is not an interface, but " + found,
    "",
    [],
    ["pass what `def_interface` made, imported from where it is defined"],
  );
}

/** CI2018: what should override the members is no object. */
export function overriddenByNoObject(path: string, found: string): Message {
  return new Message(
    "CI2018",
    "what overrides `" + path + "` is not an object of members, but " + found,
    "",
    [],
    ["pass an object, such as `override_interface(" + path + ", { member: () => 1 })`"],
  );
}

/** CI2018: the object of members is to come later. */
export function overriddenByPromise(path: string): Message {
  return new Message(
    "CI2018",
    "what overrides `" + path + "` is not an object of members, but a promise",
    "",
    [],
    ["make the object without `async`; the functions in it may be `async`"],
  );
}

/** CI2018: a function is overridden by something else. */
export function overriddenByNoFunction(path: string, member: string, found: string): Message {
  return new Message(
    "CI2018",
    "`" + member + "` of `" + path + "` is a function or class, and what overrides it is " + found,
    "",
    [],
    ["override it by a function or class; to keep what is linked, leave it out"],
  );
}

/** CI2018: an override calls the member that it overrides, and so itself. */
export function overrideCallsItself(path: string, member: string): Message {
  return new Message(
    "CI2018",
    "what overrides `" + member + "` of `" + path + "` calls itself again and again",
    "",
    ["in a test that overrides a member, calling the interface leads to the override"],
    [
      "call what it replaces: `override_interface(" +
        path +
        ", (original) => ({ " +
        member +
        ": (...args) => original." +
        member +
        "(...args) }))`",
    ],
  );
}

/** CI2018: `override_interface` names members that the interface does not have. */
export function overriddenUnknown(path: string, members: string[], known: string[]): Message {
  return new Message(
    "CI2018",
    "`" + path + "` has no " + (members.length > 1 ? "members " : "member ") + quoteAll(members),
    "",
    [known.length > 0 ? "its members are " + quoteAll(known) : "it has no members"],
    ["override members that it has; `tsc` reports others"],
  );
}

/** CI2019: something outside of every test overrides while several tests run. */
export function overriddenByNoTest(path: string): Message {
  return new Message(
    "CI2019",
    "`" + path + "` is overridden by none of the tests that are running",
    "",
    [
      "several tests run at the same time, and it cannot be told which of them this call belongs to",
    ],
    [
      "override in the test itself, or before it in `beforeEach`; for all tests of a file, before the first of them starts",
    ],
  );
}

/** CI2019: where tests cannot be told apart, one overrides while several run. */
export function overriddenForSeveral(path: string): Message {
  return new Message(
    "CI2019",
    "`" + path + "` is overridden while other tests run, and would change for them",
    "",
    ["browsers have no asynchronous contexts by which it could be told whose code is running"],
    [runByItself()],
  );
}

/** CI2019: a constant is overridden while several tests run. */
export function constantOfSeveral(path: string, member: string): Message {
  return new Message(
    "CI2019",
    "`" +
      member +
      "` of `" +
      path +
      "` is overridden while other tests run, and would change for them",
    "",
    [
      "a constant is a binding between ES modules, with one value at a time; functions and classes are overridden for each test by itself",
    ],
    [runByItself() + "; or make the member a function"],
  );
}

/** CI2001: while tests run, a member of an interface that nothing implements is used. */
export function neitherImplementedNorOverridden(
  path: string,
  member: string,
  root: string,
): Message {
  return new Message(
    "CI2001",
    "no implementation of `" +
      path +
      "` is linked into `" +
      root +
      "`, and its member `" +
      member +
      "` is not overridden",
    "",
    [],
    [
      "override it before it is used, by `override_interface` from `crate-interface/testing`",
      "or let `" +
        root +
        "` depend on an implementation, at least for development; `crate-interface check` says which there are",
    ],
  );
}

/**
 * CI2020: a test, or another file that is not read, implements an interface.
 *
 * @param path such as `Mall/HelloIf`
 * @param name the interface's name, without its namespace
 * @param selected the file to select, such as `./test/hello.ts`; `null` outside of the package being tested
 * @param include how to have it read where nothing can be selected
 */
export function implementedUnread(
  path: string,
  name: string,
  selected: string | null,
  include: string,
): Message {
  return new Message(
    "CI2020",
    "this implementation of `" + path + "` is linked to nothing, since its file is not read",
    "not read",
    [leftOut()],
    [
      "for one test, override members: `override_interface(" +
        name +
        ", { ... })` from `crate-interface/testing`",
      selected === null
        ? include
        : "for all tests, put it in a file without tests, and select that by the option " +
          "of the plugin or of Jest's resolver: `implementations: { \"" +
          path +
          '": "' +
          selected +
          '" }`',
    ],
  );
}

/**
 * CI2020: a test, or another file that is not read, defines an interface.
 *
 * @param include how to have it read
 */
export function definedUnread(path: string, include: string): Message {
  return new Message(
    "CI2020",
    "this definition of `" + path + "` is known to nobody, since its file is not read",
    "not read",
    [leftOut()],
    [include],
  );
}

function leftOut(): string {
  return "tests, build output and what the option `exclude` names are left out: programs are linked without them";
}

function runByItself(): string {
  return "run the test by itself, without `concurrent`";
}
