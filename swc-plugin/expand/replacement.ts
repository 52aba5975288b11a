import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { sourceText } from "../host/source.ts";
import { Reader } from "./reader.ts";
import { findReference } from "./reference.ts";
import {
  childOf,
  expressionsOf,
  isCall,
  isComputed,
  isIdentifier,
  literalName,
  propertyOf,
  unwrap,
  wrapped,
} from "./syntax.ts";

/** What to write instead of a piece of the file. */
export class Replacement {
  constructor(
    public lo: u32,
    public hi: u32,
    public text: string,
    public macro: string,
  ) {}
}

/** A macro, its parenthesis, and the options for a namespace. */
export function openingOf(reader: Reader, macro: string, namespace: string | null): string {
  const options = namespace === null ? "" : '{ namespace: "' + namespace + '" }, ';
  return reader.macroName(macro) + "(" + options;
}

/** Longer pieces of the file are not repeated in a message, in UTF-16 code units. */
const QUOTED = 60;

/**
 * How a member that is reached without a macro, or with too much around it, is written with one.
 *
 * @param access a `MemberExpr` or `JSXMemberExpr`
 */
export function replacementOf(reader: Reader, access: Node, namespace: string | null): Replacement {
  const object = reader.text(unwrap(childOf(access, Slot.Obj)));
  const use = openingOf(reader, "use_interface", namespace) + object;
  const name = nameOf(reader, access);
  if (name === null) {
    const text = use + ")[" + reader.text(propertyOf(access)) + "]";
    return new Replacement(access.lo, access.hi, text, "use_interface");
  }
  const callee = wrapped(access);
  const parent = callee.parent;
  if (parent && callee.slot == Slot.Callee && isCall(parent)) {
    const call = openingOf(reader, "call_interface", namespace) + object + "." + name;
    const text = call + "(" + shortened(expressionsOf(parent, Slot.Args)) + "))";
    return new Replacement(parent.lo, parent.hi, text, "call_interface");
  }
  const text = use + "." + name + ")";
  // `new f(a)(b)` would create an `f(a)`.
  return parent && callee.slot == Slot.Callee && parent.type == Type.NewExpr
    ? new Replacement(parent.lo, callee.hi, "new (" + text + ")", "use_interface")
    : new Replacement(callee.lo, callee.hi, text, "use_interface");
}

/**
 * A whole expression with the macro around the member of an interface at its head alone: of
 * `HelloIf.hello(a).length` that is `call_interface(HelloIf.hello(a)).length`. `null` if there is
 * none, or if the expression is too long to be repeated.
 */
export function rewritten(reader: Reader, whole: Node, namespace: string | null): string | null {
  const access = headOf(reader, whole);
  if (!access) return null;
  const head = replacementOf(reader, access, namespace);
  const before = sourceText(whole.lo, head.lo);
  const after = sourceText(head.hi, whole.hi);
  return isShort(before) && isShort(after) ? before + head.text + after : null;
}

/** The member of an interface that an expression begins with. */
function headOf(reader: Reader, whole: Node): Node | null {
  let next: Node | null = whole;
  while (next) {
    const node = unwrap(next);
    switch (node.type) {
      case Type.MemberExpr:
        next = childOf(node, Slot.Obj);
        if (findReference(reader, next)) return isComputed(node) ? null : node;
        break;
      case Type.CallExpr:
      case Type.OptCall:
      case Type.NewExpr:
        next = node.child(Slot.Callee);
        break;
      case Type.OptChainExpr:
        next = node.child(Slot.Base);
        break;
      case Type.AwaitExpr:
      case Type.UnaryExpr:
        next = node.child(Slot.Arg);
        break;
      case Type.TaggedTpl:
        next = node.child(Slot.Tag);
        break;
      default:
        return null;
    }
  }
  return null;
}

/** Arguments as they are written, or `...`. */
export function shortened(args: Node[]): string {
  if (args.length == 0) return "";
  const text = sourceText(args[0].lo, args[args.length - 1].hi);
  return isShort(text) ? text : "...";
}

/** Whether a piece of the file can stand in a line of a message, between backticks. */
function isShort(text: string): bool {
  for (let i = 0; i < text.length; i++) {
    if ("`\r\n\u2028\u2029".indexOf(text.charAt(i)) >= 0) return false;
  }
  return text.length <= QUOTED;
}

/** The member that an access names, if it can be written behind a dot. */
function nameOf(reader: Reader, access: Node): string | null {
  const property = propertyOf(access);
  if (isComputed(access)) {
    const name = literalName(property);
    return name !== null && isIdentifier(name) ? name : null;
  }
  return property.type == Type.IdentName ? reader.name(property) : null;
}
