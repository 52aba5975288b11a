import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { expect, test } from "vitest";
import { bundlersAndVite7 } from "./bundlers.ts";
import { workspace } from "./workspace.ts";

const definition = `import { def_interface } from "crate-interface/macro";
export interface HelloIf { hello(name: string): string }
export const HelloIf = def_interface<HelloIf>();
`;
const implementation = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

impl_interface(HelloIf, {
  hello(name) {
    return "IN_IMPLEMENTATION " + name;
  },
});
`;
const caller = `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

interface Unused { a: string }
export const first: string = "BEFORE_CALL";
console.log(call_interface(HelloIf.hello("IN_CALL")), "AFTER_CALL");
`;

test.each(Object.entries(bundlersAndVite7))(
  "%s traces code back to the macros",
  async (_, bundle) => {
    using tree = workspace({
      "hello-if": { files: { "src/index.ts": definition } },
      "hello-impl": { dependencies: ["hello-if"], files: { "src/index.ts": implementation } },
      app: { dependencies: ["hello-if", "hello-impl"], files: { "src/main.ts": caller } },
    });
    const root = tree.path("packages/app");
    const { files } = await bundle({
      root,
      entry: `${root}/src/main.ts`,
      out: `${root}/dist`,
      plugin: { root },
      sourcemap: true,
    });
    const map = new TraceMap(files["main.js.map"]);
    for (const [source, text] of [
      [implementation, "IN_IMPLEMENTATION"],
      [caller, "BEFORE_CALL"],
      [caller, "IN_CALL"],
      [caller, "AFTER_CALL"],
    ]) {
      // The opening quote begins a token in the source and in the bundle.
      const original = originalPositionFor(map, position(files["main.js"], `"${text}`));
      expect({ text, line: original.line, column: original.column }).toEqual({
        text,
        ...position(source, `"${text}`),
      });
      expect(original.source).toMatch(
        source === caller ? /(app|\.\.|\.)\/src\/main\.ts$/ : /hello-impl\/src\/index\.ts$/,
      );
    }
  },
);

function position(code: string, text: string): { line: number; column: number } {
  const before = code.slice(0, code.indexOf(text)).split("\n");
  return { line: before.length, column: before.at(-1)!.length };
}
