import { describe, expect, test } from "vitest";
import {
  BABEL_7,
  BABEL_8,
  type BabelVersion,
  ENTRIES,
  type Entry,
  parsing,
  reportedIn,
} from "../backends/babel.ts";
import { bundler } from "../backends/bundler.ts";
import { normalise } from "../fixture.ts";
import { REACT_COMPILER } from "./configs.ts";

// The React Compiler rewrites components when Babel begins. Its documentation has it first among the
// plugins, so a macro of babel-plugin-macros may see what it made; the plugin never does.

const FILE = "page.tsx";

function compile(babel: BabelVersion, code: string, plugins: (Entry | "compiler")[]): string {
  const { code: output } = babel.core.transformSync(code, {
    ...parsing(FILE),
    plugins: plugins.map((name) => (name === "compiler" ? REACT_COMPILER : ENTRIES[name])),
  })!;
  return output ?? "";
}

function reported(run: () => string): string[] {
  try {
    run();
  } catch (error) {
    return reportedIn(error as Error);
  }
  return [];
}

/** A component for each way in which each expression is used. */
function components(expressions: readonly string[], ways: typeof WAYS): string {
  const functions = expressions.flatMap((expression) =>
    ways.map((way) => `({ s, xs }) { ${way(expression)} return <p>{v}</p>; }`),
  );
  return [
    'import { call_interface, use_interface } from "crate-interface/macro";',
    'import { VIf } from "v-if";',
    'import * as api from "v-if";',
    ...functions.map((rest, index) => `export function Page${index}${rest}`),
  ].join("\n");
}

const WAYS = [
  (expression: string): string => `const v = ${expression};`,
  (expression: string): string => `const { p, q } = ${expression}; const v = [p, q];`,
  (expression: string): string => `let v; if (s) v = ${expression}; else v = xs;`,
  (expression: string): string => `${expression}; const v = s;`,
  (expression: string): string => `const v = () => ${expression};`,
];

const EXPRESSIONS = [
  "call_interface(VIf.a(s))",
  "call_interface(VIf.a, s)",
  "call_interface(VIf.a)",
  'call_interface({ namespace: "Mall" }, VIf.a(s))',
  'call_interface({ namespace: "Mall" }, VIf.a, s, xs)',
  'call_interface({ namespace: "Mall" }, VIf.a(s ? 1 : <i>{s}</i>, ...xs))',
  "call_interface(VIf.a(() => call_interface(VIf.b({ s }))))",
  "call_interface(VIf.a, () => s, [s], { s })",
  "call_interface(VIf.a(s ?? xs, s && xs, s?.x, `${s}`))",
  "call_interface(VIf.a(xs.map((x) => call_interface(VIf.b(x)))))",
  'call_interface(VIf.a(call_interface(VIf.b), call_interface({ namespace: "Mall" }, VIf.c)))',
  "call_interface(VIf.a(new Map([[s, xs]])) as string)!",
  "call_interface(api.VIf.a(<VIf />))",
  "s ? call_interface(VIf.a(s)) : call_interface(VIf.b(xs))",
  "<b>{call_interface(VIf.a(s))}{call_interface(VIf.b(s))}</b>",
  "new (use_interface(VIf.Klass))(s)",
  'use_interface({ namespace: "Mall" }, VIf.Klass)',
  "use_interface(VIf.a)(s)",
  "use_interface(VIf.a) ?? use_interface(VIf.b)",
  "use_interface(VIf).a(s)",
  "use_interface(api.VIf)",
  "call_interface(VIf.a(use_interface(VIf.b)))",
];

describe.each([BABEL_7, BABEL_8])("Babel $version", (babel) => {
  test("the plugin comes first wherever it is listed, and so does a macro listed first", () => {
    const code = components(EXPRESSIONS, WAYS.slice(0, 1));
    const first = compile(babel, code, ["plugin", "compiler"]);
    expect(compile(babel, code, ["compiler", "plugin"])).toBe(first);
    expect(compile(babel, code, ["macro", "compiler"])).toBe(first);
    expect(first).not.toMatch(/call_interface|use_interface/);
  });

  test.each(EXPRESSIONS)("a macro listed last expands %s", async (expression) => {
    const code = components([expression], WAYS);
    const compiled = compile(babel, code, ["compiler"]);
    const { output = "", errors } = await bundler.expand(compiled, FILE);
    expect(errors).toBeUndefined();
    const expanded = compile(babel, code, ["compiler", "macro"]);
    expect(await normalise(expanded, FILE)).toBe(await normalise(output, FILE));
  });

  const HOOK = `import { call_interface } from "crate-interface/macro";
import { ViewIf } from "view-if";

export function Page({ name }) {
  const text = call_interface(ViewIf.useGreeting(name));
  return <p>{text}</p>;
}
`;

  test("a hook stays one, outside of every condition", async () => {
    const expanded = compile(babel, HOOK, ["compiler", "plugin"]);
    expect(await normalise(expanded, FILE)).toBe(
      await normalise(
        `import { c as _c } from "react/compiler-runtime";
import { __ViewIf_useGreeting as useGreeting$1 } from "crate-interface/link/ViewIf";

export function Page(t0) {
  const $ = _c(2);
  const { name } = t0;
  const text = useGreeting$1(name);
  let t1;
  if ($[0] !== text) {
    t1 = <p>{text}</p>;
    $[0] = text;
    $[1] = t1;
  } else {
    t1 = $[1];
  }
  return t1;
}
`,
        FILE,
      ),
    );
  });

  test("so does one that an implementation calls itself", async () => {
    const implementation = `import { impl_interface } from "crate-interface/macro";
import { ViewIf } from "view-if";

impl_interface(ViewIf, {
  useGreeting(name) { return name; },
  page() {
    const Page = ({ name }) => { const text = this.useGreeting(name); return <p>{text}</p>; };
    return Page;
  },
});
`;
    const expanded = await normalise(compile(babel, implementation, ["plugin", "compiler"]), FILE);
    expect(expanded).toContain(`    const { name } = t0;
    const text = useGreeting$1(name);
    let t1;
    if ($[0] !== text) {`);
    expect(expanded).toContain("export { useGreeting$1 as __ViewIf_useGreeting };");
  });

  test("a hook that the compiler took apart before the macro ran is reported as written", () => {
    expect(reported(() => compile(babel, HOOK, ["compiler", "macro"]))).toEqual(["CI1009 5:16"]);
    const nested = HOOK.replace("(name)", "(call_interface(ViewIf.useName(name)))");
    expect(reported(() => compile(babel, nested, ["compiler", "macro"]))).toEqual([
      "CI1009 5:16",
      "CI1009 5:50",
    ]);
    expect(() => compile(babel, HOOK, ["compiler", "macro"])).toThrow(
      'help: list `"macros"` before that plugin\n  help: or list `"crate-interface/babel"`',
    );
  });

  test("what is wrong in a compiled component is reported where it was written", () => {
    const wrong = HOOK.replace("return <p>", "return <p title={ViewIf.title}>");
    expect(reported(() => compile(babel, wrong, ["compiler", "macro"]))).toEqual(["CI1013 6:20"]);
    const alias = HOOK.replace("const text", "const V = ViewIf;\n  const text").replace(
      "ViewIf.use",
      "V.use",
    );
    expect(reported(() => compile(babel, alias, ["compiler", "macro"]))).toEqual(["CI1010 6:31"]);
  });
});
