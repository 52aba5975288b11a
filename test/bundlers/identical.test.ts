import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { type Bundle, bundlersAndVite7, type Output } from "./bundlers.ts";
import { run } from "./run.ts";
import { byHand, linked } from "./twins.ts";

const printed = `the implementation is here
implementation of two for main
implementation of five for lazy
`;

/** These derive module ids from the loaders of a module, of which our plugin is one. */
const NAMED_BY_LOADERS = ["webpack", "rspack"];

describe.each(Object.entries(bundlersAndVite7))("%s", (name, bundle) => {
  test("minified output is byte for byte that of importing the implementation", async () => {
    using interfaces = linked();
    using imports = byHand();
    const actual = await build(bundle, interfaces, { minify: true });
    const expected = await build(bundle, imports, {
      minify: true,
      ...(NAMED_BY_LOADERS.includes(name) ? {} : { plugin: false }),
    });
    expect(actual.files).toEqual(expected.files);
    expect(Object.keys(actual.files).length).toBeGreaterThan(1);
    expect(await run(actual.entry)).toBe(printed);
    expect(await run(expected.entry)).toBe(printed);
  });

  test("members that nobody calls are dropped", async () => {
    using tree = linked();
    const text = Object.values((await build(bundle, tree, { minify: true })).files).join("\n");
    expect(text.match(/implementation of \w+/g)?.sort()).toEqual([
      "implementation of five",
      "implementation of two",
    ]);
  });

  test("an implementation that only a lazy chunk calls stays out of the entry", async () => {
    using tree = linked();
    tree.write("packages/app/src/main.ts", `import("./lazy.ts").then(({ lazy }) => lazy());`);
    const output = await build(bundle, tree, { minify: true });
    const entry = output.files["main.js"];
    const rest = Object.entries(output.files).filter(([name]) => name !== "main.js");
    expect(entry).not.toContain("implementation of");
    expect(rest.map(([, text]) => text).join("\n")).toContain("implementation of five");
    expect(await run(output.entry)).toBe(
      "the implementation is here\nimplementation of five for lazy\n",
    );
  });
});

function build(
  bundle: Bundle,
  tree: Tree,
  job: { minify: boolean; plugin?: false },
): Promise<Output> {
  const root = tree.path("packages/app");
  return bundle({
    root,
    entry: `${root}/src/main.ts`,
    out: `${root}/dist`,
    plugin: { root },
    ...job,
  });
}
