import fc from "fast-check";
import { expect, test } from "vitest";
import { locateEntries, locateJson } from "../../src/scan/json-text.ts";

test("the entries of an object are where each of them is found alone", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (object, other) => {
      const text = JSON.stringify({ other, dependencies: object, last: other }, null, 1);
      const parsed = JSON.parse(text).dependencies;
      const entries = locateEntries(text, ["dependencies"]);
      expect([...entries.keys()].sort()).toEqual(Object.keys(parsed).sort());
      for (const [key, place] of entries) {
        expect(place).toEqual(locateJson(text, ["dependencies", key]));
        expect(JSON.parse(text.slice(place.value.start, place.value.end))).toEqual(parsed[key]);
      }
    }),
    { numRuns: 200 },
  );
});

test("of a repeated key the last counts, and of a repeated object its last entries", () => {
  const text = '{"a":{"x":1,"y":2,"x":3},"b":{},"a":{"x":4}}';
  const entries = locateEntries(text, ["a"]);
  const shown = [...entries].map(([key, { value }]) => [key, text.slice(value.start, value.end)]);
  expect(shown).toEqual([
    ["x", "4"],
    ["y", "2"],
  ]);
});

test.each(["", "[]", '{"a":1}', '{"a":[1]}', '{"a":{"x":1}'])("there are none in %j", (text) => {
  const entries = locateEntries(text, ["a"]);
  // A list has places instead of keys.
  expect([...entries.keys()]).toEqual(text === '{"a":[1]}' ? ["0"] : []);
});
