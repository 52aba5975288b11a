import { describe, expect, test } from "vitest";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { expand } from "../../src/expand/expand.ts";
import {
  BABEL_7,
  BABEL_8,
  ENTRIES,
  type Entry,
  parsing,
  pathOf,
  UNSEEN_BY_MACROS,
} from "../backends/babel.ts";
import { isComponent } from "../backends/component.ts";
import { readFixtures } from "../fixture.ts";

// What users see: the same report as in any other tool, with code frames.

const cwd = pathOf("");
// Syntax is what Babel itself reports, before any plugin runs.
const FIXTURES = readFixtures().filter(
  ({ errors, file }) => errors && !isComponent(file) && !errors[0].startsWith("CI1012"),
);
const WAYS = [BABEL_7, BABEL_8].flatMap((babel) =>
  (Object.keys(ENTRIES) as Entry[]).map((entry) => ({ ...babel, entry })),
);

describe.each(WAYS)("Babel $version, $entry", ({ core, entry }) => {
  /** The error that Babel throws. */
  const fail = (input: string, file: string): Error & { code?: string } => {
    try {
      core.transformSync(input, { ...parsing(file), cwd, plugins: [ENTRIES[entry]] });
    } catch (error) {
      return error as Error;
    }
    throw new Error("nothing was reported");
  };

  test.each(FIXTURES.filter(({ name }) => entry === "plugin" || !(name in UNSEEN_BY_MACROS)))(
    "$name is reported as by the bundler backend",
    ({ input, file, errors }) => {
      const path = pathOf(file);
      const { diagnostics } = expand(input, path)!;
      const report = renderDiagnostics(diagnostics, { color: false, cwd, readSource: () => input });
      const error = fail(input, file);
      // Babel puts the name of the file before whatever is thrown.
      expect(error.message).toBe(`${path}: ${report}`);
      expect(error.name).toBe("MacroError");
      expect(error.code).toBe(errors?.[0].split(" ")[0]);
      expect(error.stack).toContain(report);
    },
  );

  test("one problem", () => {
    const input = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

export const text = call_interface(HelloIf);
`;
    expect(fail(input, "hello.ts").message).toBe(`${pathOf("hello.ts")}: \
error[CI1009]: malformed \`call_interface\`: expected a member, such as \`HelloIf.hello\`, found \`HelloIf\`
  --> hello.ts:4:36
  2 | import { HelloIf } from "hello-if";
  3 |
> 4 | export const text = call_interface(HelloIf);
    |                                    ^^^^^^^
  help: write \`call_interface(HelloIf.hello("world"))\` or \`call_interface(HelloIf.hello, "world")\`

1 error; run \`crate-interface explain CI1009\` to read more`);
  });

  test("several problems of one file, one of them with two places", () => {
    const input = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, { hello: () => this, bye() {} });
impl_interface(HelloIf, { bye() {} });
`;
    expect(fail(input, "hello.js").message).toBe(`${pathOf("hello.js")}: \
error[CI1006]: \`this\` has no meaning here: interfaces have no receiver
  --> hello.js:4:40
  2 | import { HelloIf } from "hello-if";
  3 |
> 4 | impl_interface(HelloIf, { hello: () => this, bye() {} });
    |                                        ^^^^ no receiver
  5 | impl_interface(HelloIf, { bye() {} });
  note: members become plain functions; only \`this.member\` is understood, as the linked member of that name
  help: keep state in variables of the module, or pass the object as a parameter

error[CI1011]: \`HelloIf\` is implemented twice in this file
  --> hello.js:5:27
  3 |
  4 | impl_interface(HelloIf, { hello: () => this, bye() {} });
> 5 | impl_interface(HelloIf, { bye() {} });
    |                           ^^^ implemented again
  ::: hello.js:4:46: first here
  3 |
> 4 | impl_interface(HelloIf, { hello: () => this, bye() {} });
    |                                              ^^^
  5 | impl_interface(HelloIf, { bye() {} });
  note: members of both would be exported under one name
  help: remove one of the two, or move it to a file of its own; with \`conditions\` a build can have both

2 errors; run \`crate-interface explain CI1006\` (also CI1011) to read more`);
  });

  test("JSX in a component", () => {
    const input = `import { call_interface } from "crate-interface/macro";
import * as api from "./api.js";

export function Page({ name }) {
  return <p title={call_interface(api.HelloIf.hello)}>{api.HelloIf.hello(name)}</p>;
}
`;
    expect(fail(input, "page.jsx").message).toBe(`${pathOf("page.jsx")}: \
error[CI1013]: \`api.HelloIf.hello\` is reached without a macro
  --> page.jsx:5:56
  3 |
  4 | export function Page({ name }) {
> 5 |   return <p title={call_interface(api.HelloIf.hello)}>{api.HelloIf.hello(name)}</p>;
    |                                                        ^^^^^^^^^^^^^^^^^ undefined at run time
  6 | }
  note: an interface has no members at run time; they are linked where a macro names them
  help: write \`call_interface(api.HelloIf.hello(name))\`

1 error; run \`crate-interface explain CI1013\` to read more`);
  });
});
