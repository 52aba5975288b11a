import { Message } from "./message.ts";

// CI1xxx: the macros of one file. Every function here is one way to use a macro wrongly.

/** CI1001: a macro stands where only its call may stand. */
export function macroAsValue(macro: string): Message {
  return new Message(
    "CI1001",
    "`" + macro + "` is a macro and cannot be used as a value",
    "not a call",
    [],
    ["call it here: `" + macro + "(...)`"],
  );
}

/** CI1001: the macros reach the file in another way than by `import { name }`. */
export function macroImportForm(form: string): Message {
  return new Message(
    "CI1001",
    "macros cannot be reached through " + form,
    "",
    [],
    ['import { call_interface } from "crate-interface/macro"'],
  );
}

/** CI1001: the macro module has no such export. */
export function unknownMacro(name: string): Message {
  return new Message("CI1001", "`crate-interface/macro` has no export `" + name + "`", "", [], []);
}

/** CI1002: `def_interface` is not the initializer of an exported top-level `const`. `where` says what it is instead. */
export function defineMisplaced(where: string): Message {
  return new Message(
    "CI1002",
    "`def_interface` must initialize an exported top-level `const`",
    where,
    [],
    [],
  );
}

/** CI1003: `impl_interface` is not a top-level statement. */
export function implementMisplaced(where: string): Message {
  return new Message("CI1003", "`impl_interface` must be a top-level statement", where, [], []);
}

/** CI1004: an argument is not a reference to an interface. `found` says what it is. */
export function notAnInterface(found: string): Message {
  return new Message("CI1004", "expected an interface, found " + found, "", [], []);
}

/** CI1005: a member that an implementation or `defaults` cannot have. `kind` names it ("a getter"). */
export function unsupportedMember(kind: string): Message {
  return new Message("CI1005", kind + " is not supported here", "", [], []);
}

/** CI1006: `this` or `super` as anything but `this.member`. `found` names it. */
export function receiver(found: string): Message {
  return new Message(
    "CI1006",
    found + " has no meaning here: interfaces have no receiver",
    "",
    [],
    [],
  );
}

/** CI1007: an option that the macro does not have. */
export function unknownOption(macro: string, option: string, known: string): Message {
  return new Message(
    "CI1007",
    "`" + macro + "` has no option `" + option + "`",
    "",
    ["it has " + known],
    [],
  );
}

/** CI1007: the same option twice. */
export function duplicateOption(option: string): Message {
  return new Message("CI1007", "option `" + option + "` is given twice", "", [], []);
}

/** CI1007: an option, or the options, that cannot be read without running the program. `expected` names the literal. */
export function optionNotLiteral(option: string, expected: string): Message {
  return new Message("CI1007", "`" + option + "` must be " + expected, "", [], []);
}

/** CI1008: a namespace that is not an identifier. */
export function badNamespace(namespace: string): Message {
  return new Message("CI1008", "`" + namespace + "` is not a namespace", "", [], []);
}

/** CI1009: a macro call of a form that does not exist. `problem` says which part is wrong. */
export function malformedCall(macro: string, problem: string): Message {
  return new Message("CI1009", "malformed `" + macro + "`: " + problem, "", [], []);
}

/** CI1010: a local name for an interface that was imported or defined under another. */
export function localAlias(alias: string): Message {
  return new Message("CI1010", "`" + alias + "` is an alias of an interface", "", [], []);
}

/** CI1011: the same member twice, in one implementation or in two of one file. */
export function duplicateMember(member: string): Message {
  return new Message("CI1011", "member `" + member + "` is implemented twice", "", [], []);
}

/** CI1012: the file is not valid JavaScript or TypeScript. `reason` is the parser's. */
export function unparsable(reason: string): Message {
  return new Message("CI1012", "this file cannot be parsed: " + reason, "", [], []);
}
