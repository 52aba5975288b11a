/**
 * The types behind the macros: what `Interface<T>` makes of an interface, and what each macro
 * accepts and returns. `test/types/` holds every property claimed here.
 *
 * @module
 */

/**
 * The macros' side of an interface `T`: the value that `def_interface` returns, and that the other
 * macros take. Write it as an annotation where declarations are emitted file by file:
 *
 * @example
 * export const HelloIf: Interface<HelloIf> = def_interface();
 */
export type Interface<T> = { readonly [K in keyof T]-?: Member<Linked<T>[K]> } & InterfaceOf<T>;

// The marks are string keys, not unique symbols, so that definitions compiled against another copy
// of this package still fit. `~` sorts last in completions, see Standard Schema, "~standard".

/** Marks the value of an interface, and carries its type. */
export interface InterfaceOf<T> {
  readonly "~interface": T;
}

/** Marks a function as a member, so that `call_interface(If.f)` differs from a value that is a function. */
export interface FunctionMember {
  readonly "~member": "function";
}

/** A member that is no function: a constant, or a class. Only `use_interface` gets at its value. */
export interface ValueMember<V> {
  readonly "~member": V;
}

interface AnyMember {
  readonly "~member": unknown;
}

/** All members as the linker leaves them: optional ones have their default. */
export type Linked<T> = { readonly [K in keyof T]-?: T[K] };

/**
 * A function member is the function and the mark. A generic function that needs arguments goes
 * unmarked: TypeScript infers `number` from `call(id, 5)` only if `id` is no intersection type, and
 * as it needs arguments, its path form cannot be taken for a value.
 */
type Member<M> = [M] extends [AnyFunction]
  ? [IsGeneric<M>, [M] extends [() => unknown] ? true : false] extends [true, false]
    ? M
    : M & FunctionMember
  : ValueMember<M>;

type AnyFunction = (...args: never) => unknown;
type AnyClass = abstract new (...args: never) => unknown;

/** Inference erases type parameters; only a function without them takes the erased one in its place. */
type IsGeneric<F> =
  IsOverloaded<F> extends true
    ? false
    : F extends (...args: infer A) => infer R
      ? ((...args: A) => R) extends F
        ? false
        : true
      : false;

type IsOverloaded<F> = F extends {
  (...args: infer A1): infer R1;
  (...args: infer A2): infer R2;
}
  ? Same<[A1, R1], [A2, R2]> extends true
    ? false
    : true
  : false;

