import { expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { program } from "./program.ts";
import { runVitest } from "./run-vitest.ts";

const TESTS = {
  "main.test.ts": `test("says", () => expect(main.say("a")).toBe("real a"));`,
  "other.test.ts": `test("says it too", () => expect(main.say("a")).toBe("real a"));`,
};

/** Tests of an application with something in its package.json. */
const tested = (entry: object): Tree => {
  const tree = program(TESTS);
  tree.write("packages/app/package.json", {
    name: "app",
    version: "1.0.0",
    type: "module",
    dependencies: { "hello-if": "*", "hello-impl": "*" },
    "crate-interface": entry,
  });
  return tree;
};

test("a key that package.json may not have fails the run, once", async () => {
  using tree = tested({ implementation: { HelloIf: "hello-impl" } });
  const { output } = await runVitest(tree, "packages/app", "--reporter=default").catch(
    (error: Error) => ({ output: error.message }),
  );
  expect(output).toContain('error[CI3006]: `"crate-interface"` has no key `implementation`');
  expect(output).toContain("package.json:10:5");
  expect(output.match(/error\[CI3006\]/g)).toHaveLength(1);
  expect(output).not.toMatch(/passed|CrateInterfaceError|diagnostics:|\n +at /);
});

test("so does an implementation of what nobody defines, which nobody imports", async () => {
  using tree = tested({});
  tree.write(
    "packages/app/src/other.ts",
    `import { impl_interface } from "crate-interface/macro";
import { HalloIf } from "hello-if";
impl_interface(HalloIf, { hello: () => "other" });
`,
  );
  const { output } = await runVitest(tree, "packages/app", "--reporter=default").catch(
    (error: Error) => ({ output: error.message }),
  );
  expect(output.match(/error\[CI2006\]/g)).toHaveLength(1);
});

test("what is wrong with an interface fails only the tests that import it", async () => {
  using tree = program(TESTS, {
    "hello-other": {
      dependencies: ["hello-if"],
      files: {
        "src/index.ts": `
            import { impl_interface } from "crate-interface/macro";
            import { HelloIf } from "hello-if";
            impl_interface(HelloIf, { hello: () => "", later: async () => "", version: "", Box: class {} });
          `,
      },
    },
  });
  tree.write("packages/app/package.json", {
    name: "app",
    type: "module",
    dependencies: { "hello-if": "*", "hello-impl": "*", "hello-other": "*" },
  });
  tree.write(
    "packages/app/src/apart.test.ts",
    `import { test } from "vitest"; test("apart", () => {});`,
  );
  const { tests } = await runVitest(tree);
  expect(tests).toMatchObject({
    apart: "passed",
    "main.test.ts": expect.stringContaining("error[CI2002]"),
    "other.test.ts": expect.stringContaining("error[CI2002]"),
  });
});
