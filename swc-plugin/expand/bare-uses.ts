import { bareUse, bareWrite } from "../../src/messages/macros.ts";
import { unknownEncoding } from "../../src/messages/swc.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { firstPosition, positionBehind, sourceText } from "../host/source.ts";
import { markConsumed } from "./consumed.ts";
import { Interfaces } from "./interfaces.ts";
import { Binding } from "./module.ts";
import { Reader } from "./reader.ts";
import { isWritten } from "./receiver.ts";
import { openingOf, replacementOf } from "./replacement.ts";
import { Reference } from "./site.ts";
import {
  childOf,
  isComputed,
  keyName,
  literalName,
  propertyOf,
  unwrap,
  wrapped,
} from "./syntax.ts";

/**
 * Reports where members of interfaces are reached without a macro: type checkers cannot see that
 * they are not there at run time. The one property of a definition, `interface`, is.
 */
export function readBareUses(reader: Reader): void {
  const bindings = new NamedBindings(reader).list;
  markConsumed(reader.sites);
  for (let i = 0; i < bindings.length; i++) {
    const interfaces = bindings[i].interfaces;
    const occurrences = reader.module.occurrences(bindings[i]);
    for (let k = 0; interfaces && k < occurrences.length; k++) {
      const node = occurrences[k].node;
      if (occurrences[k].type || node.isConsumed || isInRejected(node)) continue;
      const parent = node.parent;
      if (parent && parent.type == Type.Opaque) reader.report(unknownEncoding(), node);
      else readOccurrence(reader, interfaces, node);
    }
  }
}

/** The bindings by which the macros of a file name interfaces, each once. */
class NamedBindings {
  readonly list: Binding[] = [];

  constructor(private readonly reader: Reader) {
    const sites = reader.sites;
    for (let i = 0; i < sites.defines.length; i++) {
      this.add(sites.defines[i].id, ITSELF, sites.defines[i].namespace);
    }
    for (let i = 0; i < sites.implementations.length; i++) {
      this.addReference(sites.implementations[i].reference, sites.implementations[i].namespace);
    }
    for (let i = 0; i < sites.uses.length; i++) {
      this.addReference(sites.uses[i].reference, sites.uses[i].namespace);
    }
  }

  private addReference(reference: Reference, namespace: string | null): void {
    const identifier = reference.identifier;
    const isMember = identifier.hi < reference.range.hi;
    this.add(identifier, isMember ? reference.name : ITSELF, namespace);
  }

  private add(identifier: Node, name: string, namespace: string | null): void {
    const binding = this.reader.module.binding(identifier);
    if (!binding) return;
    let interfaces = binding.interfaces;
    if (!interfaces) {
      interfaces = new Interfaces();
      binding.interfaces = interfaces;
      this.list.push(binding);
    }
    interfaces.add(name, namespace);
  }
}

/** Where the binding is the interface, rather than what it is a member of. */
const ITSELF = "";

/** Reads what stands around the name of an interface, or around that of what it is a member of. */
function readOccurrence(reader: Reader, interfaces: Interfaces, node: Node): void {
  let named = wrapped(node);
  let name = ITSELF;
  if (!interfaces.has(name)) {
    const access = accessOf(named);
    const member = access ? memberName(reader, access) : null;
    if (!access || member === null) return;
    named = wrapped(access);
    name = member;
  }
  if (interfaces.has(name)) readBareUse(reader, named, interfaces.namespaceOf(name));
}

function readBareUse(reader: Reader, named: Node, namespace: string | null): void {
  const access = accessOf(named);
  if (access) {
    readBareAccess(reader, named, access, namespace);
    return;
  }
  const declarator = named.parent;
  if (!declarator || declarator.type != Type.VarDeclarator) return;
  const pattern = childOf(declarator, Slot.Name);
  if (pattern.type != Type.ObjectPat) return;
  let property = pattern.child(Slot.Props);
  while (property) {
    const key = property.child(Slot.Key);
    const member = key ? keyName(reader.module.tree.atoms, key) : null;
    if (member === null || member != "interface") {
      const inner = unwrap(named);
      const name = reader.text(inner);
      const text = openingOf(reader, "use_interface", namespace) + name + ")";
      const found = member === null ? name : name + "." + member;
      reader.report(bareUse(found, text, missing(reader, "use_interface")), inner);
      return;
    }
    property = property.sibling;
  }
}

function readBareAccess(reader: Reader, named: Node, access: Node, namespace: string | null): void {
  const name = memberName(reader, access);
  if (name !== null && name == "interface") return;
  const parent = access.parent;
  // A tag is reported where it opens.
  if (parent && parent.type == Type.JSXClosingElement) return;
  const object = reader.text(unwrap(named));
  const member = object + accessText(named, access);
  if (isWritten(access)) {
    reader.report(bareWrite(member, object), access);
    return;
  }
  const instead = replacementOf(reader, access, namespace);
  reader.report(bareUse(member, instead.text, missing(reader, instead.macro)), access);
}

/** What follows an object in an access, as it is written; without `!`, which the host may have taken off. */
function accessText(object: Node, access: Node): string {
  const text = sourceText(object.hi, access.hi);
  let start = 0;
  while (text.charAt(start) == "!") start++;
  return text.substring(start);
}

/** The access to a member of an object, by an expression or a tag; `null` for anything else. */
function accessOf(object: Node): Node | null {
  const parent = object.parent;
  if (!parent || object.slot != Slot.Obj) return null;
  return parent.type == Type.MemberExpr || parent.type == Type.JSXMemberExpr ? parent : null;
}

/** The name of the member as far as the syntax says it. */
function memberName(reader: Reader, access: Node): string | null {
  const property = propertyOf(access);
  if (isComputed(access)) return literalName(property);
  return keyName(reader.module.tree.atoms, property);
}

/** A macro that has to be imported for what is suggested. An import that nothing uses may be gone here. */
function missing(reader: Reader, macro: string): string {
  if (reader.importedMacro(macro)) return "";
  return sourceText(firstPosition(), positionBehind()).includes(macro) ? "" : macro;
}

function isInRejected(from: Node): bool {
  let node: Node | null = from;
  while (node && !node.isRejected) node = node.parent;
  return node != null;
}
