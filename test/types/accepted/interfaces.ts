// Interfaces of every shape that the macros claim to support, and their definitions.
import { def_interface, type Interface } from "crate-interface/macro";

export interface HelloIf {
  hello(name: string, id: number): string;
  /** Has a default. */
  greet?(name: string): string;
}
export const HelloIf: Interface<HelloIf> = def_interface<HelloIf>({
  defaults: {
    greet(name) {
      // `this` is the linked interface: no member is optional.
      return this.hello(name.trim(), 0) + [name].map(this.greet).join();
    },
  },
});

export interface ClockIf {
  now(): Date;
  wait(ms?: number): Promise<void>;
  ticks(count: number): AsyncGenerator<number, string>;
  timer(): (ms: number) => Date;
  stop(): () => void;
  fail(reason: string): never;
}
// `T` is inferred from the annotation, as isolatedDeclarations wants it.
export const ClockIf: Interface<ClockIf> = def_interface();

export interface ListIf {
  id<T>(value: T): T;
  first<T extends { length: number }>(value: T, ...more: T[]): T["length"];
  make<T>(): T[];
  map(values: number[], f: (value: number, index: number) => string): string[];
  compare?<T>(a: T, b: T): number;
  isText(value: unknown): value is string;
}
export const ListIf: Interface<ListIf> = def_interface({
  namespace: "Lists",
  defaults: { compare: (a, b) => (a === b ? 0 : 1) },
});

export interface ParseIf {
  parse(text: string): string;
  parse(value: number, radix: number): number;
  parse(value: boolean): boolean;
}
export const ParseIf: Interface<ParseIf> = def_interface();

export declare class Heap {
  constructor(size: number);
  readonly size: number;
}
export declare class Cell<T> {
  constructor(value: T);
  value: T;
}
export interface AllocIf {
  GlobalAlloc: new (size: number) => Heap;
  Cell: typeof Cell;
  readonly pageSize: number;
  label: string | undefined;
  limits?: { readonly max: number };
}
export const AllocIf: Interface<AllocIf> = def_interface<AllocIf>({
  defaults: { limits: { max: 1 } },
});

// Inherited members, type parameters, aliases and declared constants.
interface Base<T> {
  base(value: T): T;
  extra?(): T;
}
export interface DerivedIf extends Base<string>, Pick<ClockIf, "now"> {
  own(): void;
}
export const DerivedIf: Interface<DerivedIf> = def_interface<DerivedIf>({
  defaults: {
    extra() {
      return this.base("x");
    },
  },
});

export type AliasIf = { run(): 1 };
export const AliasIf: Interface<AliasIf> = def_interface({ namespace: "Mall" });

export declare const version: unique symbol;
export interface ConstIf {
  readonly version: typeof version;
  mode: "a" | "b";
}
export const ConstIf: Interface<ConstIf> = def_interface();

// `this: void` is no receiver.
export interface VoidIf {
  run(this: void, x: number): number;
}
export const VoidIf: Interface<VoidIf> = def_interface();
