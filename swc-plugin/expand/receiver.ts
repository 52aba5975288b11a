import { ownName, receiver, unsupportedMember } from "../../src/messages/macros.ts";
import { unknownEncoding } from "../../src/messages/swc.ts";
import { mangle } from "../../src/naming.ts";
import { Node } from "../ast/node.ts";
import { Slot, Type } from "../ast/shapes.ts";
import { inType } from "./identifier.ts";
import { movedExpressions } from "./lowered.ts";
import { MemberList } from "./member-list.ts";
import { Reader } from "./reader.ts";
import { selfReferences } from "./self-references.ts";
import { OwnSite, Reference, SuppliedKind, SuppliedSite, UseForm, UseSite } from "./site.ts";
import { around, childOf, isComputed, isOptional, propertyOf, wrapped } from "./syntax.ts";

/**
 * Reads every `this` of the members: `this.member` is Rust's `Self::member`. A member that the
 * statement declares itself is meant directly; any other goes through the linker. What is left of
 * `this`, and `super`, is reported: an interface has no receiver.
 *
 * @param declares whether the members are declared in place of the statement
 */
export function readReceivers(
  reader: Reader,
  reference: Reference,
  namespace: string | null,
  members: SuppliedSite[],
  declares: bool,
): void {
  const self = new Self(reader, reference, namespace);
  for (let i = 0; declares && i < members.length; i++) {
    // A reference only gets another export name.
    if (members[i].kind != SuppliedKind.Reference) self.declared.add(members[i]);
  }
  for (let i = 0; i < members.length; i++) self.read(members[i]);
}

class Self {
  /** The members that have a declaration of their own after expansion. */
  readonly declared: MemberList = new MemberList();
  private readonly moved: Node[];

  constructor(
    private readonly reader: Reader,
    private readonly reference: Reference,
    private readonly namespace: string | null,
  ) {
    this.moved = movedExpressions(reader);
  }

  read(member: SuppliedSite): void {
    const root = member.value;
    const own = root.type == Type.FnExpr ? childOf(root, Slot.Function) : root;
    if (own.type == Type.Function) this.readThisParameter(own);
    this.walk(root, own, member);
    for (let i = 0; i < this.moved.length; i++) this.walk(this.moved[i], own, member);
  }

  /** Reads what belongs to a member in a value, or in what the host has moved out of it. */
  private walk(root: Node, own: Node, member: SuppliedSite): void {
    const value = member.value;
    let node: Node | null = root;
    while (node) {
      if (node.type == Type.OnlyTypes || (node != root && isOfOther(node, own))) {
        node = node.after(root);
        continue;
      }
      // What cannot be read is known to be opaque only then.
      node.read();
      if (root == value || (node.lo >= value.lo && node.hi <= value.hi)) this.visit(node, member);
      node = node.following(root);
    }
  }

  private visit(node: Node, member: SuppliedSite): void {
    if (node.type == Type.Opaque) this.reader.report(unknownEncoding(), member.key);
    if (node.type == Type.Super) this.reader.report(receiver("`super`"), node);
    if (node.type == Type.ThisExpr) this.readThis(node);
    if (node.type == Type.Ident) this.readIdentifier(node, member.value);
  }

  private readThis(node: Node): void {
    const reader = this.reader;
    const access = around(node);
    if (access.type != Type.MemberExpr) {
      reader.report(receiver("`this`"), node);
      return;
    }
    const property = propertyOf(access);
    if (isComputed(access) || isOptional(access) || property.type != Type.IdentName) {
      reader.report(receiver("a computed or optional access to `this`"), access);
      return;
    }
    if (isWritten(access)) {
      reader.report(receiver("an assignment to a member of `this`"), access);
      return;
    }
    const name = reader.name(property);
    if (this.declared.named(name)) {
      const symbol = mangle(this.namespace, this.reference.name, name);
      reader.sites.own.push(new OwnSite(access, symbol));
      return;
    }
    const use = new UseSite(access, this.reference, this.namespace, UseForm.Self);
    use.member = name;
    reader.sites.uses.push(use);
  }

