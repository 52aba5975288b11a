import { describe, expect, test } from "vitest";
import { expand } from "../../src/expand/expand.ts";

const HEAD = `import { call_interface as call, use_interface } from "crate-interface/macro";
import { HelloIf } from "greetings";
import * as api from "greetings";
call(HelloIf.hello("world"));
call({ namespace: "Mall" }, api.MallIf.hello());
`;

/** What the errors of a file say to do, those of one error on one line. */
function helps(code: string, file = "/app/src/main.tsx"): string[] {
  return expand(code, file)!.diagnostics.map(({ help }) => help.join("; "));
}

/** What one statement below {@link HEAD} is told to be. */
function instead(statement: string): string {
  const [help = "", ...others] = helps(HEAD + statement);
  expect(others).toEqual([]);
  return /`(.*)`$/.exec(help)?.[1] ?? help;
}

describe("what to write instead can be followed literally", () => {
  test.each([
    // Without a macro.
    ['HelloIf.hello("world");', 'call(HelloIf.hello("world"))'],
    ["HelloIf.hello?.(1);", "call(HelloIf.hello(1))"],
    ["HelloIf!.hello(...[1], () => 2,);", "call(HelloIf.hello(...[1], () => 2))"],
    ["f(HelloIf.hello);", "use_interface(HelloIf.hello)"],
    ["new HelloIf.Box(1)(2);", "new (use_interface(HelloIf.Box))"],
    ['HelloIf["hello"]();', "call(HelloIf.hello())"],
    ['HelloIf["weird-name"]();', 'use_interface(HelloIf)["weird-name"]'],
    ["api.MallIf.hello();", 'call({ namespace: "Mall" }, api.MallIf.hello())'],
    ["(api.MallIf as any).x;", 'use_interface({ namespace: "Mall" }, api.MallIf.x)'],
    ["const { hello } = HelloIf;", "use_interface(HelloIf)"],
    // Within a macro that takes the member alone.
    ['call(HelloIf.hello("a", 1).length);', 'call(HelloIf.hello("a", 1)).length'],
    ["call(await HelloIf.hello());", "await call(HelloIf.hello())"],
    ["call(new HelloIf.Box(1));", "new (use_interface(HelloIf.Box))(1)"],
    ["call(HelloIf.hello()());", "call(HelloIf.hello())()"],
    ["use_interface(HelloIf.hello.length);", "use_interface(HelloIf.hello).length"],
    ["use_interface(HelloIf.hello(1));", "use_interface(HelloIf.hello)"],
    ["call(api.HelloIf.hello().length);", "call(api.HelloIf.hello()).length"],
    ['call(HelloIf["hello"](1));', "call(HelloIf.hello(1))"],
    ["use_interface(HelloIf[key]);", "use_interface(HelloIf)[key]"],
    [
      'call({ namespace: "Mall" }, HelloIf["2-b"]());',
      'const { "2-b": _2_b } = use_interface({ namespace: "Mall" }, HelloIf)',
    ],
    // With `?.`, which macros do not have.
    ["call(HelloIf.hello?.(1));", "call(HelloIf.hello(1))"],
    ["call(HelloIf?.hello(1));", "call(HelloIf.hello(1))"],
    ["call(HelloIf?.hello, 1, ...[2]);", "call(HelloIf.hello, 1, ...[2])"],
    ["call(HelloIf?.hello);", "call(HelloIf.hello)"],
    ["use_interface(HelloIf?.hello);", "use_interface(HelloIf.hello)"],
    ["use_interface(HelloIf.hello?.(1));", "call(HelloIf.hello(1))"],
    [
      'call({ namespace: "Mall" }, HelloIf?.hello, 1);',
      'call({ namespace: "Mall" }, HelloIf.hello, 1)',
    ],
    ["call(api.HelloIf?.hello?.());", "call(api.HelloIf.hello())"],
    ["call((HelloIf?.hello)(1));", "(use_interface(HelloIf.hello))(1)"],
    ["call?.(HelloIf.hello(1));", "call(HelloIf.hello(1))"],
    ["use_interface?.(HelloIf);", "use_interface(HelloIf)"],
    ["call(HelloIf.hello(1)?.length);", "call(HelloIf.hello(1))?.length"],
    ["call(HelloIf?.hello(1).length);", "call(HelloIf.hello(1)).length"],
  ])("%s", (wrong, right) => {
    expect(instead(wrong)).toBe(right);
    expect(helps(HEAD + right)).toEqual([]);
  });

  test("arguments that do not fit in a line are left out", () => {
    for (const given of ["`x`", "() => {\n}", '"long", '.repeat(20)]) {
      expect(instead(`HelloIf.hello(${given});`)).toBe("call(HelloIf.hello(...))");
    }
  });

  test("a macro that the file does not import is to be imported", () => {
    const code = HEAD.replace(", use_interface", "");
    expect(helps(`${code}HelloIf.hello;`)).toEqual([
      'write `use_interface(HelloIf.hello)`; import the macro: `import { use_interface } from "crate-interface/macro"`',
    ]);
  });
});

