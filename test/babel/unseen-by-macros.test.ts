import { describe, expect, test } from "vitest";
import { link } from "../../src/link/link.ts";
import { scan } from "../../src/scan/scan.ts";
import {
  BABEL_7,
  BABEL_8,
  ENTRIES,
  MACROS_FAILED,
  parsing,
  transform,
  UNSEEN_BY_MACROS,
} from "../backends/babel.ts";
import { normalise, position, readFixtures } from "../fixture.ts";
import { writeTree } from "../tree.ts";

// babel-plugin-macros looks for `import { … } from ".../macro"` and `const … = require(".../macro")`.
// By any other form the macro is never called and cannot say anything. These are all such forms, and
// who does say something.

interface Form {
  form: string;
  file: string;
  code: string;
  /** What babel-plugin-macros does with it. */
  macro: "unchanged" | "fails";
  errors: string[];
}

const FORMS: Form[] = [
  {
    form: "a namespace import",
    file: "input.ts",
    code: 'import * as m from "crate-interface/macro";\nm.call_interface();',
    macro: "fails",
    errors: ["CI1001 1:8"],
  },
  {
    form: "a re-export",
    file: "input.ts",
    code: 'export { call_interface } from "crate-interface/macro";',
    macro: "unchanged",
    errors: ["CI1001 1:1"],
  },
  {
    form: "a re-export of everything",
    file: "input.ts",
    code: 'export * from "crate-interface/macro";',
    macro: "unchanged",
    errors: ["CI1001 1:1"],
  },
  {
    form: "a dynamic import",
    file: "input.js",
    code: 'const { call_interface } = await import("crate-interface/macro");',
    macro: "unchanged",
    errors: ["CI1001 1:34"],
  },
  {
    form: "`import = require()`",
    file: "input.cts",
    code: 'import m = require("crate-interface/macro");\nm.call_interface();',
    macro: "unchanged",
    errors: ["CI1001 1:12"],
  },
  {
    form: "a property of `require()`",
    file: "input.cjs",
    code: 'const call = require("crate-interface/macro").call_interface;',
    macro: "unchanged",
    errors: ["CI1001 1:14"],
  },
  {
    form: "`require` with a template",
    file: "input.cjs",
    code: "const m = require(`crate-interface/macro`);",
    macro: "unchanged",
    errors: ["CI1001 1:11"],
  },
  {
    form: "`require` in an assignment",
    file: "input.cjs",
    code: 'let m;\nm = require("crate-interface/macro");',
    macro: "unchanged",
    errors: ["CI1001 2:5"],
  },
  {
    form: "the rest of `require()`",
    file: "input.cjs",
    code: 'const { call_interface, ...rest } = require("crate-interface/macro");',
    macro: "fails",
    errors: ["CI1001 1:37"],
  },
  {
    form: "an array pattern of `require()`",
    file: "input.cjs",
    code: 'const [first] = require("crate-interface/macro");',
    macro: "fails",
    errors: ["CI1001 1:17"],
  },
];

test("the fixtures that are expected to go unseen are of these forms", () => {
  const inputs = readFixtures().filter(({ name }) => name in UNSEEN_BY_MACROS);
  expect(inputs.map(({ name }) => name).sort()).toEqual(Object.keys(UNSEEN_BY_MACROS).sort());
});

describe.each(FORMS)("$form", ({ file, code, macro, errors }) => {
  describe.each([BABEL_7, BABEL_8])("Babel $version", (babel) => {
    const run = (input: string, ...plugins: (keyof typeof ENTRIES)[]) =>
      transform(babel, input, {
        ...parsing(file),
        plugins: plugins.map((entry) => ENTRIES[entry]),
      });

    test("goes unseen by babel-plugin-macros alone", async () => {
      const outcome = run(code, "macro");
      if (macro === "fails") expect(outcome.errors).toEqual([MACROS_FAILED]);
      else expect(await normalise(outcome.output ?? "", file)).toBe(await normalise(code, file));
    });

    test("is reported by the plugin, also when babel-plugin-macros is there", () => {
      expect(run(code, "plugin").errors).toEqual(errors);
      expect(run(code, "plugin", "macro").errors).toEqual(errors);
      expect(run(code, "macro", "plugin").errors).toEqual(errors);
    });

    test("is reported by the macro where another import of the macros stands before it", () => {
      const below = errors.map((error) => error.replace(/(\d+):/, (_, line) => `${+line + 1}:`));
      const input = `import { use_interface } from "crate-interface/macro";\n${code}`;
      expect(run(input, "macro").errors).toEqual(below);
    });
  });

  test("is reported by the linking step of the build", () => {
    using tree = writeTree({
      "package.json": { name: "app", dependencies: {} },
      [`src/${file}`]: code,
    });
    const { diagnostics } = link(scan(tree.dir, { cache: false }), {
      conditions: [],
      production: false,
    });
    const reported = diagnostics.map(
      ({ code: name, labels }) => `${name} ${position(code, labels[0].span.start)}`,
    );
    expect(reported).toEqual(errors);
  });
});
