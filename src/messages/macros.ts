import { Message } from "./message.ts";

// CI1xxx: the macros of one file. Every function here is one way to use a macro wrongly.

/** CI1001: a macro stands where only its call may stand. */
export function macroAsValue(macro: string): Message {
  return new Message(
    "CI1001",
    "`" + macro + "` is a macro and cannot be used as a value",
    "used as a value",
    ["macros are replaced when the program is built; at run time there are none"],
    ["call it where it is needed: " + formsOf(macro)],
  );
}

/**
 * CI1001: the macros reach the file in another way than by `import { name }`.
 *
 * @param form such as "a namespace import"
 */
export function macroImportForm(form: string): Message {
  return new Message(
    "CI1001",
    "macros cannot be reached through " + form,
    "not an import by name",
    ["a macro is found by the name under which the file imports it"],
    ['import what you need by name: `import { call_interface } from "crate-interface/macro"`'],
  );
}

/** CI1001: the macro module has no such export. */
export function unknownMacro(name: string): Message {
  return new Message(
    "CI1001",
    "`crate-interface/macro` has no export `" + name + "`",
    "unknown macro",
    [
      "it exports `def_interface`, `impl_interface`, `call_interface`, `use_interface` and the type `Interface`",
    ],
    ["remove `" + name + "` from the import, or correct its name"],
  );
}

/**
 * CI1002: `def_interface` is not the initializer of an exported top-level `const`.
 *
 * @param where what it is instead, such as "not exported"
 */
export function defineMisplaced(where: string): Message {
  return new Message(
    "CI1002",
    "`def_interface` must initialize an exported top-level `const`",
    where,
    ["the `const` gives the interface its name, and its export lets other packages refer to it"],
    ["write at the top level of the file: " + formsOf("def_interface")],
  );
}

/**
 * CI1003: `impl_interface` is not a top-level statement.
 *
 * @param where what it is instead, such as "not at the top level"
 */
export function implementMisplaced(where: string): Message {
  return new Message(
    "CI1003",
    "`impl_interface` must be a top-level statement",
    where,
    ["implementations are linked when the program is built, whatever code runs later"],
    [
      "move it to the top level of the file, as a statement of its own",
      "if it is meant for some builds only, say for which with the option `conditions`",
    ],
  );
}

/**
 * CI1004: an argument is not a reference to an interface.
 *
 * @param found what it is, such as "a call"
 */
export function notAnInterface(found: string): Message {
  return new Message(
    "CI1004",
    "expected an interface, found " + found,
    "not an interface",
    ["an interface is referred to by the name under which it is defined or imported"],
    ['import the interface by its name: `import { HelloIf } from "hello-if"`'],
  );
}

/** CI1004: an interface that is imported as a type only, so that nothing of it can be referred to. */
export function typeOnlyInterface(name: string): Message {
  return new Message(
    "CI1004",
    "expected an interface, found only its type `" + name + "`",
    "imported as a type only",
    ["an import of types disappears before the macros are expanded"],
    ["remove the keyword `type` from the import of `" + name + "`"],
  );
}

/**
 * CI1005: a member that an implementation or `defaults` cannot have.
 *
 * @param kind such as "a getter"
 */
export function unsupportedMember(kind: string): Message {
  return new Message(
    "CI1005",
    "an implementation cannot have " + kind,
    "not supported",
    ["each member becomes an export of its own, so its name and value must stand in the source"],
    [
      "write each member as `name() { ... }`, `name: value` or `name`; in a class, as a static method or field",
    ],
  );
}

/**
 * CI1006: `this` or `super` as anything but `this.member`.
 *
 * @param found such as "`super`"
 */
export function receiver(found: string): Message {
  return new Message(
    "CI1006",
    found + " has no meaning here: interfaces have no receiver",
    "no receiver",
    [
      "members become plain functions; only `this.member` is understood, as the linked member of that name",
    ],
    ["keep state in variables of the module, or pass the object as a parameter"],
  );
}

/**
 * CI1007: an option that the macro does not have.
 *
 * @param known all that it has, for people
 */
export function unknownOption(macro: string, option: string, known: string): Message {
  return new Message(
    "CI1007",
    "`" + macro + "` has no option `" + option + "`",
    "unknown option",
    ["it has " + known],
    ["remove `" + option + "`, or correct its name"],
  );
}

