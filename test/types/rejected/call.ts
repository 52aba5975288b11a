import {
  call_interface,
  def_interface,
  type Interface,
  use_interface,
} from "crate-interface/macro";

interface If {
  hello(name: string, id: number): string;
  now(): Date;
  map(values: number[], f: (value: number) => string): string[];
  id<T>(value: T, times: number): T;
  parse(text: string): string;
  parse(value: number, radix: number): number;
  options(options: { deep: boolean }): void;
  size: number;
  Heap: new () => object;
}
const If: Interface<If> = def_interface();
declare function plain(name: string): string;

// Call form.
call_interface(If.hello("x", "y"));
//                           ^ Argument of type 'string' is not assignable to parameter of type 'number'.
call_interface(If.hello("x"));
//                ^ Expected 2 arguments, but got 1.
call_interface(If.hullo("x"));
//                ^ Property 'hullo' does not exist on type 'Interface<If>'. Did you mean 'hello'?
call_interface(If.size());
//                ^ Type 'ValueMember<number>' has no call signatures.
new If.Heap();
//  ^ Type 'ValueMember<new () => object>' has no construct signatures.

// Path form: at the argument that is wrong.
call_interface(If.hello, "x", "y");
//                            ^ Argument of type 'string' is not assignable to parameter of type 'number'.
call_interface(If.hello, 1, 1);
//                       ^ Argument of type 'number' is not assignable to parameter of type 'string'.
// biome-ignore format: one call per line
export const arity: unknown = [
  call_interface(If.hello),
//^ Expected 3 arguments, but got 1.
  call_interface(If.hello, "x"),
//^ Expected 3 arguments, but got 2.
  call_interface({ namespace: "Mall" }, If.hello, "x"),
//^ Expected 4 arguments, but got 3.
  call_interface({ namespace: "Mall" }, If.hello),
//^ Expected 3 arguments, but got 2.
  call_interface({ namespace: "Mall" }, If.size),
//^ Expected 3 arguments, but got 2.
  call_interface({ namespace: 5 }, If.hello, "x", 5),
//^ Expected 5 arguments, but got 4.
];
call_interface(If.hello, "x", 1, 2);
//                               ^ Expected 3 arguments, but got 4.
call_interface(If.now, 1);
//                     ^ Expected 1 arguments, but got 2.
call_interface(If.map, [1], (value) => value);
//                                     ^ Type 'number' is not assignable to type 'string'.
call_interface(If.id, 5, "x");
//                       ^ Argument of type 'string' is not assignable to parameter of type 'number'.
call_interface(If.parse, {});
//                       ^ Argument of type '[{}]' is not assignable to parameter of type '[text: string] | [value: number, radix: number]'.
call_interface(If.options, { deep: 1 });
//                           ^ Type 'number' is not assignable to type 'boolean'.
call_interface(If.options, { deep: true, extra: 1 });
//                                       ^ Object literal may only specify known properties, and 'extra' does not exist in type '{ deep: boolean; }'.
call_interface(If.size);
//             ^ Argument of type 'ValueMember<number>' is not assignable to parameter of type '() => unknown'.
call_interface(If.Heap);
//             ^ Argument of type 'ValueMember<new () => object>' is not assignable to parameter of type '() => unknown'.

// Namespaces.
call_interface({ namespace: "Mall" }, If.hello, "x", "y");
//                                                   ^ Argument of type 'string' is not assignable to parameter of type 'number'.

// The value of a member is not the member.
call_interface(If);
//             ^ Argument of type 'Interface<If>' is not assignable to parameter of type '() => unknown'.
use_interface(If.hello("x", 1));
//            ^ Argument of type 'string' is not assignable to parameter of type '"neither an interface nor a member of one"'.
use_interface(plain);
//            ^ Argument of type '(name: string) => string' is not assignable to parameter of type '((name: string) => string) & "neither an interface nor a member of one"'.
use_interface({});
//            ^ Argument of type '{}' is not assignable to parameter of type '"neither an interface nor a member of one"'.
use_interface(5);
//            ^ Argument of type '5' is not assignable to parameter of type 'never'.
use_interface({ namespce: "Mall" }, If);
//              ^ Object literal may only specify known properties, but 'namespce' does not exist in type 'CallOptions'. Did you mean to write 'namespace'?
use_interface(If).hello = () => "";
//                ^ Cannot assign to 'hello' because it is a read-only property.
use_interface(If.hello).length.toFixed("x");
//                                     ^ Argument of type 'string' is not assignable to parameter of type 'number'.
export const wrong: string = call_interface(If.now);
//           ^ Type 'Date' is not assignable to type 'string'.
If.hello = If.id;
// ^ Cannot assign to 'hello' because it is a read-only property.
