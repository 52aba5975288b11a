import { describe, expect, test } from "vitest";
import { options, PLUGIN, transform } from "../backends/swc.ts";
import type { Outcome } from "../fixture.ts";
import { VERSIONS } from "./versions.ts";

// What is no module cannot import macros. It can try otherwise, or mention them.

const WAYS = VERSIONS.flatMap((swc) =>
  ([false, "commonjs"] as const).flatMap((isModule) =>
    (["default", "first"] as const).map((setting) => ({ swc, isModule, setting })),
  ),
);

describe.each(WAYS)("@swc/core $swc.version, isModule $isModule, `$setting`", (way) => {
  const run = (code: string, plugin?: string): Outcome => {
    const given = options("input.js", way.setting, plugin);
    return transform(way.swc, code, { ...given, isModule: way.isModule });
  };

  test.each([
    ['var macros = require("crate-interface/macro");', "CI1001 1:14"],
    ['import("crate-interface/macro").then(f);', "CI1001 1:1"],
    ['function f() { with (a) return require("crate-interface/macro"); }', "CI1001 1:32"],
  ])("%s", (code, error) => {
    expect(run(code, PLUGIN)).toEqual({ errors: [error] });
  });

  test("what only mentions macros is as without the plugin", () => {
    const code = `"crate-interface/macro";
var call_interface = (a) => a;
with (call_interface({})) label: for (;;) break label;
delete f.arguments, this.call_interface(0777);
`;
    const { output } = run(code);
    expect(output).toContain("with");
    expect(run(code, PLUGIN)).toEqual({ output });
  });
});