/** CI1007: the same option twice. */
export function duplicateOption(option: string): Message {
  return new Message(
    "CI1007",
    "option `" + option + "` is given twice",
    "given again",
    [],
    ["remove one of the two"],
  );
}

/**
 * CI1007: an option that cannot be read without running the program.
 *
 * @param expected the literal it must be, such as "a string literal"
 */
export function optionNotLiteral(option: string, expected: string): Message {
  return new Message(
    "CI1007",
    "`" + option + "` must be " + expected,
    "expected " + expected,
    ["options are read from the source when the program is built, without running it"],
    ["write the value here, as " + expected],
  );
}

/**
 * CI1007: options that cannot be read without running the program.
 *
 * @param expected how they must be given, such as "an object literal"
 */
export function optionsNotLiteral(macro: string, expected: string): Message {
  return new Message(
    "CI1007",
    "the options of `" + macro + "` must be " + expected,
    "expected " + expected,
    ["options are read from the source when the program is built, without running it"],
    ['write them here, such as `{ namespace: "Mall" }`'],
  );
}

/** CI1008: a namespace that is not an identifier. */
export function badNamespace(namespace: string): Message {
  return new Message(
    "CI1008",
    "`" + namespace + "` is not a namespace",
    "not an identifier",
    [
      "a namespace becomes part of module names: ASCII letters, digits, `_` and `$`, not beginning with a digit",
    ],
    [
      namespace.length === 0
        ? "leave out the option for no namespace"
        : 'write `namespace: "' + toIdentifier(namespace) + '"`, here and wherever it is used',
    ],
  );
}

/**
 * CI1009: a macro call of a form that does not exist.
 *
 * @param problem which part is wrong, a clause
 */
export function malformedCall(macro: string, problem: string): Message {
  return new Message(
    "CI1009",
    "malformed `" + macro + "`: " + problem,
    "",
    [],
    ["write " + formsOf(macro)],
  );
}

/** CI1010: a local name for an interface that was imported or defined under another. */
export function localAlias(alias: string): Message {
  return new Message(
    "CI1010",
    "`" + alias + "` is an alias of an interface",
    "an alias",
    ["interfaces are linked by name when the program is built; a variable has no value yet then"],
    [
      "use the interface itself; to call it `" +
        alias +
        "` in this file, rename its import: `import { HelloIf as " +
        alias +
        ' } from "hello-if"`',
    ],
  );
}

/** CI1011: the same member twice, in one implementation or in two of one file. */
export function duplicateMember(member: string): Message {
  return new Message(
    "CI1011",
    "member `" + member + "` is implemented twice",
    "implemented again",
    ["both would be exported under one name"],
    ["remove one of the two"],
  );
}

/**
 * CI1012: the file is not valid JavaScript or TypeScript.
 *
 * @param reason what the parser says
 */
export function unparsable(reason: string): Message {
  return new Message(
    "CI1012",
    "this file cannot be parsed: " + reason,
    "",
    ["none of its macros can be expanded or linked"],
    ["correct the syntax here"],
  );
}

/**
 * CI1012: the file mentions the macros and is not read.
 *
 * @param reason one clause
 */
export function notRead(reason: string): Message {
  return new Message(
    "CI1012",
    "this file is not read: " + reason,
    "",
    ["none of its macros can be linked"],
    ["move the macros into a file of their own, or leave this one out with the option `exclude`"],
  );
}

/** The forms of a macro, as examples. */
function formsOf(macro: string): string {
  if (macro === "def_interface") {
    return "`export const HelloIf = def_interface<HelloIf>()`";
  }
  if (macro === "impl_interface") {
    return "`impl_interface(HelloIf, { hello(name) { ... } })`";
  }
  if (macro === "call_interface") {
    return '`call_interface(HelloIf.hello("world"))` or `call_interface(HelloIf.hello, "world")`';
  }
  if (macro === "use_interface") {
    return "`use_interface(HelloIf.hello)` for one member, or `use_interface(HelloIf)` for all";
  }
  return "`" + macro + "(...)`";
}

/** A namespace like a text that is none. */
function toIdentifier(text: string): string {
  const plain = "$0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  let name = "";
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    name += plain.indexOf(char) >= 0 ? char : "_";
  }
  return "0123456789".indexOf(name.charAt(0)) >= 0 ? "_" + name : name;
}
