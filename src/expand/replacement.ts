import type { Reader } from "./reader.ts";
import { findReference } from "./reference.ts";
import type { Range } from "./site.ts";
import { isIdentifier, type Node, unwrap, wrapped } from "./syntax.ts";

/** A member of an interface as an expression or a tag reaches it. */
export type Access = Extract<Node, { type: "MemberExpression" | "JSXMemberExpression" }>;

/** What to write instead of a piece of the file. */
export interface Replacement extends Range {
  text: string;
  macro: "call_interface" | "use_interface";
}

/** A macro, its parenthesis, and the options for a namespace. */
export function openingOf(reader: Reader, macro: string, namespace: string | null): string {
  const options = namespace === null ? "" : `{ namespace: "${namespace}" }, `;
  return `${reader.macroName(macro)}(${options}`;
}

/** Longer pieces of the file are not repeated in a message, in UTF-16 code units. */
const QUOTED = 60;

/** How a member that is reached without a macro, or with too much around it, is written with one. */
export function replacementOf(
  reader: Reader,
  access: Access,
  namespace: string | null,
): Replacement {
  const object = reader.text(unwrap(access.object as Node));
  const use = openingOf(reader, "use_interface", namespace);
  const name = nameOf(access);
  if (name === null) {
    const text = `${use}${object})[${reader.text(access.property)}]`;
    return { start: access.start, end: access.end, text, macro: "use_interface" };
  }
  const member = `${object}.${name}`;
  const callee = wrapped(access);
  const parent = callee.parent as Node;
  if (parent.type === "CallExpression" && parent.callee === callee) {
    const { start, end } = parent;
    const given = shortened(reader, parent.arguments);
    const text = `${openingOf(reader, "call_interface", namespace)}${member}(${given}))`;
    return { start, end, text, macro: "call_interface" };
  }
  const text = `${use}${member})`;
  // `new f(a)(b)` would create an `f(a)`.
  return parent.type === "NewExpression" && parent.callee === callee
    ? { start: parent.start, end: callee.end, text: `new (${text})`, macro: "use_interface" }
    : { start: callee.start, end: callee.end, text, macro: "use_interface" };
}

/**
 * A whole expression with the macro around the member of an interface at its head alone: of
 * `HelloIf.hello(a).length` that is `call_interface(HelloIf.hello(a)).length`. `null` if there is
 * none, or if the expression is too long to be repeated.
 */
export function rewritten(reader: Reader, whole: Node, namespace: string | null): string | null {
  const access = headOf(reader, whole);
  if (!access) return null;
  const { start, end, text } = replacementOf(reader, access, namespace);
  const before = reader.text({ start: whole.start, end: start });
  const after = reader.text({ start: end, end: whole.end });
  return isShort(before) && isShort(after) ? before + text + after : null;
}

/** The member of an interface that an expression begins with. */
function headOf(reader: Reader, whole: Node): Access | null {
  for (let node = unwrap(whole); ; ) {
    let next: Node;
    switch (node.type) {
      case "MemberExpression":
        if (findReference(reader, node.object)) return node.computed ? null : node;
        next = node.object;
        break;
      case "CallExpression":
      case "NewExpression":
        next = node.callee;
        break;
      case "ChainExpression":
        next = node.expression;
        break;
      case "AwaitExpression":
      case "UnaryExpression":
        next = node.argument;
        break;
      case "TaggedTemplateExpression":
        next = node.tag;
        break;
      default:
        return null;
    }
    node = unwrap(next);
  }
}

/** Arguments as they are written, or `...`. */
export function shortened(reader: Reader, args: readonly Node[]): string {
  const [first] = args;
  if (!first) return "";
  const last = args[args.length - 1];
  const text = reader.text({ start: first.start, end: last.end });
  return isShort(text) ? text : "...";
}

/** Whether a piece of the file can stand in a line of a message, between backticks. */
function isShort(text: string): boolean {
  return text.length <= QUOTED && !/[`\r\n\u2028\u2029]/.test(text);
}

/** The member that an access names, if it can be written behind a dot. */
function nameOf(access: Access): string | null {
  const { property } = access;
  if (access.type === "MemberExpression" && access.computed) {
    const name = literalName(property);
    return name !== null && isIdentifier(name) ? name : null;
  }
  return property.type === "Identifier" || property.type === "JSXIdentifier" ? property.name : null;
}

/** The text of a string literal. */
export function literalName(node: Node): string | null {
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}
