import { describe, expect, test } from "vitest";
import { options, PLUGIN, transform } from "../backends/swc.ts";
import { COMMENTED, commentsOf, FIXTURES, without } from "../commented.ts";
import type { Fixture } from "../fixture.ts";
import { VERSIONS } from "./versions.ts";

// No comment that a user wrote is lost or doubled, but for those that SWC itself does not print when
// nothing is expanded: neither those of the corpus, nor one before every token of it.

const WAYS = VERSIONS.flatMap((swc) =>
  (["default", "first"] as const).map((setting) => ({ version: swc.version, swc, setting })),
);

/** SWC lowers `using` and namespaces and loses what stands before them, and with that what moves there. */
const LOWERED = ["define-beside-a-namespace", "file-using"];

describe.each(WAYS)("@swc/core $version, `$setting`, keeps the comments of", ({ swc, setting }) => {
  const print = (input: string, file: string, plugin?: string): string => {
    const { output, errors } = transform(swc, input, options(file, setting, plugin, swc.version));
    expect(errors).toBeUndefined();
    return output ?? "";
  };
  const expectKept = ({ name, input, file }: Fixture): void => {
    const written = commentsOf(input, file);
    const kept = without(commentsOf(print(input, file, PLUGIN), file), ["#__PURE__"]);
    expect(without(kept, written)).toEqual([]);
    const lostBySwc = without(written, commentsOf(print(input, file), file));
    const lost = without(without(written, kept), lostBySwc);
    if (setting === "default" || !LOWERED.includes(name)) expect(lost).toEqual([]);
  };

  test.each(FIXTURES)("$name", expectKept);
  test.each(COMMENTED)("$name with a comment before every token", expectKept);
});

describe.each(VERSIONS)("@swc/core $version", (swc) => {
  const print = (input: string): string => {
    const { output, errors } = transform(swc, input, options("input.ts", "default", PLUGIN));
    expect(errors).toBeUndefined();
    return output ?? "";
  };

  test("comments stay beside what they are about", () => {
    const output = print(ABOUT);
    for (const [comment, code] of BEFORE) {
      expect(around(output, comment).behind, comment).toMatch(code);
    }
    for (const [comment, code] of BEHIND) {
      expect(around(output, comment).before, comment).toMatch(code);
    }
  });

  test("a comment that ends a line ends no statement", () => {
    expect(print(RETURNED)).toMatch(
      /return ?\(\/\/ first\s+__HelloIf_hello\("a"\) \/\/ second\s+\);/,
    );
  });
});

/** What stands before and behind a comment, without the others. */
function around(code: string, comment: string): { before: string; behind: string } {
  const found = new RegExp(`^(.*)(?://|/\\*\\*?) ${comment}(?: \\*/|\\n)(.*)$`, "s").exec(code);
  expect(found, comment).not.toBeNull();
  const [, before = "", behind = ""] = found ?? [];
  return { before: withoutComments(before), behind: withoutComments(behind) };
}

function withoutComments(code: string): string {
  return code.replace(/\/\*.*?\*\/|\/\/.*?\n/gs, "").trim();
}

const ABOUT = `/* the file's */
import { def_interface, impl_interface, use_interface } from "crate-interface/macro";
// what is implemented
import { HelloIf } from "hello-if";

/** a definition */
export const ByeIf = def_interface({
  defaults: {
    /** a default */
    bye() {},
  },
});
// an implementation
impl_interface(HelloIf, {
  /** says hello */
  hello() {}, // behind hello
  /** greets */
  greet: (name) => name,
  // in the end
});
/** re-exported */
export const { other } = use_interface(HelloIf);
`;

/** Comments, and the code that they stand before. */
const BEFORE = [
  ["the file's", /^export const ByeIf/],
  ["what is implemented", /^export const ByeIf/],
  ["a definition", /^export const ByeIf/],
  ["a default", /^export function __ByeIf_bye\$weak/],
  ["an implementation", /^export function __HelloIf_hello/],
  ["says hello", /^export function __HelloIf_hello/],
  ["greets", /^export function __HelloIf_greet/],
  ["re-exported", /^export { __HelloIf_other as other }/],
] as const;

/** The same of what they follow. */
const BEHIND = [
  ["behind hello", /function __HelloIf_hello\(\) {}$/],
  ["in the end", /return name;\s*}$/],
] as const;

const RETURNED = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
export function hello() {
  return call_interface(
    // first
    HelloIf.hello(
      "a", // second
    ),
  );
}
`;
