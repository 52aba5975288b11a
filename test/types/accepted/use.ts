import { use_interface } from "crate-interface/macro";
import {
  AliasIf,
  AllocIf,
  type Cell,
  ConstIf,
  type Heap,
  HelloIf,
  ListIf,
  ParseIf,
  type version,
} from "./interfaces.ts";
import { type_of } from "./type-of.ts";

// A member has its plain type, without the mark that the macros put on it.
type_of(use_interface(HelloIf.hello)).is<(name: string, id: number) => string>();
type_of(use_interface(HelloIf.greet)).is<(name: string) => string>();
type_of(use_interface(ListIf.id)).is<<T>(value: T) => T>();
type_of(use_interface(ListIf.make)).is<<T>() => T[]>();
type_of(use_interface(ListIf.isText)).is<(value: unknown) => value is string>();
type_of(use_interface(ParseIf.parse)).is<ParseIf["parse"]>();
type_of(use_interface({ namespace: "Mall" }, AliasIf.run)).is<() => 1>();

// Constants and classes.
type_of(use_interface(AllocIf.pageSize)).is<number>();
type_of(use_interface(AllocIf.label)).is<string | undefined>();
type_of(use_interface(AllocIf.limits)).is<{ readonly max: number }>();
type_of(use_interface(ConstIf.mode)).is<"a" | "b">();
type_of(use_interface(ConstIf.version)).is<typeof version>();
type_of(new (use_interface(AllocIf.GlobalAlloc))(4096)).is<Heap>();
type_of(new (use_interface(AllocIf.Cell))("x")).is<Cell<string>>();
type_of(use_interface(AllocIf.Cell)).is<typeof Cell>();

// The whole interface, and its callers one by one.
type_of(use_interface(HelloIf)).is<{
  readonly hello: (name: string, id: number) => string;
  readonly greet: (name: string) => string;
}>();
const { hello, greet } = use_interface(HelloIf);
type_of(hello).is<(name: string, id: number) => string>();
type_of(greet("x")).is<string>();
const { id: same } = use_interface({ namespace: "Lists" }, ListIf);
type_of(same(5)).is<number>();

// What isolatedDeclarations asks for; a member keeps its documentation.
export const Hello: Required<HelloIf> = use_interface(HelloIf);
Hello.greet("x");
