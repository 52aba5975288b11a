import type { JscConfig, Options } from "@swc/core";
import { describe, expect, test } from "vitest";
import { isComponent } from "../backends/component.ts";
import { options, PLUGIN, transform } from "../backends/swc.ts";
import { readFixtures } from "../fixture.ts";
import { VERSIONS } from "./versions.ts";

// Whatever SWC does to a file besides, it does the same to what is written in place of a macro.

/** Changes options. */
type Adjust = (given: Options) => Options;

const FIXTURES = readFixtures().filter(({ file, output }) => output !== null && !isComponent(file));

const jsc =
  (more: Partial<JscConfig>): Adjust =>
  (given) => ({ ...given, jsc: { ...given.jsc, ...more } });

const transforms =
  (more: JscConfig["transform"]): Adjust =>
  (given) =>
    jsc({ transform: { ...given.jsc?.transform, ...more } })(given);

const module =
  (type: NonNullable<Options["module"]>["type"]): Adjust =>
  (given) => ({ ...given, module: { type } as Options["module"] & object });

const BESIDES: Record<string, Adjust> = {
  "writes CommonJS": module("commonjs"),
  "writes UMD": module("umd"),
  "writes ES5": jsc({ target: "es5" }),
  "writes ES2015": jsc({ target: "es2015" }),
  minifies: (given) => ({
    ...given,
    minify: true,
    jsc: { ...given.jsc, minify: { compress: true, mangle: true, module: true } },
  }),
  "keeps imports that nothing uses": transforms({ verbatimModuleSyntax: true }),
  "compiles JSX": transforms({ react: { runtime: "automatic" } }),
  "assigns class fields": transforms({ useDefineForClassFields: false }),
  "writes metadata of types": transforms({ decoratorMetadata: true }),
  "removes dead code": transforms({ optimizer: { simplify: true } }),
  "finds out what a file is": (given) => ({ ...given, isModule: "unknown" }),
};

describe.each(VERSIONS)("@swc/core $version", (swc) => {
  describe.each(["legacy", "first"] as const)("with plugins as in `%s`", (setting) => {
    test.each(Object.entries(BESIDES))("%s", (_, adjust) => {
      const dense: Adjust = (given) => ({ ...adjust(given), minify: true });
      for (const { name, file, input, output } of FIXTURES) {
        const actual = transform(swc, input, dense(options(file, setting, PLUGIN, swc.version)));
        const expected = transform(swc, output!, dense(options(file, setting)));
        expect({ name, ...actual }).toEqual({ name, ...expected });
      }
    });
  });
});
