import type * as ast from "oxc-parser";
import type { Message } from "../messages.ts";

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
}

/** How a member is supplied, which decides what it becomes. */
export type SuppliedKind = "method" | "function" | "arrow" | "reference" | "value";

/** A member of an implementation or of `defaults`. */
export interface SuppliedSite extends Range {
  name: string;
  kind: SuppliedKind;
  /** The key in the object or class. */
  key: Range;
  /** Property, method or class element. */
  node: ast.Node;
  /** The value with TypeScript wrappers looked through; for a method, its function. */
  value: ast.Node;
}

/** One `def_interface`. */
export interface DefineSite extends Range {
  name: string;
  /** The declared name. */
  id: Range;
  namespace: string | null;
  defaults: SuppliedSite[];
  /** The type that lists the members: the type argument, or that of the `Interface<T>` annotation. */
  type: ast.TSType | null;
  /** The `export const` statement, or the plain `const` statement that a list exports. */
  statement: ast.Node;
}

/** One `impl_interface`. */
export interface ImplementSite extends Range {
  interface: Reference;
  namespace: string | null;
  conditions: string[];
  members: SuppliedSite[];
  statement: ast.Node;
}

/** One `call_interface` or `use_interface`, or one `this.member` that goes through the linker. */
export interface UseSite extends Range {
  interface: Reference;
  namespace: string | null;
  /** The members used with where they are named; `null` for the whole object. */
  members: { name: string; range: Range }[] | null;
}

/** One wrong use. */
export interface Problem extends Range {
  message: Message;
  /** Further places: the first of two duplicates. */
  related: { range: Range; text: string }[];
}

/** What the macros of one file say, read from its syntax alone. */
export interface Sites {
  program: ast.Program;
  defines: DefineSite[];
  implements: ImplementSite[];
  /** In source order. */
  uses: UseSite[];
  /** Sorted by position. */
  problems: Problem[];
}
