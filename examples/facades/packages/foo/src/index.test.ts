import { takeRecords } from "log-memory";
import { expect, test } from "vitest";
import { token } from "./index.ts";

test("no two tokens are the same", () => {
  const tokens = Array.from({ length: 100 }, () => token(16));
  expect(new Set(tokens).size).toBe(100);
  expect(tokens[0]).toMatch(/^[0-9a-f]{32}$/);
});

test("a token is logged, but not what it is", () => {
  takeRecords();
  token(16);
  expect(takeRecords()).toEqual([{ level: "info", target: "foo", message: "a token of 16 bytes" }]);
});
