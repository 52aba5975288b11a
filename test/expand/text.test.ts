import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { expand } from "../../src/expand/expand.ts";
import { partsOf } from "../../src/expand/parts.ts";
import { recognise } from "../../src/expand/recognise.ts";
import type { Sites } from "../../src/expand/site.ts";
import { readFixtures } from "../fixture.ts";

// What the corpus cannot say, because its printer drops comments and formatting.

const FIXTURES = readFixtures().filter(({ output }) => output !== null);

const HEAD = `import { call_interface, use_interface, impl_interface, def_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;

/** What follows the imports, expanded. */
function expanded(body: string): string {
  const expansion = expand(HEAD + body, "/fixture/input.ts")!;
  expect(expansion.diagnostics).toEqual([]);
  return expansion.code.replace(/^import .* from "crate-interface\/(link|object)\/.*\n/gm, "");
}

describe("comments", () => {
  test("before, inside and after a call stay, and break no line", () => {
    expect(
      expanded(
        "/* 0 */ call_interface(/* 1 */ HelloIf /* 2 */ . hello /* 3 */ (a /* 4 */) /* 5 */) /* 6 */;",
      ),
    ).toBe("/* 0 */ __HelloIf_hello /* 1 */ /* 2 */ /* 3 */ (a /* 4 */ /* 5 */) /* 6 */;");
    expect(
      expanded("return_(call_interface( // why\n  HelloIf.hello, // what\n  a, // last\n));"),
    ).toBe("return_(__HelloIf_hello /* why */(// what\n  a, // last\n));");
    expect(expanded("const f = use_interface( // */ why\n  HelloIf.hello // done\n);")).toBe(
      "const f = __HelloIf_hello /* * / why */ /* done */;",
    );
    expect(expanded("const all = use_interface(/* all\n of */ HelloIf);")).toBe(
      "const all = __HelloIf /* all of */;",
    );
  });

  test("between the members of an implementation stay", () => {
    const body = `
/** The implementation. */
impl_interface(HelloIf, { // opening
  /** Says hello. */
  hello() {}, // after hello
  // before level
  level: /* three */ 3 /* end */, /* gap */
  greet: /* arrow */ (a /* a */) /* to */ => /* body */ a /* done */,
  shout: /* ref */ loud,
  // closing
}); // after`;
    const code = expanded(body);
    for (const comment of body.match(/\/\*.*?\*\/|\/\/.*/g)!) expect(code).toContain(comment);
    expect(code).toContain("/** Says hello. */\nexport function __HelloIf_hello() {}");
    expect(code).toContain("} // after hello\n");
    expect(code).toContain("{ return a; } /* done */\n");
    expect(code.trimEnd().endsWith("// after")).toBe(true);
  });

  test("between defaults move with them", () => {
    const code = expanded(`export const ByeIf = def_interface({ // options
  namespace: "Mall", // where
  defaults: {
    /** Says bye. */
    bye() {}, // after bye
    /* now */ now: 1,
  }, // end
});
next();`);
    expect(code).toContain("/** Says bye. */\nexport function __Mall_ByeIf_bye$weak() {}");
    expect(code).toContain("/* now */\nexport const __Mall_ByeIf_now$weak = 1;");
    for (const comment of ["// options", "// where", "// after bye", "/* end */"]) {
      expect(code).toContain(comment);
    }
    expect(code.endsWith("\nnext();")).toBe(true);
  });

  test.each(["\n", "\r", "\r\n", "\u2028", "\u2029"])("end where lines end with %j", (end) => {
    const code = `import { impl_interface } from "crate-interface/macro";${end}import { A } from "a";${end}const x = 1;${end}impl_interface(A, class { static a = x // one${end};${end}} /*${end}two */)${end}`;
    const { code: output } = expand(code, "/fixture/input.ts")!;
    expect(parseSync("output.ts", output).errors).toEqual([]);
    expect(output).toMatch(/\/\/ one[\n\r\u2028\u2029]/);
  });

  test("behind defaults break no line, which `satisfies` could not stand on", () => {
    const code = expanded(`export const AIf = def_interface({ defaults: { a } // c
} // d
) satisfies object;`);
    expect(code).toContain("}) /* c */ /* d */ satisfies object;");
  });

  test("in destructurings and imports stay", () => {
    const code = expand(
      `// first
import { call_interface, /* used */ use_interface } from "crate-interface/macro"; // macros
import { HelloIf, /* other */ other } from "hello-if"; // interfaces
/* a */ export const /* b */ { /* c */ hello /* d */, /* e */ greet: /* f */ g /* h */ } = /* i */ use_interface(/* j */ HelloIf) /* k */; // l
const { /* m */ one, // n
  two } = use_interface(HelloIf);
`,
      "/fixture/input.ts",
    )!.code;
    for (const comment of ["// first", "/* used */", "// macros", "/* other */", "// interfaces"]) {
      expect(code).toContain(comment);
    }
    for (const letter of "abcdeijkm") expect(code).toContain(`/* ${letter} */`);
    expect(code).toContain("// l\n");
    expect(code).toContain("// n\n");
  });
});

