import { call_interface } from "crate-interface/macro";
import { AliasIf, ClockIf, DerivedIf, HelloIf, ListIf, ParseIf, VoidIf } from "./interfaces.ts";
import { type_of } from "./type-of.ts";

// Call form and path form.
type_of(call_interface(HelloIf.hello("world", 123))).is<string>();
type_of(call_interface(HelloIf.hello, "rust", 456)).is<string>();
type_of(call_interface(ClockIf.now())).is<Date>();
type_of(call_interface(ClockIf.now)).is<Date>();

// An optional member has its default.
type_of(call_interface(HelloIf.greet("x"))).is<string>();
type_of(call_interface(HelloIf.greet, "x")).is<string>();

// Optional parameters, rest parameters, `this: void`.
type_of(call_interface(ClockIf.wait())).is<Promise<void>>();
type_of(call_interface(ClockIf.wait)).is<Promise<void>>();
type_of(call_interface(ClockIf.wait, 5)).is<Promise<void>>();
type_of(call_interface(ListIf.first, "a", "b", "c")).is<number>();
type_of(call_interface(VoidIf.run, 1)).is<number>();
type_of(call_interface(HelloIf.hello, ...(["a", 1] as const))).is<string>();

// Async, generators, never.
type_of(call_interface(ClockIf.ticks(1))).is<AsyncGenerator<number, string>>();
type_of(call_interface(ClockIf.ticks, 1)).is<AsyncGenerator<number, string>>();
export const fail = (): never => call_interface(ClockIf.fail("x"));

// A member that returns a function is not called twice, whether or not that needs arguments.
type_of(call_interface(ClockIf.timer())).is<(ms: number) => Date>();
type_of(call_interface(ClockIf.timer)).is<(ms: number) => Date>();
type_of(call_interface(ClockIf.stop())).is<() => void>();
type_of(call_interface(ClockIf.stop)).is<() => void>();

// Generics.
type_of(call_interface(ListIf.id(5))).is<number>();
type_of(call_interface(ListIf.id, 5)).is<number>();
type_of(call_interface(ListIf.make<string>())).is<string[]>();
type_of(call_interface(ListIf.compare, "a", "b")).is<number>();
type_of(call_interface(ListIf.id({ a: [1] }))).is<{ a: number[] }>();
type_of(call_interface(ListIf.id, { a: [1] })).is<{ a: number[] }>();
// The type expected of the call reaches the arguments.
export const names: Set<string> = call_interface(ListIf.id(new Set()));

// Callbacks get their parameters from the member.
type_of(call_interface(ListIf.map([1], (value, index) => value.toFixed(index)))).is<string[]>();
type_of(call_interface(ListIf.map, [1], (value, index) => value.toFixed(index))).is<string[]>();

// Overloads.
type_of(call_interface(ParseIf.parse("x"))).is<string>();
type_of(call_interface(ParseIf.parse(1, 2))).is<number>();
type_of(call_interface(ParseIf.parse, "x")).is<string>();
type_of(call_interface(ParseIf.parse, 1, 2)).is<number>();
type_of(call_interface(ParseIf.parse, true)).is<boolean>();

// Namespaces.
type_of(call_interface({ namespace: "Mall" }, AliasIf.run())).is<1>();
type_of(call_interface({ namespace: "Mall" }, AliasIf.run)).is<1>();
type_of(call_interface({ namespace: "Mall" }, HelloIf.hello("Alice", 1))).is<string>();
type_of(call_interface({ namespace: "Mall" }, HelloIf.hello, "Alice", 1)).is<string>();
type_of(call_interface({ namespace: "Mall" }, ParseIf.parse, 1, 2)).is<number>();
type_of(call_interface({ namespace: "Lists" }, ListIf.id(5))).is<number>();

// Inherited members.
type_of(call_interface(DerivedIf.base("x"))).is<string>();
type_of(call_interface(DerivedIf.extra)).is<string>();
type_of(call_interface(DerivedIf.now)).is<Date>();

// Within larger expressions.
export async function wait(): Promise<string> {
  await call_interface(ClockIf.wait, 1);
  for await (const tick of call_interface(ClockIf.ticks(3))) type_of(tick).is<number>();
  return call_interface(HelloIf.hello("a", 1)).toUpperCase();
}
