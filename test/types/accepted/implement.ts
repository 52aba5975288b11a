// biome-ignore-all lint/complexity/noStaticOnlyClass: the class form of an implementation
// biome-ignore-all lint/complexity/noThisInStatic: `this` is the macro's
import { type Interface, impl_interface } from "crate-interface/macro";
import {
  AllocIf,
  Cell,
  ClockIf,
  ConstIf,
  Heap,
  HelloIf,
  ListIf,
  ParseIf,
  version,
} from "./interfaces.ts";
import { type_of } from "./type-of.ts";

// Parameters are inferred, an optional member may be left out and is still there in `this`.
impl_interface(HelloIf, {
  hello(name, id) {
    type_of(name).is<string>();
    type_of(id).is<number>();
    return this.greet(name);
  },
});
impl_interface(HelloIf, { hello: (name, id) => name + id, greet: (name) => name });
impl_interface(HelloIf, { hello: () => "" }, { namespace: "Mall", conditions: ["browser"] });

// A class implements with its statics.
impl_interface(
  HelloIf,
  class {
    static hello(name: string, id: number) {
      return name + id;
    }
  },
);
class Hello {
  static hello(name: string): string {
    return this.greet(name);
  }
  static greet(name: string): string {
    return name;
  }
}
impl_interface(HelloIf, Hello, { conditions: [] });

impl_interface(ClockIf, {
  now: () => new Date(0),
  async wait(ms) {
    type_of(ms).is<number | undefined>();
  },
  async *ticks(count) {
    yield count;
    return "";
  },
  timer: () => (ms) => new Date(ms),
  stop: () => () => {},
  fail(reason) {
    throw new Error(reason);
  },
});
impl_interface(ListIf, {
  id: (value) => value,
  first: (value) => value.length,
  make: () => [],
  map: (values, f) => values.map(f),
  isText: (value) => typeof value === "string",
});
impl_interface(ParseIf, {
  // biome-ignore lint/suspicious/noExplicitAny: one function for all overloads
  parse: (value: any) => value,
});
impl_interface(AllocIf, { GlobalAlloc: Heap, Cell, pageSize: 4096, label: undefined });
impl_interface(ConstIf, { version, mode: "a" });

/** An interface as a constraint, and its value as a parameter. */
export function only<T extends HelloIf>(target: Interface<T>, members: T): void {
  void target;
  void members;
}
only(HelloIf, { hello: () => "" });
