import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../src/cli/check.ts";
import { readSettings } from "../../src/cli/settings.ts";
import { attack, LOGGER, manifest } from "./attack.ts";

// Whatever a package.json and a symbol table say, the program is linked as if they said nothing, or with
// an error: nothing throws, and nobody gets to be its logger.

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Words that mean something to whoever reads these files. */
const WORDS = fc.constantFrom<Json>(
  "log",
  "Logger",
  "evil",
  "log-stdout",
  "./index.ts",
  "../x",
  "__proto__",
  "default",
  "facade",
  "node",
  "function",
  "value",
  "definition",
  "implementation",
  "enabled",
  "",
  ".",
  "/",
  "\0",
  0,
  -1,
  1e9,
  true,
  null,
);

const VALUE = fc.oneof(
  WORDS,
  fc.jsonValue() as fc.Arbitrary<Json>,
  fc.array(WORDS),
  fc.dictionary(fc.string(), WORDS),
);

/** Where to change something, how, and what to put there. */
const CHANGE = fc.record({
  at: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  how: fc.constantFrom("replace", "remove", "add", "repeat"),
  value: VALUE,
});

/** Walks into a value by numbers, and changes what is there. */
function changed(json: Json, at: number[], how: string, value: Json): Json {
  if (typeof json !== "object" || json === null) return value;
  const entries = Object.entries(json);
  const [first, ...rest] = at;
  if (entries.length === 0 || rest.length === 0) {
    if (how === "replace") return value;
    if (how === "repeat" && Array.isArray(json)) return [...json, ...json];
    if (how === "add")
      return Array.isArray(json)
        ? [...json, value]
        : { ...json, [typeof value === "string" ? value : JSON.stringify(value)]: value };
    const kept = entries.filter((_, i) => i !== first % entries.length);
    return Array.isArray(json) ? kept.map(([, each]) => each) : Object.fromEntries(kept);
  }
  const [key] = entries[first % entries.length];
  const inner = changed(json[key as never] as Json, rest, how, value);
  if (Array.isArray(json)) return json.map((each, i) => (String(i) === key ? inner : each));
  return { ...json, [key]: inner };
}

test("a package.json and a symbol table with anything in any place", () => {
  using outcome = attack({
    published: {
      "evil@1.0.0/package.json": manifest({ facadeImpl: "log" }),
      "evil@1.0.0/index.ts": LOGGER,
    },
  });
  const { tree } = outcome;
  const files = ["package.json", "crate-interface.json"].map((name) => {
    const path = `app/node_modules/evil/${name}`;
    return { path, json: JSON.parse(readFileSync(tree.path(path), "utf8")) as Json };
  });
  const settings = readSettings({ cwd: tree.path("app"), color: false });
  fc.assert(
    fc.property(fc.array(CHANGE, { minLength: 1, maxLength: 4 }), fc.boolean(), (changes, both) => {
      for (const { path, json } of both ? files : files.slice(1)) {
        const after = changes.reduce(
          (value, { at, how, value: to }) => changed(value, at, how, to),
          json,
        );
        tree.write(path, JSON.stringify(after));
      }
      const { stdout } = check(settings);
      // An interface of that name of its own is its own.
      const logger = /^[✓✗] Logger(?: of log@1\.0\.0)? → (\S+)/m.exec(stdout);
      expect(["log-stdout", "not"]).toContain(logger?.[1]);
    }),
    { numRuns: 150 },
  );
});
