import { HeapAlloc } from "alloc";
import { statistics } from "alloc-pool";
import { expect, test } from "vitest";
import { bool, f64, Vec } from "./index.ts";

test("a list grows, and gives its memory back", () => {
  const list = new Vec(f64);
  for (let i = 0; i < 9; i++) list.push(i / 2);
  expect([list.length, list.at(8), list.at(9)]).toEqual([9, 4, undefined]);
  list.free();
  const { allocated, reused } = statistics();
  new Vec(f64).free();
  expect(statistics()).toEqual({ allocated, reused: reused + 1 });
});

test("a list may have an allocator of its own", () => {
  const before = statistics();
  const list = new Vec(bool, new HeapAlloc());
  list.push(true);
  expect(list.at(0)).toBe(true);
  list.free();
  expect(statistics()).toEqual(before);
});