type Same<A, B> =
  (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

// --- def_interface and impl_interface

/** `T`, if none of its members has a receiver. */
export type WithoutReceivers<T> = {
  [K in keyof T]: HasReceiver<T[K]> extends true
    ? "members have no receiver: remove the `this` parameter"
    : T[K];
};

type HasReceiver<M> = M extends (this: infer This, ...args: never) => unknown
  ? unknown extends This
    ? false
    : This extends void
      ? false
      : true
  : false;

type OptionalKeys<T> = {
  [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never;
}[keyof T];

/** What `def_interface` takes: options if there are optional members, which need defaults. */
export type DefinitionArguments<T> = [OptionalKeys<T>] extends [never]
  ? [options?: DefinitionOptions]
  : [options: DefinitionOptionsWithDefaults<T>];

interface DefinitionOptions {
  /** Keeps this interface apart from others of its name: a string literal, an identifier. */
  namespace?: string;
  /** None here: every member of this interface is required. */
  defaults?: "only optional members have defaults";
}

interface DefinitionOptionsWithDefaults<T> {
  /** Keeps this interface apart from others of its name: a string literal, an identifier. */
  namespace?: string;
  /** Every optional member. `this` is the linked interface, with the members an implementation overrides. */
  defaults: Defaults<T> & ThisType<Linked<T>>;
}

type Defaults<T> = Required<Pick<T, OptionalKeys<T>>>;

/** What implements `T`. `this` is the linked interface, as in defaults. */
export type Implementation<T> = T & ThisType<Linked<T>>;

/** Excess properties are errors in object literals; this makes them errors in a class. */
export type WithoutExtraStatics<C, T> = C extends AnyClass
  ? NotMembers<Exclude<keyof C, keyof T | "prototype">>
  : OnlyToInfer<C, unknown>;

type NotMembers<K extends PropertyKey> = [K] extends [never]
  ? unknown
  : { [P in K]: "not a member of the interface" };

/** What `impl_interface` takes after the members. */
export interface ImplementationOptions {
  /** The namespace of the interface, when its definition has one. */
  namespace?: string;
  /** This implementation takes part only where the build has all of these, such as `browser`. */
  conditions?: string[];
}

// --- call_interface and use_interface

/** The options of `call_interface` and `use_interface`; they come first. */
export interface CallOptions {
  /** The namespace of the interface, when its definition has one. */
  namespace: string;
}

/** `B`, but an inference to it reaches `A`: TypeScript infers to both branches of a conditional type. */
type OnlyToInfer<A, B> = [A] extends [never] ? A : B;

/**
 * Another number of arguments than `A`. TypeScript drops overloads of a wrong arity silently but
 * reports those with a wrong argument; dropping all that are not meant leaves one plain error.
 */
type WrongArity<A extends unknown[]> = A extends [] ? [never] : OnlyToInfer<A, []>;

/** After a value, the result of the call form: nothing. Members and interfaces are not values. */
export type ValueArguments<X, A extends unknown[]> = X extends AnyMember | InterfaceOf<unknown>
  ? WrongArity<A>
  : [];

/** After a member without arguments or with overloads, where {@link PathArguments} cannot be inferred. */
export type MemberArguments<F, A extends unknown[]> =
  IsOverloaded<F> extends true ? Overloads<F>[0] : F extends () => unknown ? [] : WrongArity<A>;

/** After any member: what it takes. Options are no member; one argument more makes for a wrong arity. */
export type PathArguments<A extends unknown[]> = A extends [AnyMember, ...unknown[]]
  ? OneMore<A>
  : A;

type OneMore<A> = A extends infer Same extends unknown[] ? [...Same, never] : never;

/** After options and a value or a member. */
export type OptionsArguments<O, X, A extends unknown[]> = O extends CallOptions
  ? X extends infer F & FunctionMember
    ? Overloads<F>[0]
    : X extends AnyMember
      ? [never]
      : X extends AnyFunction
        ? [] | Overloads<X>[0]
        : []
  : WrongArity<A>;

/** The result of a call after options. */
export type OptionsResult<X, A> = X extends infer F & FunctionMember
  ? ResultOf<F, A>
  : A extends []
    ? X
    : ResultOf<X, A>;

/** The result of `F` called with `A`: that of the first overload that takes them. */
export type ResultOf<F, A> = FirstMatch<OverloadList<F>, A>;

type FirstMatch<List, A> = List extends [infer First extends [unknown, unknown], ...infer Rest]
  ? A extends First[0]
    ? First[1]
    : FirstMatch<Rest, A>
  : never;

type Overloads<F> = OverloadList<F>[number];

/** The last six overloads, in order; a function with fewer repeats its first. */
type OverloadList<F> = F extends {
  (...args: infer A1): infer R1;
  (...args: infer A2): infer R2;
  (...args: infer A3): infer R3;
  (...args: infer A4): infer R4;
  (...args: infer A5): infer R5;
  (...args: infer A6): infer R6;
}
  ? [[A1, R1], [A2, R2], [A3, R3], [A4, R4], [A5, R5], [A6, R6]]
  : never;

/** What `use_interface` takes: an interface or a member. An unmarked {@link Member} cannot be told from other generic functions. */
export type Reference<X> = X extends InterfaceOf<unknown> | AnyMember
  ? unknown
  : IsGeneric<X> extends true
    ? unknown
    : "neither an interface nor a member of one";

/**
 * What `use_interface` returns. `Linked` spelled out in names that declarations of any package can
 * refer to, for an exported `use_interface(HelloIf)`.
 */
export type Used<X> =
  X extends InterfaceOf<infer T>
    ? Readonly<Required<T>>
    : X extends infer F & FunctionMember
      ? F
      : X extends ValueMember<infer V>
        ? V
        : X;
