import { describe, expect, test } from "vitest";
import { BABEL } from "./backends/babel.ts";
import { bundler } from "./backends/bundler.ts";
import { SWC } from "./backends/swc.ts";
import { catalogueFunctions } from "./catalogue.ts";
import { type Backend, compare, readFixtures } from "./fixture.ts";

const BACKENDS: Backend[] = [bundler, ...BABEL, ...SWC];
const FIXTURES = readFixtures();

test("the corpus is as large as it claims to be", () => {
  const errors = FIXTURES.filter((fixture) => fixture.errors);
  expect(FIXTURES.length).toBeGreaterThanOrEqual(200);
  expect(errors.length * 3).toBeGreaterThanOrEqual(FIXTURES.length);
});

test("every code that a file's macros can have is triggered", () => {
  const codes = FIXTURES.flatMap(({ errors }) => errors?.map((error) => error.split(" ")[0]) ?? []);
  const catalogue = catalogueFunctions().flatMap((entry) => {
    const message = entry.call(entry.parameters.map(() => "x"));
    return typeof message === "string" || !message.code.startsWith("CI1") ? [] : [message.code];
  });
  expect([...new Set(codes)].sort()).toEqual([...new Set(catalogue)].sort());
});

describe.each(BACKENDS)("$name", (backend) => {
  test.each(FIXTURES)("$name", async (fixture) => {
    const { actual, expected } = await compare(backend, fixture);
    expect(actual).toEqual(expected);
  });
});
