import { bareInMarkup, bareUse, bareWrite } from "../messages.ts";
import { Enclosing } from "./enclosing.ts";
import type { MarkupExpression } from "./markup.ts";
import type { Reader } from "./reader.ts";
import { isWritten } from "./receiver.ts";
import { type Access, literalName, openingOf, replacementOf } from "./replacement.ts";
import type { Sites } from "./site.ts";
import { keyName, type Node, unwrap, wrapped } from "./syntax.ts";

/** An interface by the name that reaches it in the file: `HelloIf`, or `HelloIf` in `api`. */
export interface NamedInterface {
  local: string;
  /** Its name in the namespace import `local`; `null` when `local` is the interface. */
  property: string | null;
  namespace: string | null;
}

/** What tells apart the names by which interfaces are reached in one file. */
export function keyOf({ local, property }: Omit<NamedInterface, "namespace">): string {
  return property === null ? local : `${local}.${property}`;
}

/** What the macros of a file take for interfaces, each once. */
export function interfacesOf({
  defines,
  implements: implementations,
  uses,
}: Sites): NamedInterface[] {
  const found = new Map<string, NamedInterface>();
  const add = (local: string, property: string | null, namespace: string | null): void => {
    const key = keyOf({ local, property });
    if (!found.has(key)) found.set(key, { local, property, namespace });
  };
  for (const { name, namespace } of defines) add(name, null, namespace);
  for (const { interface: reference, namespace } of [...implementations, ...uses]) {
    const { identifier, name } = reference;
    if (identifier.type !== "Identifier") continue;
    add(identifier.name, identifier.end < reference.end ? name : null, namespace);
  }
  return [...found.values()];
}

/**
 * Reports where members of interfaces are reached without a macro: type checkers cannot see that
 * they are not there at run time. The one property of a definition, `interface`, is.
 *
 * @param rejected macros that were reported, in which nothing is reported twice
 */
export function readBareUses(
  reader: Reader,
  interfaces: readonly NamedInterface[],
  rejected: ReadonlySet<Node> = new Set(),
): void {
  const { uses, implements: implementations } = reader.sites;
  const consumed = new Set<Node>(
    [...uses, ...implementations].map((site) => site.interface.identifier),
  );
  const around = new Enclosing((node) => rejected.has(node));
  for (const item of interfaces) {
    for (const { node, type } of reader.module.occurrences(item.local)) {
      if (type || consumed.has(node) || rejected.has(node) || around.of(node)) continue;
      const named = namedBy(node, item);
      if (named) readBareUse(reader, named, item);
    }
  }
}

/**
 * Reports members in the markup of a component. Nothing is known there of what a name refers to, so
 * expressions in which something was reported already are left alone.
 */
export function readBareMarkup(
  reader: Reader,
  interfaces: readonly NamedInterface[],
  expressions: readonly MarkupExpression[],
): void {
  const targets = interfaces.map(({ local, property, namespace }) => {
    const target = keyOf({ local, property });
    const pattern = `(?<![\\w$.])${target.replace(/[$.]/g, "\\$&")}\\??\\.([\\w$]+)`;
    return { target, namespace, pattern: new RegExp(pattern, "g") };
  });
  const reported = reader.sites.problems.map(({ start }) => start).sort((a, b) => a - b);
  let next = 0;
  for (const { start, text } of expressions) {
    while (reported[next] < start) next++;
    if (reported[next] < start + text.length) continue;
    for (const { target, namespace, pattern } of targets) {
      for (const { index, 0: found, 1: member } of text.matchAll(pattern)) {
        if (member === "interface") continue;
        const at = { start: start + index, end: start + index + found.length };
        const value = `${openingOf(reader, "use_interface", namespace)}${target}.${member})`;
        reader.report(bareInMarkup(`${target}.${member}`, value, member), at);
      }
    }
  }
}

/** The whole expression that names the interface where its name, or its namespace's, occurs. */
function namedBy(node: Node, { property }: NamedInterface): Node | null {
  const named = wrapped(node);
  if (property === null) return named;
  const access = named.parent as Node;
  return isAccess(access, named) && memberName(access) === property ? wrapped(access) : null;
}

function readBareUse(reader: Reader, named: Node, { namespace }: NamedInterface): void {
  const parent = named.parent as Node;
  if (isAccess(parent, named)) {
    if (memberName(parent) === "interface") return;
    // A tag is reported where it opens.
    if (parent.parent?.type === "JSXClosingElement") return;
    const member = `${reader.text(unwrap(named))}${reader.text({ start: named.end, end: parent.end })}`;
    if (isWritten(parent)) {
      reader.report(bareWrite(member, reader.text(unwrap(named))), parent);
      return;
    }
    const { text, macro } = replacementOf(reader, parent, namespace);
    reader.report(bareUse(member, text, missing(reader, macro)), parent);
    return;
  }
  if (parent.type !== "VariableDeclarator" || parent.init !== named) return;
  if (parent.id.type !== "ObjectPattern") return;
  for (const property of parent.id.properties) {
    const key = property.type === "Property" ? keyName(property.key, property.computed) : null;
    if (key === "interface") continue;
    const inner = unwrap(named);
    const name = reader.text(inner);
    const text = `${openingOf(reader, "use_interface", namespace)}${name})`;
    const member = key === null ? name : `${name}.${key}`;
    reader.report(bareUse(member, text, missing(reader, "use_interface")), inner);
    return;
  }
}

function isAccess(node: Node, object: Node): node is Access {
  return (
    (node.type === "MemberExpression" || node.type === "JSXMemberExpression") &&
    node.object === object
  );
}

/** The name of the member as far as the syntax says it. */
function memberName(access: Access): string | null {
  if (access.type === "JSXMemberExpression") return access.property.name;
  return access.computed ? literalName(access.property) : keyName(access.property, false);
}

function missing(reader: Reader, macro: string): string {
  return reader.importedMacro(macro) === null ? macro : "";
}
