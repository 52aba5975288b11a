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

/** CI1001: a macro in the markup of a Vue or Svelte component. */
export function macroInMarkup(macro: string): Message {
  return new Message(
    "CI1001",
    "`" + macro + "` is a macro and cannot be used in the markup of a component",
    "not in a script",
    ["macros are expanded in the scripts of a component, not in its markup"],
    ["assign it in the script, `const result = " + macro + "(...)`, and use `result` here"],
  );
}

/**
 * CI1001: the macros reach the file in another way than by `import { name }`.
 *
 * @param form such as "a namespace import"
 * @param macros those that the file names, with commas between them
 */
export function macroImportForm(form: string, macros: string): Message {
  return new Message(
    "CI1001",
    "macros cannot be reached through " + form,
    "not an import by name",
    ["a macro is found by the name under which the file imports it"],
    ["import what you need by name: " + importOf(macros, "crate-interface/macro")],
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
  return expectedInterface(
    found,
    "name an interface that this file defines, or imports by its name from the package that defines it",
  );
}

/** CI1004: the default import `name` of a module. */
export function defaultImport(name: string, source: string): Message {
  return expectedInterface(
    "the default import `" + name + "`",
    "import the interface by its name: " + importOf(name, source),
  );
}

/** CI1004: a namespace import, without the name of one of its interfaces. */
export function namespaceAlone(name: string): Message {
  return expectedInterface(
    "the namespace import `" + name + "`",
    "name the interface in it: `" + name + ".` and the name under which it is exported",
  );
}

/** CI1004: a name that nothing in the file declares. */
export function undeclaredInterface(name: string): Message {
  return expectedInterface(
    "`" + name + "`, which is not declared",
    "import `" + name + "` from the package that defines it",
  );
}

/**
 * CI1004: a name that something nearer declares, though the file has an interface of that name.
 */
export function hiddenInterface(name: string): Message {
  return expectedInterface(
    "the local `" + name + "`",
    "rename the local `" + name + "`, which hides the interface of that name",
  );
}

/** CI1004: a class that names itself where its own implementation is meant. */
export function ownClass(name: string, member: string): Message {
  return expectedInterface("the class `" + name + "`", ownMember(name, member));
}

/**
 * CI1004: an expression around a member of an interface.
 *
 * @param found what it is, such as "a call"
 * @param instead the expression with the macro around the member alone
 */
export function aroundMember(found: string, instead: string): Message {
  return expectedInterface(found, "a macro takes the member alone: write `" + instead + "`");
}

function expectedInterface(found: string, help: string): Message {
  return new Message(
    "CI1004",
    "expected an interface, found " + found,
    "not an interface",
    ["an interface is referred to by the name under which it is defined or imported"],
    [help],
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
    [remedyFor(kind)],
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
 * CI1006: a class that names itself where that name means nothing after expansion.
 *
 * @param member of the class, which it names; empty for none
 */
export function ownName(name: string, member: string): Message {
  return new Message(
    "CI1006",
    "`" + name + "`, the name of the class, has no meaning here: its members are linked one by one",
    "no class",
    ["members become functions and constants of the module, evaluated without the class"],
    [ownMember(name, member)],
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

/**
 * CI1009: `?.` in a macro.
 *
 * @param instead code that means the same; `null` where that cannot be told
 */
export function optionalUse(macro: string, instead: string | null): Message {
  return new Message(
    "CI1009",
    "malformed `" + macro + "`: a linked member is always there, so `?.` has no meaning",
    "",
    [],
    ["write " + (instead === null ? formsOf(macro) : "`" + instead + "`")],
  );
}

/**
 * CI1009: a member that is named by an expression, or in quotes.
 *
 * @param instead code that means the same
 */
export function computedMember(macro: string, instead: string): Message {
  return new Message(
    "CI1009",
    "malformed `" + macro + "`: a member cannot be computed",
    "",
    [],
    ["write `" + instead + "`"],
  );
}

/**
 * CI1009: an expression around a member of an interface.
 *
 * @param found what it is, such as "an expression"
 * @param instead the expression with the macro around the member alone
 */
export function memberWithin(macro: string, found: string, instead: string): Message {
  return new Message(
    "CI1009",
    "malformed `" + macro + "`: expected a member, found " + found,
    "",
    [],
    ["a macro takes the member alone: write `" + instead + "`"],
  );
}

/** CI1009: a use of an interface that another plugin of Babel took apart before its macro was expanded. */
export function rewrittenUse(): Message {
  return new Message(
    "CI1009",
    "malformed macro: another Babel plugin rewrote it before it was expanded",
    "correct as it is written here",
    [
      "babel-plugin-macros expands macros in its turn; a plugin listed before it, such as the React Compiler, has changed the file by then",
    ],
    [
      'list `"macros"` before that plugin',
      'or list `"crate-interface/babel"` among the plugins: it comes before all others wherever it is listed',
    ],
  );
}

/**
 * CI1010: a local name for an interface that was imported or defined under another.
 *
 * @param target what it is an alias of, such as `HelloIf`
 * @param source where that is imported from by its name; `null` for what cannot be renamed there
 */
export function localAlias(
  alias: string,
  target: string,
  imported: string,
  source: string | null,
): Message {
  const help = ["write `" + target + "` instead of `" + alias + "`"];
  if (source !== null) {
    help.push(
      "or remove the variable `" +
        alias +
        "` and rename the import: " +
        importOf(imported + " as " + alias, source),
    );
  }
  return new Message(
    "CI1010",
    "`" + alias + "` is an alias of an interface",
    "an alias",
    ["interfaces are linked by name when the program is built; a variable has no value yet then"],
    help,
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

/** CI1011: two implementations of one interface in one file. */
export function repeatedImplementation(path: string): Message {
  return new Message(
    "CI1011",
    "`" + path + "` is implemented twice in this file",
    "implemented again",
    ["members of both would be exported under one name"],
    [
      "remove one of the two, or move it to a file of its own; with `conditions` a build can have both",
    ],
  );
}

/** CI1011: a member whose symbol the file exports by itself. */
export function symbolExported(member: string, symbol: string): Message {
  return new Message(
    "CI1011",
    "member `" +
      member +
      "` is exported as `" +
      symbol +
      "`, and so is something else in this file",
    "becomes an export of that name",
    ["the linker finds members by these names"],
    ["rename the other export"],
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

/**
 * CI1013: a member of an interface outside of every macro.
 *
 * @param member as the file names it, such as `HelloIf.hello`
 * @param instead the code that reaches it
 * @param macro the macro in it if the file does not import it; empty if it does
 */
export function bareUse(member: string, instead: string, macro: string): Message {
  const help = ["write `" + instead + "`"];
  if (macro.length > 0) help.push("import the macro: " + importOf(macro, "crate-interface/macro"));
  return new Message(
    "CI1013",
    "`" + member + "` is reached without a macro",
    "undefined at run time",
    ["an interface has no members at run time; they are linked where a macro names them"],
    help,
  );
}

/**
 * CI1013: a member of an interface in the markup of a Vue or Svelte component.
 *
 * @param value the code that reaches it
 * @param local a name for it
 */
export function bareInMarkup(member: string, value: string, local: string): Message {
  return new Message(
    "CI1013",
    "`" + member + "` is reached without a macro",
    "undefined at run time",
    ["macros are expanded in the scripts of a component, not in its markup"],
    ["write in the script: `const " + local + " = " + value + "`, and use `" + local + "` here"],
  );
}

/**
 * CI1013: a member of an interface is assigned, updated or deleted.
 *
 * @param target the interface as the file names it
 */
export function bareWrite(member: string, target: string): Message {
  return new Message(
    "CI1013",
    "`" + member + "` cannot be assigned",
    "fails at run time",
    ["an interface has no members at run time; they are linked where a macro names them"],
    ["implement the member: `impl_interface(" + target + ", { ... })`"],
  );
}

/** An import declaration. */
function importOf(names: string, source: string): string {
  return "`import { " + names + ' } from "' + source + '"`';
}

/** What a class writes instead of its own name. */
function ownMember(name: string, member: string): string {
  if (member.length === 0) return "write `this.member` for a member of the class";
  return "write `this." + member + "` instead of `" + name + "." + member + "`";
}

/** What to write instead of a kind of member that cannot be. */
function remedyFor(kind: string): string {
  if (kind === "a spread") return "name the members one by one, such as `{ hello, greet }`";
  if (kind === "a computed key") {
    return 'write the name itself; one that is no identifier in quotes: `"weird-name": value`';
  }
  if (kind === "this number as a key") {
    return 'put it in quotes, as JavaScript writes the number: `"0.5": value`';
  }
  if (kind === "a getter") {
    return "make it a method, which callers call, or a constant if its value never changes";
  }
  if (kind === "a setter")
    return "make it a method that takes the value, such as `setName(name) { ... }`";
  if (kind === "`__proto__: ...`") {
    return "for a member of that name write it as a method, `__proto__() { ... }`; otherwise remove it";
  }
  if (kind === "a superclass") {
    return "remove `extends`, and name each inherited member: `static hello = Base.hello`";
  }
  if (kind === "a decorator") {
    return "remove the decorator, and call it as a function: `static hello = decorate(function hello() { ... })`";
  }
  if (kind === "a static block") {
    return "move its statements to the top level of the file, before the class";
  }
  if (kind === "an accessor") return "remove the keyword `accessor`";
  if (kind === "an abstract member")
    return "remove `abstract`, and give the member a body or a value";
  if (kind === "a constructor") {
    return "remove it: nothing creates instances; state belongs in variables of the module";
  }
  if (kind === "an instance member") return "add the keyword `static`";
  if (kind === "a private member") {
    return "move it out of the class, as a function or variable of the module, without the `#`";
  }
  if (kind === "a field without a value")
    return "give it a value, or write `declare` if it is only a type";
  if (kind === "`arguments` in an arrow function") {
    return "collect the parameters: `(...args) => ...`, and use `args`";
  }
  if (kind === "a name with half of a surrogate pair") return "give the member another name";
  return "write each member as `name() { ... }`, `name: value` or `name`; in a class, as a static method or field";
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
  // What stays is taken in runs: AssemblyScript makes a new text with each `+=`.
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    if (plain.indexOf(text.charAt(i)) >= 0) continue;
    name += text.substring(run, i) + "_";
    run = i + 1;
  }
  name += text.substring(run);
  return "0123456789".indexOf(name.charAt(0)) >= 0 ? "_" + name : name;
}
