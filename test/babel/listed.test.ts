import type { TransformOptions } from "@babel/core";
import { beforeAll, describe, expect, test } from "vitest";
import {
  BABEL_7,
  BABEL_8,
  type BabelVersion,
  ENTRIES,
  parsing,
  transform,
} from "../backends/babel.ts";
import { isComponent } from "../backends/component.ts";
import { type Outcome, readFixtures } from "../fixture.ts";

// The ways in which a configuration lists the plugin.

const FIXTURES = readFixtures().filter(({ file }) => !isComponent(file));

const { plugin, macro } = ENTRIES;

describe.each([BABEL_7, BABEL_8])("Babel $version", (babel) => {
  const ways: Record<string, TransformOptions> = {
    "before babel-plugin-macros": { plugins: [plugin, macro] },
    "after babel-plugin-macros": { plugins: [macro, plugin] },
    "in a preset as well": { plugins: [plugin], presets: [() => ({ plugins: [plugin] })] },
    "in a pass of its own": {
      passPerPreset: true,
      presets: [() => ({ plugins: [plugin] }), () => ({ plugins: [macro] })],
    } as TransformOptions,
  };

  const listedAlone = new Map<string, Outcome>();
  beforeAll(() => {
    for (const { name, file, input } of FIXTURES) {
      listedAlone.set(name, outcome(babel, input, file, { plugins: [plugin] }));
    }
  });

  test.each(Object.entries(ways))("%s, it does the same", (_, options) => {
    for (const { name, file, input } of FIXTURES) {
      expect(outcome(babel, input, file, options), name).toEqual(listedAlone.get(name));
    }
  });

  test.each(["crate-interface/babel", "module:crate-interface/babel"])("by the name %s", (name) => {
    const { file, input } = FIXTURES.find((fixture) => fixture.name === "file-jsx")!;
    const expected = listedAlone.get("file-jsx");
    expect(outcome(babel, input, file, { plugins: [name] })).toEqual(expected);
  });

  test("the macros in its place, which are no plugin", () => {
    const options = { plugins: ["crate-interface/macro"] };
    expect(() => outcome(babel, "", "input.js", options)).toThrow(
      '`crate-interface/macro` is no plugin of Babel: write `plugins: ["crate-interface/babel"]`, or',
    );
  });

  test("with options, which it does not have", () => {
    const options = { plugins: [["crate-interface/babel", { root: "." }]] } as TransformOptions;
    expect(() => outcome(babel, "", "input.js", options)).toThrow(
      "crate-interface/babel: unknown option `root`; the plugin has no options",
    );
  });
});

function outcome(
  babel: BabelVersion,
  input: string,
  file: string,
  options: TransformOptions,
): Outcome {
  return transform(babel, input, { ...parsing(file), ...options });
}
