import {
  badNamespace,
  duplicateOption,
  optionNotLiteral,
  optionsNotLiteral,
  unknownOption,
} from "../../src/messages/macros.ts";
import { quoteAll } from "../../src/messages/quote.ts";
import { isNamespace } from "../../src/naming.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { Head } from "../cbor/head.ts";
import { Reader } from "./reader.ts";
import { childOf, expressionsOf, isSpread, keyName, literalName, unwrap } from "./syntax.ts";

/** The values of options, in the order of the names that the macro knows. */
export type Options = Array<Node | null>;

/**
 * Reads the options of a macro. Reports what is not an object literal, what is unknown, given twice,
 * or not written as a plain `name: value`.
 *
 * @param known the options that the macro has, `namespace` first
 */
export function readOptions(
  reader: Reader,
  macro: string,
  argument: Node | null,
  known: string[],
): Options {
  const options = new Array<Node | null>(known.length).fill(null);
  if (!argument) return options;
  const literal = unwrap(argument);
  if (literal.type != Type.ObjectLit) {
    reader.report(optionsNotLiteral(macro, "an object literal"), literal);
    return options;
  }
  let property = literal.child(Slot.Props);
  while (property) {
    readOption(reader, macro, property, known, options);
    property = property.sibling;
  }
  return options;
}

function readOption(
  reader: Reader,
  macro: string,
  property: Node,
  known: string[],
  options: Options,
): void {
  if (isSpread(property)) {
    reader.report(optionsNotLiteral(macro, "written out, without spread"), property);
    return;
  }
  const key = childOf(property, Slot.Key);
  const name = keyName(reader.module.tree.atoms, key);
  if (name === null) {
    reader.report(optionsNotLiteral(macro, "written with plain names"), childOf(key, Slot.Expr));
    return;
  }
  const index = known.indexOf(name);
  if (index < 0) reader.report(unknownOption(macro, name, quoteAll(known)), key);
  else if (options[index]) reader.report(duplicateOption(name), key);
  else if (property.type != Type.KeyValueProp && property != key) {
    reader.report(optionNotLiteral(name, "given as `" + name + ": ...`"), key);
  } else options[index] = childOf(property, Slot.Value);
}

/** Reads the `namespace` option: `null` when there is none, or when it was reported. */
export function readNamespace(reader: Reader, options: Options): string | null {
  const value = options[0];
  if (!value) return null;
  const literal = unwrap(value);
  const namespace = literalName(literal);
  if (namespace === null) {
    reader.report(optionNotLiteral("namespace", "a string literal"), literal);
    return null;
  }
  if (isNamespace(namespace)) return namespace;
  reader.report(badNamespace(namespace), literal);
  return null;
}

/** Checks the `conditions` option, an array of string literals, which the linker reads. */
export function checkConditions(reader: Reader, value: Node | null): void {
  if (!value) return;
  const array = unwrap(value);
  const message = optionNotLiteral("conditions", "an array of string literals");
  if (array.type != Type.ArrayLit) {
    reader.report(message, array);
    return;
  }
  const elements = expressionsOf(array, Slot.Elems);
  for (let i = 0; i < elements.length; i++) {
    if (literalName(unwrap(elements[i])) === null) reader.report(message, elements[i]);
  }
  const head = new Head();
  head.read(array.field(Slot.Elems), array.end);
  for (let i: u32 = elements.length; i < head.argument; i++) reader.report(message, array);
}
