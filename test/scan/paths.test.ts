import { expect, test } from "vitest";
import { isPath, staysInside } from "../../src/scan/manifest/values.ts";
import { isBelow, parentOf } from "../../src/scan/paths.ts";

// Paths of Windows as they are in records, with forward slashes; what a manifest says is as people write.

test.each([
  ["/", "/"],
  ["/a", "/"],
  ["/a/b", "/a"],
  ["C:/", "C:/"],
  ["C:/a", "C:/"],
  ["C:/a/b", "C:/a"],
  ["//server/share/a", "//server/share"],
  ["a", "a"],
])("above %j is %j", (path, parent) => {
  expect(parentOf(path)).toBe(parent);
});

test.each([
  ["/a/b", "/a", true],
  ["/ab", "/a", false],
  ["/a", "/a", false],
  ["/a", "/", true],
  ["C:/a/b", "C:/a", true],
  ["C:/ab/c", "C:/a", false],
  ["C:/a", "C:/", true],
  ["D:/a/b", "C:/a", false],
])("%j in %j: %j", (path, dir, expected) => {
  expect(isBelow(path, dir)).toBe(expected);
});

test.each([
  ["./a", true],
  ["a/../b", true],
  ["a\\..\\b", true],
  ["..a", true],
  ["..", false],
  ["a/../..", false],
  ["a\\..\\..", false],
  ["..\\a", false],
  ["/a", false],
  ["\\a", false],
  ["\\\\server\\share", false],
  ["\\\\?\\C:\\a", false],
  ["C:\\a", false],
  ["C:a", false],
  ["c:/a", false],
  ["a\0", false],
])("%j stays inside: %j", (path, expected) => {
  expect(staysInside(path)).toBe(expected);
});

test.each([
  [".", true],
  ["./a", true],
  [".\\a", true],
  ["..\\a", true],
  ["/a", true],
  ["\\a", true],
  ["C:\\a", true],
  ["log", false],
  ["@s/log", false],
  [".log", false],
])("%j is a path rather than a package: %j", (selection, expected) => {
  expect(isPath(selection)).toBe(expected);
});
