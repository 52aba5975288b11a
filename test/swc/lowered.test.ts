import { describe, expect, test } from "vitest";
import { isComponent } from "../backends/component.ts";
import { options, PLUGIN, transform } from "../backends/swc.ts";
import { normalise, type Outcome, outcomeOf, readFixtures } from "../fixture.ts";
import { VERSIONS } from "./versions.ts";

// Unless plugins run first, SWC has lowered decorators before, and with those of 2022-03 accessors and
// keys as well. What stood there is told from the source, and from what SWC leaves.

const IMPORTS = `import { def_interface, impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;

/** What is reported, by what stands on the third line and behind. */
const REPORTED = {
  "@decorate export class Impl { static hello() {} }\nimpl_interface(HelloIf, Impl);": "CI1005 3:1",
  "export @decorate class Impl { static hello() {} }\nimpl_interface(HelloIf, Impl);": "CI1005 3:8",
  "/** @internal */ @decorate abstract class Impl { static hello() {} }\nimpl_interface(HelloIf, Impl);":
    "CI1005 3:18",
  "class Impl { @bound static hello() {} }\nimpl_interface(HelloIf, Impl);": "CI1005 3:14",
  "impl_interface(HelloIf, @decorate class { static hello() {} });": "CI1005 3:25",
  "impl_interface(HelloIf, class { @bound static hello() {} });": "CI1005 3:33",
  "impl_interface(HelloIf, class { static é = 1; static accessor ö = 2; });": "CI1005 3:47",
};

describe.each(VERSIONS)("@swc/core $version, which lowers decorators", (swc) => {
  const run = (code: string, setting: "default" | "legacy"): Outcome =>
    transform(swc, IMPORTS + code, options("input.ts", setting, PLUGIN));

  describe.each(["default", "legacy"] as const)("%s", (setting) => {
    test.each(Object.entries(REPORTED))("%s", (code, reported) => {
      expect(run(code, setting)).toEqual({ errors: [reported] });
    });

    test("what only looks like a decorator", () => {
      const code = `type Scoped = import("@scope/types").Scoped;
/** @internal */
class Impl { static hello() { return "@hello"; } }
impl_interface(HelloIf, Impl);`;
      expect(run(code, setting).output).toContain("export function __HelloIf_hello()");
    });
  });

  test("members whose keys became variables have their names", () => {
    const { output } = run(
      'export class Impl { static "a-b"() {} static 1 = 2; }\nimpl_interface(HelloIf, Impl);',
      "default",
    );
    expect(output).toContain("export function __HelloIf_a_0002db()");
    expect(output).toContain("export const __HelloIf__00031 = 2;");
  });

  test("wrong uses in decorators, which lose their places, are at the class", () => {
    const wrong = `@decorate(use_interface(HelloIf.hello)) class A {}
@decorate(call_interface(HelloIf)) class B { }
class C { @decorate(call_interface(HelloIf["a" + b]())) c() {} }`;
    const code = `import { call_interface, use_interface } from "crate-interface/macro";\n${wrong}`;
    const { errors } = run(code, "legacy");
    expect(errors?.map((error) => error.replace(/:\d+$/, ""))).toEqual(["CI1009 5", "CI1009 6"]);
  });

  test("an import that nothing uses is gone, unless it is to be kept", () => {
    const code = `import { nothing } from "crate-interface/macro";\n${IMPORTS}`;
    expect(run(code, "default")).toEqual({ output: "export { };\n" });
    const given = options("input.ts", "default", PLUGIN);
    given.jsc!.transform!.verbatimModuleSyntax = true;
    expect(transform(swc, code, given)).toEqual({ errors: ["CI1001 1:10"] });
  });

  test("`this` is the interface where keys and decorators of a member were moved to", () => {
    const { output } = run(
      "export const If = def_interface({ defaults: { Box: class { [this.a]() {} @(this.b) c() {} } } });",
      "default",
    );
    expect(output).toContain('import { __If_a, __If_b } from "crate-interface/link/If";');
    expect(output).toContain("_computedKey = __If_a, _dec = __If_b;");
    expect(run("impl_interface(HelloIf, { Box: class { [this]() {} } });", "default")).toEqual({
      errors: ["CI1006 3:41"],
    });
  });
});

/** Fixtures that SWC can parse, without the one of which it keeps the values of decorators in variables. */
const FIXTURES = readFixtures().filter(
  ({ name, file, errors }) =>
    !isComponent(file) && name !== "file-decorators" && !errors?.[0]?.startsWith("CI1012"),
);

/** What SWC leaves beside a class that the plugin takes apart. */
const KEYS = /^(?:import \{ _ as _to_property_key \} .*|let _computedKey|_computedKey = .*);\n/gm;

const [oldest, second] = VERSIONS;
const newest = VERSIONS.at(-1)!;

/** The other proposals that decorators may follow, in the first version that knows each, and the newest. */
const WAYS = [
  { swc: oldest!, decorators: "2021-12" },
  { swc: newest, decorators: "2021-12" },
  { swc: second!, decorators: "2023-11" },
  { swc: newest, decorators: "2023-11" },
] as const;

describe.each(WAYS)(
  "@swc/core $swc.version, with decorators of $decorators",
  ({ swc, decorators }) => {
    test.each(FIXTURES)("$name", async (fixture) => {
      const { file, input } = fixture;
      const run = (code: string, plugin?: string): Outcome => {
        const { jsc, ...given } = options(file, "default", plugin, swc.version);
        const transforms = { ...jsc!.transform, decoratorVersion: decorators };
        return transform(swc, code, {
          ...given,
          jsc: { ...jsc, externalHelpers: true, transform: transforms },
        });
      };
      const comparable = async ({ output, errors }: Outcome): Promise<string | string[]> =>
        errors ?? (await normalise(output, file)).replace(KEYS, "");
      const right = outcomeOf(fixture);
      const expected = right.errors ? right : run(right.output);
      expect(await comparable(run(input, PLUGIN))).toEqual(await comparable(expected));
    });
  },
);
