import { Message } from "../../src/messages/message.ts";
import { Node } from "../ast/node.ts";

/** A piece of the file: bytes, from 1, as SWC counts them. */
export class Range {
  lo: u32;
  hi: u32;

  constructor(lo: u32, hi: u32) {
    this.lo = lo;
    this.hi = hi;
  }
}

/** A reference to an interface in the file. */
export class Reference {
  /** The imported (or defined) name. */
  name: string;
  /** The module specifier; `null` when defined in this file. */
  source: string | null;
  /** The identifier that reaches it: the interface, or the namespace import it is read from. */
  identifier: Node;
  /** All that names it: `HelloIf`, or `api.HelloIf`. */
  range: Range;

  constructor(name: string, source: string | null, identifier: Node, range: Range) {
    this.name = name;
    this.source = source;
    this.identifier = identifier;
    this.range = range;
  }
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
  name: string;
  kind: SuppliedKind;
  /** The property or class element. */
  node: Node;
  /** The key in it; of `{ hello }` the identifier. */
  key: Node;
  /** The value with wrappers looked through; for a method, its function. */
  value: Node;
  /** The value as written, wrappers included. */
  written: Node;

  constructor(name: string, kind: SuppliedKind, node: Node, key: Node, value: Node, written: Node) {
    this.name = name;
    this.kind = kind;
    this.node = node;
    this.key = key;
    this.value = value;
    this.written = written;
  }
}

/** One `def_interface`. */
export class DefineSite {
  call: Node;
  name: string;
  /** The declared name. */
  id: Node;
  namespace: string | null;
  defaults: SuppliedSite[];
  /** The item of the module that declares it. */
  statement: Node;

  constructor(
    call: Node,
    name: string,
    id: Node,
    namespace: string | null,
    defaults: SuppliedSite[],
    statement: Node,
  ) {
    this.call = call;
    this.name = name;
    this.id = id;
    this.namespace = namespace;
    this.defaults = defaults;
    this.statement = statement;
  }
}

/** One `impl_interface`. */
export class ImplementSite {
  statement: Node;
  reference: Reference;
  namespace: string | null;
  members: SuppliedSite[];
  /** The class (`Class`) whose declaration elsewhere in the file holds the members. */
  declaredClass: Node | null;

  constructor(
    statement: Node,
    reference: Reference,
    namespace: string | null,
    members: SuppliedSite[],
    declaredClass: Node | null,
  ) {
    this.statement = statement;
    this.reference = reference;
    this.namespace = namespace;
    this.members = members;
    this.declaredClass = declaredClass;
  }
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
  member: string;
  /** The identifier of the pattern that it declares. */
  local: Node;
  /** The property of the pattern. */
  node: Node;

  constructor(member: string, local: Node, node: Node) {
    this.member = member;
    this.local = local;
    this.node = node;
  }
}

/** One `call_interface` or `use_interface`, or one `this.member` that goes through the linker. */
export class UseSite {
  /** The macro's call, or the access to `this`. */
  node: Node;
  reference: Reference;
  namespace: string | null;
  form: UseForm;
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

  constructor(node: Node, reference: Reference, namespace: string | null, form: UseForm) {
    this.node = node;
    this.reference = reference;
    this.namespace = namespace;
    this.form = form;
  }
}

/** A `this.member` that means a member which the same statement declares. */
export class OwnSite {
  /** The access. */
  node: Node;
  /** The symbol that the statement exports it under. */
  symbol: string;

  constructor(node: Node, symbol: string) {
    this.node = node;
    this.symbol = symbol;
  }
}

/** One wrong use. */
export class Problem {
  message: Message;
  range: Range;
  /** A further place, such as the first of two duplicates. */
  related: Range | null;
  /** What is there. */
  relatedText: string;

  constructor(message: Message, range: Range, related: Range | null, relatedText: string) {
    this.message = message;
    this.range = range;
    this.related = related;
    this.relatedText = relatedText;
  }
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
