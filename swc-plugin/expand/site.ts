import { Message } from "../../src/messages/message.ts";
import { Node } from "../ast/node.ts";

/** A piece of the file: bytes, from 1, as SWC counts them. */
export class Range {
  constructor(
    public lo: u32,
    public hi: u32,
  ) {}
}

/** A reference to an interface in the file. */
export class Reference {
  constructor(
    /** The imported (or defined) name. */
    public name: string,
    /** The module specifier; `null` when defined in this file. */
    public source: string | null,
    /** The identifier that reaches it: the interface, or the namespace import it is read from. */
    public identifier: Node,
    /** All that names it: `HelloIf`, or `api.HelloIf`. */
    public range: Range,
  ) {}
}

/** How a member is supplied, which decides what it becomes. */
export enum SuppliedKind {
  /** `hello() {}`; the value is its function. */
  Method,
  /** `hello: function () {}` */
  Function,
  /** `hello: () => {}` */
  Arrow,
  /** `hello: impl` or `{ hello }`, a binding of this file's top level. */
  Reference,
  /** `version: "1"`, `Alloc: class {}` */
  Value,
}

/** A member of an implementation or of `defaults`. */
export class SuppliedSite {
  constructor(
    public name: string,
    public kind: SuppliedKind,
    /** The property or class element. */
    public node: Node,
    /** The key in it; of `{ hello }` the identifier. */
    public key: Node,
    /** The value with wrappers looked through; for a method, its function. */
    public value: Node,
    /** The value as written, wrappers included. */
    public written: Node,
  ) {}
}

/** One `def_interface`. */
export class DefineSite {
  constructor(
    public call: Node,
    public name: string,
    /** The declared name. */
    public id: Node,
    public namespace: string | null,
    public defaults: SuppliedSite[],
    /** The item of the module that declares it. */
    public statement: Node,
  ) {}
}

/** One `impl_interface`. */
export class ImplementSite {
  constructor(
    public statement: Node,
    public reference: Reference,
    public namespace: string | null,
    public members: SuppliedSite[],
    /** The class (`Class`) whose declaration elsewhere in the file holds the members. */
    public declaredClass: Node | null,
  ) {}
}

/** What a use of an interface looks like, which decides what it becomes. */
export enum UseForm {
  /** `call_interface(HelloIf.hello(a))`; `inner` is the call inside, `callee` what that calls. */
  Call,
  /** `call_interface(HelloIf.hello, a)`; `callee` is the first argument, `rest` how many follow. */
  Path,
  /** `use_interface(HelloIf.hello)`; `callee` is the member. */
  Value,
  /** `const { hello } = use_interface(HelloIf)` */
  Callers,
  /** `use_interface(HelloIf)` anywhere else. */
  Object,
  /** `this.hello` in a default or an implementation that does not declare `hello` itself. */
  Self,
}

/** One name of a destructured interface. */
export class Caller {
  constructor(
    public member: string,
    /** The identifier of the pattern that it declares. */
    public local: Node,
    /** The property of the pattern. */
    public node: Node,
  ) {}
}

/** One `call_interface` or `use_interface`, or one `this.member` that goes through the linker. */
export class UseSite {
  /** The member used; empty for the whole object and for callers. */
  member: string = "";
  inner: Node | null = null;
  callee: Node | null = null;
  rest: i32 = 0;
  declarator: Node | null = null;
  declaration: Node | null = null;
  callers: Caller[] = [];
  /** Whether it is an `export const` of the module, which becomes a re-export. */
  reexported: bool = false;

  constructor(
    /** The macro's call, or the access to `this`. */
    public node: Node,
    public reference: Reference,
    public namespace: string | null,
    public form: UseForm,
  ) {}
}

/** A `this.member` that means a member which the same statement declares. */
export class OwnSite {
  constructor(
    /** The access. */
    public node: Node,
    /** The symbol that the statement exports it under. */
    public symbol: string,
  ) {}
}

/** One wrong use. */
export class Problem {
  constructor(
    public message: Message,
    public range: Range,
    /** A further place, such as the first of two duplicates. */
    public related: Range | null,
    /** What is there. */
    public relatedText: string,
  ) {}
}

/** What the macros of one file say, read from its syntax alone. */
export class Sites {
  defines: DefineSite[] = [];
  implementations: ImplementSite[] = [];
  /** In source order. */
  uses: UseSite[] = [];
  own: OwnSite[] = [];
  /** Sorted by position. */
  problems: Problem[] = [];
}
