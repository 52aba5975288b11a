import type { AsyncLocalStorage } from "node:async_hooks";

/** One call of `override_interface`. */
export interface Overriding {
  /** How the interface is called, such as `Mall/HelloIf`. */
  path: string;
  /** What `def_interface` made. Two versions of a package have one each, by the same path. */
  definition: object;
  /** The replacements, and whatever else the object holds. */
  members: object;
}

/** Where overrides hold: in one run of a test, or in all tests of a file. The last one counts. */
export interface Scope {
  overrides: Overriding[];
}

/** What the overridable modules of an interface say of it. */
export interface OverridablePart {
  /** How the interface is called. */
  path: string;
  /** The names of all members of the interface; `null` where they cannot be seen. */
  members: readonly string[] | null;
  /** Whether it is this interface that an override means. */
  isMeantBy(overriding: Overriding): boolean;
  /**
   * What a member is linked to, without overrides; `undefined` for one of another part.
   *
   * @throws CI2001 for one that nothing implements
   */
  linked(member: string): { value: unknown } | undefined;
  /** Whether a member is linked to a function or class, as far as can be told yet. */
  isFunction(member: string): boolean;
  /**
   * Brings exported constants up to date.
   *
   * @param areEvaluated whether the modules of what is linked are known to have been evaluated
   */
  refresh(areEvaluated: boolean): void;
  /** The first exported constant that an override changes, or `null`. */
  constantOf(overriding: Overriding): string | null;
}

/** What is overridden in this realm. */
export interface Testing {
  /** Whether a test runner is prepared: interfaces are overridable, and tests have scopes. */
  isLinked: boolean;
  /** Of what is overridden outside of tests. */
  file: Scope;
  /** Of the tests that are running. */
  running: Set<Scope>;
  /** Of a running test that has no context of its own, since all others wait for it. */
  alone: Scope | null;
  /** Which test a piece of code runs in; `null` where there is no such thing, as in browsers. */
  storage: AsyncLocalStorage<Scope> | null;
  /** The modules of overridable interfaces that have been evaluated. */
  parts: Set<OverridablePart>;
}

// On the global object, since a realm may have several copies of this module: one as an ES module and
// one for `require`, or another after a test has reset modules.
const KEY: unique symbol = Symbol.for("crate-interface.testing") as never;
const realm = globalThis as { [KEY]?: Testing };

/** What is overridden in this realm. */
export function testing(): Testing {
  realm[KEY] ??= {
    isLinked: false,
    file: { overrides: [] },
    running: new Set(),
    alone: null,
    storage: createStorage(),
    parts: new Set(),
  };
  return realm[KEY];
}

/** Without an import, which browsers could not resolve. */
function createStorage(): AsyncLocalStorage<Scope> | null {
  const hooks = globalThis.process?.getBuiltinModule?.("node:async_hooks");
  return hooks ? new hooks.AsyncLocalStorage() : null;
}
