import { describe, expect, test } from "vitest";
import { expand } from "../../src/expand/expand.ts";
import { position } from "../fixture.ts";

// What only the source says: SWC strips types before plugins run, so no fixture can depend on it.

const HEAD = `import { call_interface, use_interface, impl_interface, def_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;
const LINK = 'import { __HelloIf_hello } from "crate-interface/link/HelloIf";\n';

/** The code after the imports, or the errors with positions in the body. */
function expanded(body: string, head: string = HEAD): string | string[] {
  const code = head + body;
  const expansion = expand(code, "/fixture/input.ts")!;
  if (expansion.diagnostics.length > 0) {
    return expansion.diagnostics.map(
      ({ code: error, labels }) => `${error} ${position(body, labels[0].span.start - head.length)}`,
    );
  }
  return expansion.code;
}

describe("names that TypeScript declares shadow like others", () => {
  test("enums and namespaces, and their members", () => {
    expect(
      expanded(`
namespace A { const call_interface = 1; export const x = call_interface(Other.a()); }
namespace B { export const x = call_interface(HelloIf.hello()); }
enum E { HelloIf = 1 }
{ enum call_interface { a } call_interface(Other.a()); }
{ namespace call_interface { export const a = 1; } call_interface(Other.a()); }
`),
    ).toBe(`${LINK}
namespace A { const call_interface = 1; export const x = call_interface(Other.a()); }
namespace B { export const x = __HelloIf_hello(); }
enum E { HelloIf = 1 }
{ enum call_interface { a } call_interface(Other.a()); }
{ namespace call_interface { export const a = 1; } call_interface(Other.a()); }
`);
  });

  test("parameter properties", () => {
    expect(
      expanded("class A { constructor(private HelloIf: any) { call_interface(HelloIf.a()); } }"),
    ).toEqual(["CI1004 1:62"]);
  });

  test("types do not shadow values", () => {
    const body =
      "{ type HelloIf = 1; interface call_interface {} call_interface(HelloIf.hello()); }";
    expect(expanded(body)).toBe(
      `${LINK}{ type HelloIf = 1; interface call_interface {} __HelloIf_hello(); }`,
    );
  });
});

test("a symbol that names a type is taken", () => {
  expect(expanded("type __HelloIf_hello = string;\ncall_interface(HelloIf.hello());")).toBe(
    `import { __HelloIf_hello as __HelloIf_hello$1 } from "crate-interface/link/HelloIf";
type __HelloIf_hello = string;
__HelloIf_hello$1();`,
  );
});

describe("members", () => {
  test("keep their types, and lose those of the object around them", () => {
    expect(
      expanded(`impl_interface(HelloIf, {
  hello<T extends string>(name: T, id?: number): asserts name is T {},
  greet: async <T,>(name: T): Promise<T> => name,
  level: 3 as number,
} satisfies Partial<HelloIf> as never);`),
    ).toBe(`import type { HelloIf } from "hello-if";
export function __HelloIf_hello<T extends string>(name: T, id?: number): asserts name is T {}
export async function __HelloIf_greet<T,>(name: T): Promise<T> { return name; }
export const __HelloIf_level = 3 as number;`);
  });

  test("of classes may have modifiers, overloads and declarations", () => {
    expect(
      expanded(`class Impl implements HelloIf {
  public static readonly level: number = 3;
  declare static later: string;
  static [key: string]: unknown;
  static hello(name: string): string;
  static hello(name: number): number;
  protected static hello(name: any): any { return name; }
}
impl_interface(HelloIf, Impl);`),
    ).toBe(`import type { HelloIf } from "hello-if";
export const __HelloIf_level = 3;
export function __HelloIf_hello(name: any): any { return name; }
`);
  });

  test("of a class that only types mention are all that is left of it", () => {
    expect(
      expanded(`class Impl { static hello() {} }
impl_interface(HelloIf, Impl);
export type Hello = typeof Impl;`),
    ).toBe("export function __HelloIf_hello() {}\nexport type Hello = typeof Impl;");
  });

  test("have no `this` parameter", () => {
    expect(expanded("impl_interface(HelloIf, { hello(this: Window) {} });")).toEqual([
      "CI1006 1:33",
    ]);
    expect(
      expanded("export const A = def_interface({ defaults: { f: function (this: A, x) {} } });"),
    ).toEqual(["CI1006 1:59"]);
  });

  test("of an abstract class cannot be abstract", () => {
    const body = "abstract class Impl { abstract hello(): void }\nimpl_interface(HelloIf, Impl);";
    expect(expanded(body)).toEqual(["CI1005 1:23"]);
  });
});

describe("imports of types", () => {
  test("from the macros stay, and re-exports of types are no macros", () => {
    const head = `import { def_interface, type Interface } from "crate-interface/macro";
export type { Interface } from "crate-interface/macro";
`;
    expect(expanded("export const A: Interface<B> = def_interface();", head)).toBe(
      `import type { Interface } from "crate-interface/macro";
export type { Interface } from "crate-interface/macro";
export const A: Interface<B> = /* @__PURE__ */ Object.freeze({ __proto__: null, interface: "A" });`,
    );
  });

  test("do not bring macros that are called", () => {
    const head =
      'import type { call_interface, use_interface as use } from "crate-interface/macro";\n';
    expect(expanded("call_interface(A.b()); use(A); type X = typeof use;", head)).toEqual([
      "CI1001 1:1",
      "CI1001 1:24",
    ]);
  });

  test("by `import x = require()` do not bring macros", () => {
    const head = 'const mention = "crate-interface/macro";\n';
    expect(expanded('import m = require("crate-interface/macro");', head)).toEqual(["CI1001 1:12"]);
  });

  test("stay when a type, a `typeof` or an `implements` needs them", () => {
    const uses = [
      "let x: HelloIf",
      "type X = typeof HelloIf.hello",
      "class A implements HelloIf {}",
    ];
    for (const use of uses) {
      expect(expanded(`${use};\ncall_interface(HelloIf.hello());`)).toBe(
        `${LINK}import type { HelloIf } from "hello-if";\n${use};\n__HelloIf_hello();`,
      );
    }
  });
});

test("callers that a namespace exports are variables of it", () => {
  expect(expanded("namespace A { export const { hello } = use_interface(HelloIf); }")).toBe(
    `${LINK}namespace A { export const hello = __HelloIf_hello; }`,
  );
});

test("definitions and implementations inside a namespace are misplaced", () => {
  expect(
    expanded(`namespace A {
  export const B = def_interface();
  impl_interface(HelloIf, {});
}`),
  ).toEqual(["CI1002 2:20", "CI1003 3:3"]);
});
