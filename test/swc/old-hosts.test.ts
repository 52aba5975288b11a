import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CACHE, PLUGIN } from "../backends/swc.ts";
import { thrownBy } from "./thrown.ts";
import type { Swc } from "./versions.ts";

const require = createRequire(join(import.meta.dirname, "../swc-versions/package.json"));

/** The last host that speaks the second version of the older encoding, and one that speaks the first. */
const OLD: Swc[] = ["swc-1.14.0", "swc-1.9.3"].map((name) => require(name));

const REFUSAL = `
  x error[CI2021]: \`crate-interface/swc\` needs @swc/core 1.15 or newer, Next.js 16.1 or newer, or Rspack 1.7 or newer
  |   note: this is an older one, which encodes programs in another way; nothing of the file was changed
  |   help: update it
  |   help: or expand the macros before SWC, with the plugin for your bundler such as \`crate-interface/vite\` or \`crate-interface/webpack\`
`.slice(1, -1);

const CALL = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
console.log(call_interface(HelloIf.hello("world")));
`;

describe.each(OLD)("@swc/core $version, which sends no CBOR", (swc) => {
  function transform(code: string, config: object, filename = "src/main.ts"): string {
    const experimental = { plugins: [[PLUGIN, config] as [string, object]], cacheRoot: CACHE };
    const jsc = { parser: { syntax: "typescript" }, target: "es2022", experimental } as const;
    return swc.transformSync(code, { filename, swcrc: false, configFile: false, jsc }).code;
  }

  // Its answers have another form where they are shorter than eight bytes.
  test.each([{}, { a: 1 }, { ab: 1 }, { option: "x".repeat(200) }])(
    "is refused by name, whatever it answers: %j",
    (config) => {
      expect(thrownBy(() => transform(CALL, config))).toBe(REFUSAL);
    },
  );

  test("is refused for a file without a name", () => {
    expect(thrownBy(() => transform(CALL, {}, ""))).toBe(REFUSAL);
  });

  test("compiles files without macros as if there were no plugin", () => {
    const code = "export const answer: number = 42;\n";
    expect(transform(code, {})).toBe("export const answer = 42;\n");
  });
});
