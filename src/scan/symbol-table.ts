import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";

/** A reference to an interface as one file writes it. */
export interface InterfaceReference {
  /** The name of the interface: the imported name, not a local one. */
  name: string;
  /** The `namespace` option of the macro, or `null`. */
  namespace: string | null;
  /** The module specifier it is imported from; `null` when defined in the same file. */
  source: string | null;
}

/** A member that an interface's type declares. */
export interface Member {
  name: string;
  /** `member?:` in the type; the definition then supplies a default. */
  optional: boolean;
  /**
   * `value` where its type is not written as a function: it may be a constant, a class, or a function by
   * the name of a type. Only for what people are told to write.
   */
  kind?: "value";
  span: Span;
}

/** A member that a definition's `defaults` or an implementation supplies. */
export interface SuppliedMember {
  name: string;
  /** A `value` is a constant or class, which is evaluated with its module. */
  kind: "function" | "value";
  span: Span;
}

/** One `def_interface`. */
export interface Definition {
  name: string;
  namespace: string | null;
  /** The members of the type argument or annotation; `null` when they cannot be seen. */
  members: Member[] | null;
  /** Members with a default: weak symbols. */
  defaults: SuppliedMember[];
  /** The name in `const <name> =`. */
  span: Span;
}

/** One `impl_interface`. */
export interface Implementation {
  interface: InterfaceReference;
  members: SuppliedMember[];
  /** All must be active for the implementation to be a candidate. */
  conditions: string[];
  /** The reference to the interface, the first argument. */
  span: Span;
}

/** The default, or the member of an implementation, that a call stands in. */
export interface Body {
  of: "definition" | "implementation";
  /** The member whose value it is. */
  member: string;
}

/** One use of a linked member or of the whole interface. */
export interface Call {
  interface: InterfaceReference;
  /** `null` for the interface as one object. */
  member: string | null;
  /**
   * Where a default or an implementation uses its own interface (`this.member`), whose body that
   * is: such a call counts only when that body is linked. Absent on every other call.
   */
  within?: Body;
  /** The member's name at the call, or the reference to the interface. */
  span: Span;
}

/** What one file contributes to the link. Plain data: it is cached and published as JSON. */
export interface FileTable {
  /** Absolute path with forward slashes. */
  file: string;
  definitions: Definition[];
  implementations: Implementation[];
  calls: Call[];
  /** CI1xxx of this file. */
  diagnostics: Diagnostic[];
  /** Whether they may have kept a definition or an implementation from being read. */
  incomplete: boolean;
  /** Other files whose content this table depends on (relative imports of member types). */
  dependencies: string[];
}
