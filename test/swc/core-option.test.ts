import { describe, expect, test } from "vitest";
import { bundler } from "../backends/bundler.ts";
import { compileComponent, isComponent } from "../backends/component.ts";
import { EVERY_SETTING, options, PLUGIN, type Setting } from "../backends/swc.ts";
import { normalise, readFixtures } from "../fixture.ts";
import { textOf, thrownBy } from "./thrown.ts";
import { VERSIONS } from "./versions.ts";

// `core`, the only option, says how the host encodes functions, for files that do not tell.

const FIXTURES = readFixtures().map(({ name, file, input }) =>
  isComponent(file) ? { name, ...compileComponent(input, file) } : { name, file, code: input },
);

/** Those whose only functions are arrows without a block, which do not tell since 1.15.46. */
const UNTELLING = [
  "define-self-in-namespace",
  "file-tsx",
  "file-vue-that-implements",
  "implement-without-semicolons",
];

/** A file that tells nothing, and one that does. */
const ARROW = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, { hello: (name) => name });
`;
const TELLING = `${ARROW}export function other() {}\n`;

const NO_VERSIONS = [
  ...["1.14.9", "0.16", "1", "16", "1.", ".16", "v1.16", "^1.16", "1.16-rc", "latest", ""],
  ...[1.16, true, null, ["1.16"], { "1.16": "1.16" }],
];

describe.each(VERSIONS)("@swc/core $version", ({ version, transformSync }) => {
  const untelling = ["1.15.0", "1.15.21"].includes(version) ? [] : UNTELLING;
  const [generation, other] = version.startsWith("1.15.") ? ["1.15", "1.16"] : ["1.16", "1.15"];

  /** What becomes of a file: its code, or what is said. */
  const run = (
    code: string,
    core: unknown,
    setting: Setting = "default",
    file = "main.ts",
  ): string => {
    try {
      return transformSync(code, options(file, setting, PLUGIN, core)).code;
    } catch (error) {
      return textOf(error as Error);
    }
  };

  describe.each(EVERY_SETTING)("with plugins as in `%s`", (setting) => {
    test("members of files that do not tell stay constants without the option", async () => {
      const differing = FIXTURES.filter(
        ({ code, file }) =>
          run(code, version, setting, file) !== run(code, undefined, setting, file),
      );
      expect(differing.map(({ name }) => name)).toEqual(untelling);
      for (const { name, code, file } of differing) {
        const { output } = await bundler.expand(code, file);
        const constants = transformSync(withConstants(output!), options(file, setting)).code;
        const actual = await normalise(run(code, undefined, setting, file), file);
        expect({ name, actual }).toEqual({ name, actual: await normalise(constants, file) });
      }
    });

    test("a wrong version is an error, or changes nothing", () => {
      const kinds = { reported: 0, refused: [] as string[] };
      for (const { name, code, file } of FIXTURES) {
        const wrong = run(code, other, setting, file);
        if (wrong.includes("error[CI2021]: `core` of ")) kinds.reported++;
        else if (wrong.includes("failed to invoke plugin")) kinds.refused.push(name);
        else expect({ name, wrong }).toEqual({ name, wrong: run(code, version, setting, file) });
      }
      // What does not tell, the host itself cannot read.
      expect(kinds.refused).toEqual(untelling);
      expect(kinds.reported).toBeGreaterThan(100);
    });
  });

  test("versions that encode alike are one", () => {
    const functions = run(ARROW, version);
    expect(functions).toContain("export function __HelloIf_hello(name) {");
    const alike =
      generation === "1.15"
        ? ["1.15", "1.15.0", "1.15.99-nightly-20251101.1"]
        : ["1.16", "1.16.99", "1.17", "1.100.0", "2.0.0", "10.2"];
    for (const core of alike) expect(run(ARROW, core)).toBe(functions);
  });

  test.each(NO_VERSIONS)("%j is none", (core) => {
    expect(
      run(ARROW, core),
    ).toBe(`  x error[CI2021]: \`core\` of \`crate-interface/swc\` is no version of @swc/core from 1.15 on, in quotes
  |   --> main.ts
  |   help: write \`["crate-interface/swc", { "core": "1.15" }]\` for @swc/core 1.15, Next.js 16.1 to 16.3, or Rspack 1.7 to 2.1
  |   help: write \`["crate-interface/swc", { "core": "1.16" }]\` for @swc/core 1.16, Next.js 16.4, or Rspack 2.2, and newer ones
  |   help: run \`crate-interface explain CI2021\` to read more`);
  });

  test("what a file tells is said where the option says another", () => {
    const text = run(TELLING, other);
    expect(text).toContain(
      "error[CI2021]: `core` of `crate-interface/swc` does not fit this version of SWC\n",
    );
    expect(text).toContain(
      `help: write \`["crate-interface/swc", { "core": "${generation}" }]\` for `,
    );
  });

  test("nothing is said in files without macros", () => {
    expect(run("export function f() {}", other)).toBe(run("export function f() {}", version));
    expect(run("export function f() {}", 1.16)).toBe(run("export function f() {}", version));
  });

  test("another option is refused beside it", () => {
    const given = options("main.ts", "default");
    const both = [PLUGIN, { core: version, production: true }] as const;
    given.jsc!.experimental!.plugins = [[...both]];
    expect(thrownBy(() => transformSync(ARROW, given))).toContain(
      "`crate-interface/swc` has no option `production`, only `core`\n",
    );
  });
});

/** A file in which functions are constants, as far as they have one statement. */
function withConstants(output: string): string {
  const functions = /^export function ([\w$]+)(.*?\)) \{ return (.*); \}$/gm;
  return output.replace(functions, "export const $1 = $2 => $3;");
}
