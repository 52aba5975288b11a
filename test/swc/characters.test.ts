import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { diagnosticsToJson } from "../../src/diagnostics/json.ts";
import { expand } from "../../src/expand/expand.ts";
import { PLUGIN } from "../backends/swc.ts";
import { options } from "./bytes/swc.ts";
import { type Answer, HostProcess } from "./host-process.ts";

// Hosts count bytes of UTF-8, the other backends UTF-16 code units, and JavaScript has texts that cannot
// be written in UTF-8 at all.

const host = new HostProcess();

afterAll(() => host.stop());

const IMPORTS = `import { call_interface, impl_interface, use_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;

/** What may stand between statements, and is awkward to count. */
const BETWEEN = fc.constantFrom(
  "f();",
  "/*é*/",
  "/*😀*/",
  "/*\u0301\u200d*/",
  "/*\ufeff*/",
  "/*\u0000\u001b*/",
  "'\u2028';",
  "`\u2029\r`;",
  "\t",
  "\u00a0",
  "\ufeff",
  "\r\n",
  "\r",
  "\n",
  "\n\r",
  "\u2028",
  "\u2029",
  "// é\n",
  "// 中\r",
);

describe.each(["swc-1.15.0", "@swc/core"])("%s", (version) => {
  const transform = async (code: string): Promise<Answer> => {
    const answer = await host.transform(version, code, options("main.js", [PLUGIN, {}], false));
    expect(answer.died).toBe(false);
    return answer;
  };

  test("shows errors where the backend of bundlers does, whatever is around them", async () => {
    const some = fc.array(BETWEEN, { maxLength: 12 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(some, some, some, async (first, second, last) => {
        const code = `${first}${IMPORTS}call_interface();${second}call_interface("é", HelloIf);${last}`;
        const { error } = await transform(code);
        const places = [...(error ?? "").matchAll(/--> main\.js:(\d+):(\d+)$/gm)];
        expect(places).toHaveLength(2);
        expect(places.map(([, line, column]) => [Number(line), Number(column)])).toEqual(
          placesIn(code),
        );
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test.each([
    ["an empty file", "", ""],
    ["a file of a byte order mark", "\ufeff", ""],
    ["a file of a hashbang", "#!/usr/bin/env node", "#!/usr/bin/env node\n"],
    ["a file that is a comment", "// crate-interface/macro", "// crate-interface/macro\n"],
    ["a file that is a text", '"crate-interface/macro"', '"crate-interface/macro";\n'],
    ["a file of imports", IMPORTS, 'import { HelloIf } from "hello-if";\n'],
  ])("prints %s", async (_, code, expected) => {
    expect((await transform(code)).code).toBe(expected);
  });

  // Half of a surrogate pair is no text to Rust.

  test.each([
    ["a caller's name", 'const { "\\ud800": a } = use_interface(HelloIf)', "__HelloIf__0d800"],
    ["an exported one's", 'export const { "\\udfff": a } = use_interface(HelloIf)', "_0dfff as a"],
    ["an argument", 'call_interface(HelloIf.hello("\\ud800"))', '__HelloIf_hello("\\ud800")'],
    ["a template", "call_interface(HelloIf.hello(`\\ud800`))", "__HelloIf_hello(`\\ud800`)"],
    ["a member's value", 'impl_interface(HelloIf, { a: "\\ud800" })', '__HelloIf_a = "\\ud800"'],
    ["a module", 'import { a, If } from "\\ud800"; a(call_interface(If.a()))', 'from "\\ud800"'],
    // SWC parses what ECMAScript forbids (16.2.2, early errors).
    ["an interface", 'import { "\\ud800" as X } from "x"; call_interface(X.a())', "link/\\uD800"],
    ["an export", 'export { HelloIf as "\\ud800" }; impl_interface(HelloIf, {})', 'as "\\ud800"'],
  ])("prints half a character in %s", async (_, code, expected) => {
    expect((await transform(IMPORTS + code)).code).toContain(expected);
  });

  test.each([
    ["a member's name", 'const { "\\ud800": a } = HelloIf; call_interface(HelloIf.a())'],
    ["a macro's", 'import { "\\ud800" as a } from "crate-interface/macro"'],
    ["an option's", 'call_interface({ "\\ud800": 1 }, HelloIf.a())'],
    ["a namespace", 'call_interface({ namespace: "\\ud800" }, HelloIf.a())'],
    ["a module's", 'import { X } from "\\ud800"; const Y = X; call_interface(Y.a())'],
  ])("escapes half a character in an error: %s", async (_, code) => {
    expect((await transform(IMPORTS + code)).error).toContain("\\u{d800}");
  });
});

/** Line and column of each error of the backend of bundlers. */
function placesIn(code: string): (number | null)[][] {
  const { diagnostics } = expand(code, "/main.js")!;
  return diagnosticsToJson(diagnostics, { cwd: "/", readSource: () => code }).map(({ labels }) => [
    labels[0]!.start.line,
    labels[0]!.start.column,
  ]);
}
