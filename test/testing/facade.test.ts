// biome-ignore-all lint/complexity/noStaticOnlyClass: static members are what is tested
// biome-ignore-all lint/complexity/noThisInStatic: as above
import { expect, test, vi } from "vitest";
import { facadeOf } from "../../src/testing/facade.ts";

interface Shape {
  new (size: number): { size: number; area(): number };
  count: number;
  made(): number;
  make(size: number): object;
  Inner: new () => object;
}

class Square {
  static count = 1;
  static #made = 0;
  static Inner = class {};
  size: number;
  constructor(size: number) {
    this.size = size;
  }
  area(): number {
    return this.size ** 2;
  }
  static made(): number {
    return Square.#made;
  }
  static make(size: number): object {
    this.#made++;
    return new this(size);
  }
  static get double(): number {
    return 2 * this.#made;
  }
}

class Circle {
  static count = 2;
  size = 0;
  area(): number {
    return 3 * this.size ** 2;
  }
}

/** Something that stands for a value which can be changed. */
function standing<T extends object>(value: T, holder: object | null = null) {
  const current = { value: value as object, holder };
  return { facade: facadeOf(() => current) as T & Shape, current };
}

test("a class has its own static members, with the private ones behind them", () => {
  const { facade } = standing(Square);
  expect(facade.make(2)).toBeInstanceOf(Square);
  expect([facade.made(), (facade as unknown as typeof Square).double]).toEqual([1, 2]);
  expect(facade.make).toBe(facade.make);
  expect(facade.Inner).toBe(Square.Inner);
  expect(facade.prototype).toBe(Square.prototype);
  expect([facade.name, facade.length]).toEqual(["Square", 1]);
});

test("a class cannot be called, and its instances are no one else's", () => {
  const { facade } = standing(Square);
  expect(() => (facade as unknown as () => void)()).toThrow(
    "Class constructor Square cannot be invoked without 'new'",
  );
  const made = new facade(3);
  expect([made instanceof facade, made.constructor === Square, made.area()]).toEqual([
    true,
    true,
    9,
  ]);
  expect(Reflect.construct(facade, [1], Circle)).toBeInstanceOf(Circle);
});

test("properties are those of what it stands for: listed, described, written, removed, watched", () => {
  const { facade, current } = standing(Square);
  expect(Object.keys(facade)).toEqual(["count", "Inner"]);
  expect(Object.getOwnPropertyDescriptor(facade, "count")).toEqual({
    value: 1,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  expect(Object.getOwnPropertyDescriptor(facade, "prototype")?.value).toBe(Square.prototype);
  facade.count = 5;
  expect([Square.count, "count" in facade, "other" in facade]).toEqual([5, true, false]);
  Object.assign(facade, { other: 1 });
  delete (facade as { other?: number }).other;
  expect("other" in Square).toBe(false);
  const spy = vi.spyOn(facade, "make");
  facade.make(1);
  expect(spy).toHaveBeenCalledWith(1);
  spy.mockRestore();
  current.value = Circle;
  expect([facade.count, Object.getPrototypeOf(facade), "make" in facade]).toEqual([
    2,
    Function.prototype,
    false,
  ]);
});

test("properties of a frozen class, and of a function without prototype", () => {
  const { facade } = standing(
    Object.freeze(
      class Frozen {
        static a = 1;
      },
    ),
  );
  expect(Object.getOwnPropertyDescriptors(facade)).toMatchObject({ a: { value: 1 } });
  const arrow = standing(Object.assign(() => 1, { a: 1 })).facade;
  expect(Reflect.ownKeys(arrow).sort()).toEqual(["a", "length", "name", "prototype"]);
});

test("a subclass goes on to extend what it extended, whatever that is now", () => {
  const { facade, current } = standing(Square);
  class Big extends facade {}
  class Bigger extends Big {}
  current.value = Circle;
  class Round extends facade {}
  expect([new Big(2).area(), new Bigger(3).area(), new Big(1) instanceof Square]).toEqual([
    4,
    9,
    true,
  ]);
  current.value = Square;
  expect([new Round(2).area(), new Round(1) instanceof Circle]).toEqual([0, true]);
});

test("functions keep their receiver, and what is bound follows", () => {
  const { facade, current } = standing(function (this: unknown, a: number) {
    return [this, a];
  }) as unknown as {
    facade: (a: number) => unknown;
    current: { value: object; holder: object | null };
  };
  const bound = facade.bind("bound", 1) as () => unknown;
  expect([facade.call("called", 2), facade.apply("applied", [3]), bound()]).toEqual([
    ["called", 2],
    ["applied", 3],
    ["bound", 1],
  ]);
  const holder = { name: "holder" };
  Object.assign(current, {
    value: function (this: unknown, a: number) {
      return [this, -a];
    },
    holder,
  });
  expect([facade(1), bound()]).toEqual([
    [holder, -1],
    [holder, -1],
  ]);
});
