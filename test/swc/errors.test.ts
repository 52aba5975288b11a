import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { expand } from "../../src/expand/expand.ts";
import { isComponent } from "../backends/component.ts";
import { options, PLUGIN } from "../backends/swc.ts";
import { readFixtures } from "../fixture.ts";
import { thrownBy } from "./thrown.ts";
import { VERSIONS } from "./versions.ts";

/** What SWC says of a file that is at `src/main.ts`, or elsewhere. */
type Report = (code: string, filename?: string) => string;

const IMPORTS = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
`;

/** Fixtures whose errors the plugin reports: it is given no components, and nothing that SWC cannot parse. */
const WRONG = readFixtures().filter(
  ({ file, errors }) => errors && !isComponent(file) && !errors[0]!.startsWith("CI1012"),
);

describe.each(VERSIONS)("@swc/core $version", (swc) => {
  const report: Report = (code, filename = "src/main.ts") =>
    thrownBy(() => swc.transformSync(code, { ...options("main.ts", "default", PLUGIN), filename }));

  test("shows an error with its place, the code around it and what to do", () => {
    expect(
      report(`${IMPORTS}\nexport const text = call_interface(HelloIf?.hello("world"));\n`),
    ).toMatchInlineSnapshot(`
      "  x error[CI1009]: malformed \`call_interface\`: a linked member is always there, so \`?.\` has no meaning
        |   --> src/main.ts:4:36
        |   help: write \`call_interface(HelloIf.hello("world"))\`
        |   help: run \`crate-interface explain CI1009\` to read more
         ,-[src/main.ts:4:1]
       1 | import { call_interface } from "crate-interface/macro";
       2 | import { HelloIf } from "hello-if";
       3 | 
       4 | export const text = call_interface(HelloIf?.hello("world"));
         :                                    ^^^^^^^^^^^^^^^^^^^^^^^
         \`----"
    `);
  });

  test("shows several in the order of the file, and once where to read on", () => {
    expect(
      report(`${IMPORTS}
const alias = HelloIf;
call_interface(HelloIf);
export { call_interface };
`),
    ).toMatchInlineSnapshot(`
      "  x error[CI1009]: malformed \`call_interface\`: expected a member, such as \`HelloIf.hello\`, found \`HelloIf\`
        |   --> src/main.ts:5:16
        |   help: write \`call_interface(HelloIf.hello("world"))\` or \`call_interface(HelloIf.hello, "world")\`
         ,-[src/main.ts:5:1]
       2 | import { HelloIf } from "hello-if";
       3 | 
       4 | const alias = HelloIf;
       5 | call_interface(HelloIf);
         :                ^^^^^^^
       6 | export { call_interface };
         \`----
        x error[CI1001]: \`call_interface\` is a macro and cannot be used as a value
        |   --> src/main.ts:6:10
        |   note: macros are replaced when the program is built; at run time there are none
        |   help: call it where it is needed: \`call_interface(HelloIf.hello("world"))\` or \`call_interface(HelloIf.hello, "world")\`
        |   help: run \`crate-interface explain CI1001\` (also CI1009) to read more
         ,-[src/main.ts:6:1]
       3 | 
       4 | const alias = HelloIf;
       5 | call_interface(HelloIf);
       6 | export { call_interface };
         :          ^^^^^^^|^^^^^^
         :                 \`-- used as a value
         \`----"
    `);
  });

  test("shows what else an error has to do with", () => {
    expect(
      report(`import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, {
  hello() {},
  hello() {},
});
`),
    ).toMatchInlineSnapshot(`
      "  x error[CI1011]: member \`hello\` is implemented twice
        |   --> src/main.ts:5:3
        |   note: both would be exported under one name
        |   help: remove one of the two
        |   help: run \`crate-interface explain CI1011\` to read more
         ,-[src/main.ts:4:1]
       1 | import { impl_interface } from "crate-interface/macro";
       2 | import { HelloIf } from "hello-if";
       3 | impl_interface(HelloIf, {
       4 |   hello() {},
         :   ^^|^^
         :     \`-- first here
       5 |   hello() {},
         :   ^^|^^
         :     \`-- implemented again
       6 | });
         \`----"
    `);
  });

  test.each([
    ["characters of two units", 'const é = "😀中"; call_interface(HelloIf);'],
    ["tabs", "\t\tcall_interface(HelloIf);"],
  ])("counts columns as editors do: %s", (_, line) => {
    const column = line.indexOf("HelloIf") + 1;
    expect(report(`${IMPORTS}${line}\n`)).toContain(` --> src/main.ts:3:${column}\n`);
  });

  test.each([
    ["a byte order mark", "\ufeff", "\n", 2],
    ["a hashbang", "#!/usr/bin/env node\n", "\n", 3],
    ["line ends of two characters", "\r\n\r\n", "\r\n", 4],
    ["unusual line ends", "\u2028/* \r */", "\n", 4],
  ])("counts lines as editors do: %s", (_, before, end, line) => {
    const code = `${before}import { call_interface } from "crate-interface/macro";${end}call_interface();${end}`;
    expect(report(code)).toContain(` --> src/main.ts:${line}:1\n`);
  });

  test("names the file from where SWC runs", () => {
    const code = `${IMPORTS}call_interface();\n`;
    expect(report(code, join(process.cwd(), "src/main.ts"))).toContain(" --> src/main.ts:3:1\n");
    expect(report(code, "/elsewhere/main.ts")).toContain(" --> /elsewhere/main.ts:3:1\n");
    expect(report(code, `${process.cwd()}-2/main.ts`)).toContain(
      ` --> ${process.cwd()}-2/main.ts:3:1\n`,
    );
    expect(report(code, "")).toContain(" --> <anon>:3:1\n");
  });

  test("counts in the file that a tree was parsed from, not in the first that was", () => {
    const parser = { syntax: "typescript", decorators: true } as const;
    swc.parseSync("// é\n".repeat(40), parser);
    const tree = swc.parseSync(`/* é */ ${IMPORTS}\ncall_interface(HelloIf);\n`, parser);
    const text = thrownBy(() => swc.transformSync(tree, options("main.ts", "default", PLUGIN)));
    expect(text).toContain(":4:16\n");
    expect(text).toContain(" 4 | call_interface(HelloIf);\n");
  });

  test("shows no control characters of the file", () => {
    const namespace = '"a\\u001b[31m\\u202e"';
    const text = report(
      `${IMPORTS}call_interface({ namespace: ${namespace} }, HelloIf.hello());\n`,
    );
    for (const char of ["\u001b", "\u202e"]) expect(text).not.toContain(char);
    expect(text).toContain("\\u{1b}[31m\\u{202e}");
  });

  test.each(WRONG)("says of $name what the backend of bundlers says", ({ file, input }) => {
    const text = thrownBy(() => swc.transformSync(input, options(file, "first", PLUGIN)));
    expect(said(text.replace(/^ +[x|] /gm, ""))).toEqual(said(rendered(input, file)));
  });
});

/** What the backend of bundlers reports. */
function rendered(input: string, file: string): string {
  const { diagnostics } = expand(input, `/${file}`)!;
  return renderDiagnostics(diagnostics, { color: false, cwd: "/", readSource: () => input });
}

/** What a report says: all but the code around it. SWC shows where to read on as a help of its own. */
function said(text: string): string[] {
  const lines = text.match(/^ *(error\[|--> |note: |help: ).*|run `crate-interface .*/gm) ?? [];
  return lines.map((line) => line.trim().replace(/^help: (?=run `crate-interface)/, ""));
}
