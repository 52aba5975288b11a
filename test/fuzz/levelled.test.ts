import { expect, test } from "vitest";
import { levelled } from "./levelled.ts";
import { printer } from "./printer.ts";

// What the fuzzer takes for the same where SWC lowers classes before the plugin runs.

const FILE = "input.js";

const PROGRAM = { file: FILE, code: "class v0 { static v1 = f(x, v2); }" };

const level = (output: string): Promise<string> => levelled(output, PROGRAM, printer(FILE));

test("names that SWC makes are the same whatever their numbers", async () => {
  const one = await level("var _a, _b; f(_a = x, _b = v2, _a); function g(_a1) { _a1(_a); }");
  const other = await level("var _b1, _a2; f(_b1 = x, _a2 = v2, _b1); function g(_c) { _c(_b1); }");
  expect(other).toBe(one);
});

test.each([
  ["one made name for two", "f(_a = x, _a = v2, _a);"],
  ["two for one", "f(_a = x, _b = v2, _c);"],
  ["another of two", "f(_a = x, _b = v2, _b);"],
])("%s is a difference", async (_, output) => {
  const declared = "var _a, _b, _c;\n";
  const right = await level(`${declared}f(_a = x, _b = v2, _a);`);
  expect(await level(declared + output)).not.toBe(right);
});

test.each([
  ["of the program", "v1(v0);", "v1(v2);"],
  ["of the expansion", "let __HelloIf_a1; __HelloIf_a1();", "let __HelloIf_a2; __HelloIf_a2();"],
  ["that nothing declares", "a1();", "a2();"],
])("names %s are compared as they are", async (_, one, other) => {
  expect(await level(one)).not.toBe(await level(other));
});
