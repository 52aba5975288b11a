/**
 * The macros. They exist for the type checker; the build replaces every use of them, and nothing of
 * this module is left in a linked program.
 *
 * @module
 */
import type {
  CallOptions,
  DefinitionArguments,
  FunctionMember,
  Implementation,
  ImplementationOptions,
  Interface,
  InterfaceOf,
  MemberArguments,
  OptionsArguments,
  OptionsResult,
  PathArguments,
  Reference,
  ResultOf,
  Used,
  ValueArguments,
  WithoutExtraStatics,
  WithoutReceivers,
} from "./interface-types.ts";
import { listedAsPlugin, notExpanded } from "./messages/unlinked.ts";
import { UnlinkedError } from "./unlinked-error.ts";

export type { Interface };

/**
 * Defines an interface: the initializer of an exported top-level `const`, whose name is the
 * interface's name. Optional members need a default each; in it, `this.member` is the linked
 * member, overridden or not.
 *
 * @example
 * export interface HelloIf {
 *   hello(name: string, id: number): string;
 *   greet?(name: string): string;
 * }
 * export const HelloIf = def_interface<HelloIf>({
 *   defaults: { greet(name) { return this.hello(name, 0); } },
 * });
 *
 * @throws CI2013 when the file was not expanded
 */
export function def_interface<T extends object & WithoutReceivers<T>>(
  ...options: DefinitionArguments<T>
): Interface<T>;
export function def_interface(): never {
  throw new UnlinkedError(notExpanded("def_interface"));
}

/**
 * Implements an interface: a top-level statement. The members are those of an object literal, or the
 * statics of a class. Optional members may be left out. `this.member` is the linked member.
 *
 * @example
 * impl_interface(HelloIf, {
 *   hello(name, id) { return `Hello, ${name} ${id}!`; },
 * });
 *
 * @example
 * impl_interface(HelloIf, class {
 *   static hello(name: string, id: number) { return `Hello, ${name} ${id}!`; }
 * }, { conditions: ["browser"] });
 *
 * @throws CI2013 when the file was not expanded
 */
export function impl_interface<T, C>(
  target: InterfaceOf<T>,
  implementation: Implementation<T> & WithoutExtraStatics<C, T>,
  options?: ImplementationOptions,
): void;
export function impl_interface(): never {
  throw new UnlinkedError(notExpanded("impl_interface"));
}

// TypeScript keeps what it inferred for an argument from one overload to the next, and shows the
// error of the last: values come first, so that the type expected of the call reaches its arguments,
// and the path form last. All others drop out by the number of arguments, see `WrongArity`.

/**
 * Calls a member of an interface, in the form of a call. Compiles to a direct call of the
 * implementing function.
 *
 * @example
 * call_interface(HelloIf.hello("world", 123))
 *
 * @throws CI2013 when the file was not expanded
 */
export function call_interface<X, A extends unknown[]>(value: X, ...none: ValueArguments<X, A>): X;
/**
 * Calls a member of an interface that takes no arguments, or that has overloads.
 *
 * @example
 * call_interface(ClockIf.now)
 *
 * @throws CI2013 when the file was not expanded
 */
export function call_interface<F, A extends unknown[]>(
  member: F & FunctionMember,
  ...args: MemberArguments<F, A>
): ResultOf<F, A>;
/**
 * Calls a member of an interface that has a namespace, in either form.
 *
 * @example
 * call_interface({ namespace: "Mall" }, HelloIf.hello("Alice", 1))
 * call_interface({ namespace: "Mall" }, HelloIf.hello, "Alice", 1)
 *
 * @throws CI2013 when the file was not expanded
 */
export function call_interface<O, X, A extends unknown[]>(
  options: O,
  target: X,
  ...args: OptionsArguments<O, X, A>
): OptionsResult<X, A>;
/**
 * Calls a member of an interface: the member's path, then its arguments.
 *
 * @example
 * call_interface(HelloIf.hello, "rust", 456)
 *
 * @throws CI2013 when the file was not expanded
 */
export function call_interface<A extends unknown[], R>(
  member: (...args: A) => R,
  ...args: PathArguments<A>
): R;
export function call_interface(): never {
  throw new UnlinkedError(notExpanded("call_interface"));
}

/**
 * The linked member itself, as a value; or, given an interface, all of its members as one
 * namespace-like object, for consumers without macros.
 *
 * @example
 * names.map(use_interface(HelloIf.greet));
 * new (use_interface(AllocIf.GlobalAlloc))();
 * export const { hello, greet } = use_interface(HelloIf);
 *
 * @throws CI2013 when the file was not expanded
 */
export function use_interface<X>(reference: X & Reference<X>): Used<X>;
/**
 * The linked member, or all members, of an interface that has a namespace.
 *
 * @example
 * use_interface({ namespace: "Mall" }, HelloIf.hello)
 *
 * @throws CI2013 when the file was not expanded
 */
export function use_interface<X>(options: CallOptions, reference: X & Reference<X>): Used<X>;
export function use_interface(): never {
  throw new UnlinkedError(notExpanded("use_interface"));
}

/**
 * What Babel calls when a configuration lists this module for `crate-interface/babel`. Without it
 * Babel 8 says `Unexpected falsy value: undefined`.
 *
 * @internal
 */
export default function notAPlugin(): never {
  throw new TypeError(listedAsPlugin());
}
