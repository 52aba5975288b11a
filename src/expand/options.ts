import {
  badNamespace,
  duplicateOption,
  optionNotLiteral,
  optionsNotLiteral,
  unknownOption,
} from "../messages.ts";
import { isNamespace } from "../naming.ts";
import type { Reader } from "./reader.ts";
import { keyName, type Node, unwrap } from "./syntax.ts";

/**
 * Reads the options of a macro into values by name. Reports what is not an object literal, what is
 * unknown, given twice, or not written as a plain `name: value`.
 *
 * @param known the options that the macro has
 */
export function readOptions(
  reader: Reader,
  macro: string,
  node: Node | undefined,
  known: readonly string[],
): Map<string, Node> {
  const values = new Map<string, Node>();
  if (!node) return values;
  const literal = unwrap(node);
  if (literal.type !== "ObjectExpression") {
    reader.report(optionsNotLiteral(macro, "an object literal"), literal);
    return values;
  }
  for (const property of literal.properties) {
    if (property.type === "SpreadElement") {
      reader.report(optionsNotLiteral(macro, "written out, without spread"), property);
      continue;
    }
    const name = keyName(property.key, property.computed);
    if (name === null) {
      reader.report(optionsNotLiteral(macro, "written with plain names"), property.key);
    } else if (!known.includes(name)) {
      reader.report(
        unknownOption(macro, name, known.map((option) => `\`${option}\``).join(", ")),
        property.key,
      );
    } else if (values.has(name)) {
      reader.report(duplicateOption(name), property.key);
    } else if (property.method || property.kind !== "init") {
      reader.report(optionNotLiteral(name, "given as `" + name + ": ...`"), property.key);
    } else {
      values.set(name, property.value);
    }
  }
  return values;
}

/** Reads the `namespace` option: `null` when there is none, or when it was reported. */
export function readNamespace(reader: Reader, options: Map<string, Node>): string | null {
  const node = options.get("namespace");
  if (!node) return null;
  const namespace = stringValue(node);
  if (namespace === null) {
    reader.report(optionNotLiteral("namespace", "a string literal"), unwrap(node));
    return null;
  }
  if (!isNamespace(namespace)) {
    reader.report(badNamespace(namespace), unwrap(node));
    return null;
  }
  return namespace;
}

/** Reads the `conditions` option: an array of string literals. */
export function readConditions(reader: Reader, options: Map<string, Node>): string[] {
  const node = options.get("conditions");
  if (!node) return [];
  const array = unwrap(node);
  const expected = "an array of string literals";
  if (array.type !== "ArrayExpression") {
    reader.report(optionNotLiteral("conditions", expected), array);
    return [];
  }
  const conditions: string[] = [];
  for (const element of array.elements) {
    const condition = element && stringValue(element);
    if (typeof condition === "string") conditions.push(condition);
    else reader.report(optionNotLiteral("conditions", expected), element ?? array);
  }
  return conditions;
}

function stringValue(node: Node): string | null {
  const literal = unwrap(node);
  return literal.type === "Literal" && typeof literal.value === "string" ? literal.value : null;
}
