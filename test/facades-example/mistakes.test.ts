import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { link } from "../../src/link/link.ts";
import { scan } from "../../src/scan/scan.ts";
import { type Copy, copyExample } from "./copy.ts";

// The mistakes that docs/facades.md lists, made in the example, and what is said.

const APP = "facades-app";

/** What to do wrong, by the words of the guide, and the errors that follow. */
const MISTAKES: Record<string, [make: (copy: Copy) => void, codes: string[]]> = {
  "list no implementation, and there is no default": [
    (copy) => copy.list(APP, "getrandom-system", false),
    ["CI2001"],
  ],
  "list two": [(copy) => copy.list(APP, "log-console", true), ["CI2002"]],
  "rely on one that a library lists": [
    (copy) => {
      copy.list(APP, "getrandom-system", false);
      copy.list("foo", "getrandom-system", true);
    },
    // The second is a warning: it is for the author of the library.
    ["CI2008", "CI3005"],
  ],
  "select one that is not there": [
    (copy) => copy.configure(APP, { implementations: { Alloc: "alloc-pol" } }),
    ["CI2009"],
  ],
  "implement a facade in itself": [(copy) => copy.configure("alloc", { facade: true }), ["CI3001"]],
  "name a default that is no dependency, no file, or implements nothing": [
    (copy) => copy.configure("log", { facade: true, defaultFacadeImpl: "log-nop" }),
    ["CI3002"],
  ],
  "say `facadeImpl` of what is no facade, no dependency, or another version": [
    (copy) => copy.configure("log-pino", { facadeImpl: "foo" }),
    ["CI3003"],
  ],
  "leave out an interface or a member": [
    (copy) => copy.edit("packages/log-pino/src/index.ts", "  flush: () => logger.flush(),\n", ""),
    ["CI3004"],
  ],
  "list an implementation in a library's `dependencies`": [
    (copy) => copy.list("foo", "getrandom-system", true),
    ["CI3005"],
  ],
  "misspell a key, or make a package both `facade` and `facadeImpl`": [
    (copy) => copy.configure("log-pino", { facade: true, facadeImpl: "log" }),
    ["CI3006"],
  ],
};

test("the guide lists these mistakes", () => {
  const guide = readFileSync(new URL("../../docs/facades.md", import.meta.url), "utf8");
  const rows = guide.matchAll(/^\| ([^|]+) \| \[(CI\d+)\]\(/gm);
  const listed = Object.fromEntries([...rows].map(([, mistake, code]) => [mistake, code]));
  const made = Object.entries(MISTAKES).map(([mistake, [, codes]]) => [mistake, codes[0]]);
  expect(listed).toEqual(Object.fromEntries(made));
});

test.each(Object.entries(MISTAKES))("%s", (_, [make, codes]) => {
  using copy = copyExample();
  make(copy);
  const graph = scan(copy.path(`packages/${APP}`), { cache: false });
  const { diagnostics } = link(graph, { conditions: ["node"], production: false });
  const found = new Set([...graph.diagnostics, ...diagnostics].map(({ code }) => code));
  expect([...found].sort()).toEqual(codes);
});
