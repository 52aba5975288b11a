import { expect, test } from "vitest";
import { isInRange, widened } from "../../src/link/version-range.ts";

test.each([
  ["1.2.0", "^1.0.0"],
  ["1.2.0", ""],
  ["1.2.0", "*"],
  ["1.2.0", "1.x || 2.x"],
  ["v1.2.0", "^1.0.0"],
  ["1.3.0-beta.1", "^1.2.0"],
  ["1.2.0", "npm:other@^1.0.0"],
  ["1.2.0", "npm:@scope/other@^1.0.0"],
  ["1.2.0", "workspace:^1.0.0"],
])("%s is in %s", (version, range) => {
  expect(isInRange(version, range)).toBe(true);
});

test.each([
  ["2.0.0", "^1.0.0"],
  ["2.0.0-beta.1", "^1.0.0"],
  ["1.0.0-beta.1", "^1.0.0"],
  ["0.5.0", "^0.4.0"],
  ["2.0.0", "npm:other@^1.0.0"],
  ["2.0.0", "npm:@scope/other@^1.0.0"],
  ["2.0.0", "workspace:~1.0.0"],
  ["2.0.0", "workspace:log@^1.0.0"],
])("%s is not in %s", (version, range) => {
  expect(isInRange(version, range)).toBe(false);
});

test.each([
  "workspace:^",
  "workspace:*",
  "workspace:../log",
  "catalog:",
  "catalog:default",
  "file:../log",
  "link:../log",
  "portal:../log",
  "git+ssh://git@example.org/log.git#v1.0.0",
  "github:someone/log",
  "someone/log",
  "https://example.org/log-1.0.0.tgz",
  "patch:log@npm%3A1.0.0#./log.patch",
  "npm:log",
  "latest",
  "what is this",
])("what names no versions passes: %s", (range) => {
  expect(isInRange("2.0.0", range)).toBe(true);
});

test("a version that is none passes: many packages of workspaces have none", () => {
  expect(isInRange("", "^1.0.0")).toBe(true);
  expect(isInRange("next", "^1.0.0")).toBe(true);
});

test("a widened range has the version in it", () => {
  expect(isInRange("2.1.0", widened("^1.0.0", "2.1.0"))).toBe(true);
  expect(isInRange("1.1.0", widened("^1.0.0", "2.1.0"))).toBe(true);
});