describe("formatting", () => {
  test("of what is between, before and after macros is untouched", () => {
    const kept = [
      "\n\n\tconst  a = [1,2 ,3]\n",
      " /*x*/ ;; {\t}  ",
      "\r\n\r\nfoo (  bar )\n\n\n",
      "`\n  ${ 1 }`",
    ];
    const body = kept.map((text, i) => `${text};call_interface(HelloIf.m${i}( ${i} ,x ))`).join("");
    const want = kept.map((text, i) => `${text};__HelloIf_m${i}( ${i} ,x )`).join("");
    expect(expanded(body)).toBe(want);
  });

  test.each(FIXTURES)("of statements without macros is untouched: $name", ({ input, file }) => {
    const output = expand(input, `/fixture/${file}`)?.code ?? input;
    let from = 0;
    for (const text of untouched(input, file)) {
      const at = output.indexOf(text, from);
      expect(at, text).toBeGreaterThanOrEqual(0);
      from = at + text.length;
    }
  });

  test("line ends and a byte order mark stay", () => {
    const code = `\uFEFF${HEAD}\nfirst();\ncall_interface(HelloIf.hello(1));\nlast();\n`.replaceAll(
      "\n",
      "\r\n",
    );
    expect(expand(code, "/fixture/input.ts")!.code).toBe(
      '\uFEFFimport { __HelloIf_hello } from "crate-interface/link/HelloIf";\r\n\r\nfirst();\r\n__HelloIf_hello(1);\r\nlast();\r\n',
    );
  });

  test("what is added has the line ends of the file, and a mark survives the first statement", () => {
    const code = `\uFEFFimport { ByeIf } from "bye-if";
${HEAD}impl_interface(ByeIf, { a() {}, /* b */ b() {} });
export const AIf = def_interface({ defaults: { c() {}, d: 1 } });
use_interface(ByeIf);
call_interface(HelloIf.hello());
`.replaceAll("\n", "\r\n");
    const expansion = expand(code, "/fixture/input.ts")!.code;
    expect(expansion.startsWith("\uFEFFimport")).toBe(true);
    expect(expansion.match(/\n/g)!.length).toBe(expansion.match(/\r\n/g)!.length);
  });

  test("a hashbang and directives stay first", () => {
    const code = `#!/usr/bin/env node\n// comment\n"use client";\n${HEAD}call_interface(HelloIf.hello(1));`;
    expect(expand(code, "/fixture/input.ts")!.code).toBe(
      '#!/usr/bin/env node\n// comment\n"use client";\nimport { __HelloIf_hello } from "crate-interface/link/HelloIf";\n__HelloIf_hello(1);',
    );
  });

  test("what a definition, an implementation and a call become reads as if written by hand", () => {
    expect(
      expanded(`
export const ByeIf = def_interface({
  defaults: {
    bye(name: string): string {
      return this.hello(name);
    },

    later: async () => 1,
  },
});

impl_interface(HelloIf, {
  hello(name, id) {
    return \`Hello, \${name} \${id}!\`;
  },

  greet: (name) => name,
});

export const { hello, greet: g } = use_interface(ByeIf);
`),
    ).toBe(`
export const ByeIf = /* @__PURE__ */ Object.freeze({ __proto__: null, interface: "ByeIf" });
export function __ByeIf_bye$weak(name: string): string {
      return __ByeIf_hello(name);
    }
export async function __ByeIf_later$weak() { return 1; }

export function __HelloIf_hello(name, id) {
    return \`Hello, \${name} \${id}!\`;
  }
export function __HelloIf_greet(name) { return name; }

export { __ByeIf_hello as hello, __ByeIf_greet as g } from "crate-interface/link/ByeIf";
`);
  });
});

test.each(FIXTURES)("expanding twice gives the same text: $name", ({ input, file }) => {
  const [first, second] = [1, 2].map(() => expand(input, `/fixture/${file}`));
  expect(first?.code).toBe(second?.code);
  expect(first?.map?.toString()).toBe(second?.map?.toString());
});

test.each(FIXTURES)("an expansion has nothing left to expand: $name", ({ input, file }) => {
  const code = expand(input, `/fixture/${file}`)?.code ?? input;
  const again = expand(code, `/fixture/${file}`);
  expect(again?.diagnostics ?? []).toEqual([]);
  expect(again?.code ?? code).toBe(code);
});

/** The text of runs of top-level statements that no macro concerns, and of what is between them. */
function untouched(input: string, file: string): string[] {
  const texts: string[] = [];
  for (const part of partsOf(input, `/fixture/${file}`)) {
    const sites = recognise(part.code, part.file);
    let start = -1;
    let end = -1;
    const flush = () => {
      if (start >= 0) texts.push(input.slice(start, end));
      start = -1;
    };
    for (const statement of sites.module!.program.body) {
      if (statement.type === "ImportDeclaration" || concerns(sites, statement)) flush();
      else {
        if (start < 0) start = statement.start;
        end = statement.end;
        if (file.endsWith("vue") || file.endsWith("svelte")) flush();
      }
    }
    flush();
  }
  return texts;
}

function concerns(sites: Sites, { start, end }: { start: number; end: number }): boolean {
  const places = [...sites.defines, ...sites.implements, ...sites.uses];
  const classes = sites.implements.flatMap((site) => site.declaredClass ?? []);
  return [...places, ...classes].some((place) => place.start >= start && place.end <= end);
}

describe("words that nothing keeps apart", () => {
  const header = `import { call_interface, impl_interface, use_interface } from "crate-interface/macro";
import { A } from "a";
`;
  test.each([
    ["await(call_interface)(A.x)", "await __A_x()"],
    ["x = typeof(use_interface)(A.x)instanceof y", "x = typeof __A_x instanceof y"],
    ["use_interface(A)in b", "__A in b"],
    ["const{x}=use_interface(A)", "const x = __A_x"],
    ["export let{x}=use_interface(A),y=1", "export let x = __A_x,y=1"],
    ["impl_interface(A,{a(){return(this).b in c},b(){}})", "return __A_b in c"],
  ])("%s", (statement, expanded) => {
    expect(expand(header + statement, "/fixture/input.ts")!.code).toContain(expanded);
  });
});