  /** `arguments` in arrow functions, which is that of what is around them, and `<this.Tag />`. */
  private readIdentifier(node: Node, root: Node): void {
    if (node.ctxt != this.reader.module.unresolved) return;
    const name = this.reader.name(node);
    if (root.type == Type.ArrowExpr && name == "arguments") {
      this.reader.report(unsupportedMember("`arguments` in an arrow function"), node);
    }
    if (name == "this" && isTag(node)) this.reader.report(receiver("`this`"), node);
  }

  /** `function (this: T)` is a receiver too. In 1.15 it is the first parameter, in 1.16 a field. */
  private readThisParameter(fn: Node): void {
    const reader = this.reader;
    let parameter = fn.child(Slot.ThisParam);
    if (!parameter || parameter.type == Type.OnlyTypes) {
      parameter = fn.child(Slot.Params);
      if (!parameter) return;
      const identifier = childOf(childOf(parameter, Slot.Pat), Slot.Ident);
      if (identifier.type != Type.Ident || reader.name(identifier) != "this") return;
    }
    reader.report(receiver("a `this` parameter"), parameter);
  }
}

/** Whether a tag begins with an identifier. It is reported where it opens. */
function isTag(identifier: Node): bool {
  let tag = around(identifier);
  while (tag.type == Type.JSXMemberExpr) tag = around(tag);
  return tag.type == Type.JSXOpeningElement;
}

/**
 * Whether `this` means something else in a node: what is in another function than `own`, or in a
 * class element. Computed keys and decorators belong to the code around these.
 */
function isOfOther(node: Node, own: Node): bool {
  const parent = node.parent;
  if (!parent || node.slot == Slot.Key || node.slot == Slot.Decorators) return false;
  switch (parent.type) {
    case Type.Function:
      return parent != own;
    case Type.Constructor:
    case Type.ClassProp:
    case Type.PrivateProp:
    case Type.AutoAccessor:
    case Type.StaticBlock:
    case Type.GetterProp:
    case Type.SetterProp:
      return true;
    default:
      return false;
  }
}

/**
 * Reports where a class names itself and that name means nothing after expansion: anywhere in an
 * expression, which is gone, and in the values of a declaration, which are evaluated before it.
 */
export function readOwnName(
  reader: Reader,
  node: Node,
  members: SuppliedSite[],
  isExpression: bool,
): void {
  const named = selfReferences(reader.module, around(node));
  for (let i = 0; i < members.length; i++) {
    if (!isExpression && members[i].kind != SuppliedKind.Value) continue;
    const value = members[i].value;
    for (let k = 0; k < named.length; k++) {
      const identifier = named[k];
      const isIn = identifier.start >= value.start && identifier.end <= value.end;
      if (!isIn || inType(identifier)) continue;
      const access = around(identifier);
      const isMember = access.type == Type.MemberExpr && !isComputed(access);
      const member = isMember ? reader.text(propertyOf(access)) : "";
      reader.report(ownName(reader.name(identifier), member), identifier);
    }
  }
}

/** Whether an access is the target of an assignment, an update, `delete` or a pattern. */
export function isWritten(access: Node): bool {
  const slot = wrapped(access).slot;
  const parent = around(access);
  switch (parent.type) {
    case Type.AssignExpr:
    case Type.AssignPat:
    case Type.ForInStmt:
    case Type.ForOfStmt:
      return slot == Slot.Left;
    case Type.KeyValuePatProp:
      return slot == Slot.Value;
    case Type.UpdateExpr:
    case Type.RestPat:
    case Type.ArrayPat:
      return true;
    case Type.UnaryExpr:
      return parent.number(Slot.Op) == DELETE;
    default:
      return false;
  }
}

/** Of swc_ecma_ast's UnaryOp. */
const DELETE: u32 = 7;
