import { expect, test } from "vitest";
import { manifestPath } from "../../src/link/chains.ts";

test.each([
  ["/ws/packages/metrics", "metrics/package.json"],
  ["/ws/node_modules/metrics", "metrics/package.json"],
  ["/ws/node_modules/@acme/metrics", "@acme/metrics/package.json"],
  ["/ws/node_modules/.pnpm/@acme+a@1.0.0/node_modules/@acme/a", "@acme/a/package.json"],
])("%s has %s", (dir, shown) => {
  expect(manifestPath(dir)).toBe(shown);
});
