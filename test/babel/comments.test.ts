import { describe, expect, test } from "vitest";
import { BABEL, BABEL_7, parsing } from "../backends/babel.ts";
import { bundler } from "../backends/bundler.ts";
import { COMMENTED, commentsOf, FIXTURES, without } from "../commented.ts";
import { type Fixture, normalise } from "../fixture.ts";

// No comment that a user wrote is lost or doubled: neither those of the corpus, nor one before every
// token of it.

describe.each([bundler, ...BABEL])("$name keeps the comments of", ({ name: backend, expand }) => {
  test.each(FIXTURES)("$name", async ({ input, file }) => {
    const { output = "" } = await expand(input, file);
    expect(commentsOf(output, file)).toEqual(commentsOf(input, file));
  });

  test.each(COMMENTED)("$name with a comment before every token", async (fixture) => {
    const { file, input, output: expected } = fixture;
    const { output = "", errors } = await expand(input, file);
    expect(errors).toBeUndefined();
    const kept = commentsOf(output, file);
    const written = commentsOf(input, file);
    expect(without(kept, written)).toEqual([]);
    const lost = without(written, kept);
    expect(backend === "bundler" ? lost : without(lost, lostByBabel(fixture))).toEqual([]);
    expect(await normalise(output, file)).toBe(await normalise(expected ?? "", file));
  });
});

/** The comments that Babel itself does not print, when nothing is expanded. */
function lostByBabel({ input, file }: Fixture): string[] {
  const { code } = BABEL_7.core.transformSync(input, parsing(file))!;
  return without(commentsOf(input, file), commentsOf(code ?? "", file));
}