describe("imports are named as the file has them", () => {
  const MACRO = 'import { call_interface } from "crate-interface/macro";\n';

  test.each([
    [
      'import { HiIf } from "hif";\nconst H = HiIf;\ncall_interface(H.a());',
      'write `HiIf` instead of `H`; or remove the variable `H` and rename the import: `import { HiIf as H } from "hif"`',
    ],
    [
      'import { HiIf as Hi } from "hif";\nconst H = Hi;\ncall_interface(H.a());',
      'write `Hi` instead of `H`; or remove the variable `H` and rename the import: `import { HiIf as H } from "hif"`',
    ],
    [
      'import * as hif from "hif";\nconst H = hif.HiIf;\ncall_interface(H.a());',
      "write `hif.HiIf` instead of `H`",
    ],
    [
      'import HiIf from "hif";\ncall_interface(HiIf.a());',
      'import the interface by its name: `import { HiIf } from "hif"`',
    ],
    [
      'import type { HiIf } from "hif";\ncall_interface(HiIf.a());',
      "remove the keyword `type` from the import of `HiIf`",
    ],
    ["call_interface(HiIf.a());", "import `HiIf` from the package that defines it"],
    [
      'import { HiIf } from "hif";\n(HiIf) => call_interface(HiIf.a());',
      "rename the local `HiIf`, which hides the interface of that name",
    ],
    [
      "export class Two { static a = () => call_interface(Two.b()); }",
      "write `this.b` instead of `Two.b`",
    ],
  ])("%s", (code, help) => {
    expect(helps(MACRO + code)).toEqual([help]);
  });

  test("and the macros are those that it names", () => {
    expect(helps('const { impl_interface: impl } = require("crate-interface/macro");')).toEqual([
      'import what you need by name: `import { impl_interface } from "crate-interface/macro"`',
    ]);
    expect(
      helps('import * as m from "crate-interface/macro";\nm.use_interface(m.def_interface());'),
    ).toEqual([
      'import what you need by name: `import { def_interface, use_interface } from "crate-interface/macro"`',
    ]);
  });
});

test("a file of Flow is not to be corrected", () => {
  const code = `// @flow
import { call_interface } from "crate-interface/macro";
import { HelloIf } from "greetings";
const text: string = call_interface(HelloIf.hello("world"));
`;
  const [problem] = expand(code, "/app/src/main.js")!.diagnostics;
  expect(problem?.code).toBe("CI1012");
  expect(problem?.headline).toMatch(/types of Flow; macros are read in JavaScript and TypeScript$/);
  expect(problem?.help).toEqual([
    "move the macros into a file of their own, or leave this one out with the option `exclude`",
  ]);
  expect(helps(code.replace("// @flow", "// no flow"), "/app/src/main.js")).toEqual([
    "correct the syntax here",
  ]);
});

test("each kind of member that cannot be has its own help", () => {
  const members = [
    "static get a() { return 1; }",
    "static set a(value) {}",
    "static #a = 1;",
    "static accessor a = 1;",
    "static [a]() {}",
    "static a;",
    "static {}",
    "a() {}",
    "constructor() {}",
    "static a = () => arguments;",
    "@a static a() {}",
  ];
  const found = members.map((member) => {
    const code = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "greetings";
impl_interface(HelloIf, class { ${member} });`;
    return helps(code).join("\n");
  });
  expect(new Set(found).size).toBe(members.length);
  for (const help of found) expect(help).not.toMatch(/^$|\n|write each member as/);
});
