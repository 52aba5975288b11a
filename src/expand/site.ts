import type { Class, Comment, TSType } from "oxc-parser";
import type { Message } from "../messages.ts";
import type { Module } from "./module.ts";
import type { Node } from "./syntax.ts";

/** Offsets of a piece of the file being expanded, in UTF-16 code units. */
export interface Range {
  start: number;
  end: number;
}

/** A reference to an interface in the file. */
export interface Reference extends Range {
  /** The imported (or defined) name. */
  name: string;
  /** The module specifier; `null` when defined in this file. */
  source: string | null;
  /** The identifier that reaches it: the interface, or the namespace import it is read from. */
  identifier: Node;
}

/** How a member is supplied, which decides what it becomes. */
export type SuppliedKind =
  /** `hello() {}`; the value is its function. */
  | "method"
  /** `hello: function () {}` */
  | "function"
  /** `hello: () => {}` */
  | "arrow"
  /** `hello: impl` or `{ hello }`, a binding of this file's top level. */
  | "reference"
  /** `version: "1"`, `Alloc: class {}` */
  | "value";

/** A member of an implementation or of `defaults`. */
export interface SuppliedSite extends Range {
  name: string;
  kind: SuppliedKind;
  /** The object literal or class body, from its brace. */
  container: Range;
  /** The property or class element. */
  node: Node;
  /** The key in it. */
  key: Node;
  /** The value with TypeScript wrappers looked through; for a method, its function. */
  value: Node;
  /** The value as written, wrappers included. */
  written: Node;
}

/** One `def_interface`. Its range is that of the call. */
export interface DefineSite extends Range {
  call: Node;
  name: string;
  /** The declared name. */
  id: Range;
  namespace: string | null;
  defaults: SuppliedSite[];
  /** The type that lists the members: the type argument, or that of the `Interface<T>` annotation. */
  type: TSType | null;
  /** The statement that declares it. */
  statement: Node;
}

/** One `impl_interface`. Its range is that of the statement. */
export interface ImplementSite extends Range {
  statement: Node;
  interface: Reference;
  namespace: string | null;
  conditions: string[];
  members: SuppliedSite[];
  /** The class whose declaration elsewhere in the file holds the members. */
  declaredClass: Class | null;
}

/** What a use of an interface looks like, which decides what it becomes. */
export type UseForm =
  /** `call_interface(HelloIf.hello(a))`; `inner` is the call inside. */
  | { kind: "call"; inner: Node; callee: Node }
  /** `call_interface(HelloIf.hello, a)`; `callee` is the first argument. */
  | { kind: "path"; callee: Node; rest: Node[] }
  /** `use_interface(HelloIf.hello)` */
  | { kind: "value"; callee: Node }
  /** `const { hello } = use_interface(HelloIf)` */
  | {
      kind: "callers";
      declarator: Node;
      declaration: Node;
      callers: Caller[];
      /** Whether it is an `export const` of the module, which becomes a re-export. */
      reexported: boolean;
    }
  /** `use_interface(HelloIf)` anywhere else. */
  | { kind: "object" }
  /** `this.hello` in a default or an implementation that does not declare `hello` itself. */
  | { kind: "self" };

/** One name of a destructured interface. */
export interface Caller {
  member: string;
  /** The local name. */
  local: string;
  /** The property of the pattern. */
  node: Node;
  /** The member's name in it. */
  range: Range;
}

/** One `call_interface` or `use_interface`, or one `this.member` that goes through the linker. */
export interface UseSite extends Range {
  /** The macro's call, or the access to `this`. */
  node: Node;
  interface: Reference;
  namespace: string | null;
  form: UseForm;
  /** The members used and where they are named; `null` for the whole object. */
  members: { name: string; range: Range }[] | null;
}

/** A `this.member` that means a member which the same statement declares. */
export interface OwnSite extends Range {
  /** The access. */
  node: Node;
  /** The symbol that the statement exports it under. */
  symbol: string;
}

/** One wrong use. */
export interface Problem extends Range {
  message: Message;
  /** Whether it concerns a call alone: every definition and implementation was read all the same. */
  ofCall: boolean;
  /** Further places, such as the first of two duplicates. */
  related: { range: Range; text: string }[];
}

/** What the macros of one file say, read from its syntax alone. */
export interface Sites {
  /** `null` when the file cannot be parsed. */
  module: Module | null;
  comments: Comment[];
  defines: DefineSite[];
  implements: ImplementSite[];
  /** In source order. */
  uses: UseSite[];
  own: OwnSite[];
  /** Sorted by position. */
  problems: Problem[];
}

/** The sites of a file of which nothing was read yet. */
export function sitesOf(module: Module | null, comments: Comment[]): Sites {
  return { module, comments, defines: [], implements: [], uses: [], own: [], problems: [] };
}
