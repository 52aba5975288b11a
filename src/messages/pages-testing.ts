import { Example, Page } from "./page.ts";

/** The pages of what overriding interfaces in tests goes wrong with. */
export function testingPages(): Page[] {
  return [
    new Page(
      "CI2016",
      "Overriding in a build for production",
      "A module that is built for production imports `crate-interface/testing`.",
      "Calls are linked to the implementing functions themselves when a program is built. There is nothing in between that a test could change, so the import can only be a mistake: a helper for tests that the program has come to depend on.",
      [
        "Import `crate-interface/testing` in test files, and in modules that only those import.",
        "Where one module has both what the program and what its tests need, split it.",
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";

override_interface(HelloIf, { hello: () => "demo" });
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.ts",
          `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";

console.log(call_interface(HelloIf.hello()));
`,
        ),
      ],
    ),
    new Page(
      "CI2017",
      "Overriding where nothing is linked for tests",
      "`override_interface` was called in a program that neither Vitest nor Jest runs, or that runs without the plugin or the preset of this package.",
      "Only where tests run are interfaces linked in such a way that they can be overridden. Anywhere else calls lead directly to the implementation, in production as well as in a dev server.",
      [
        "Under Vitest, add the plugin to the configuration that the tests run with. Each of several `projects` has its own; it inherits plugins only with `extends: true`.",
        "Under Jest, set the preset. What is in `setupFiles` runs before it: move it to a file of `setupFilesAfterEnv`.",
      ],
      [
        new Example(
          "packages/app/vitest.config.ts",
          `import { defineConfig } from "vitest/config";

export default defineConfig({ test: {} });
`,
        ),
      ],
      [
        new Example(
          "packages/app/vitest.config.ts",
          `import crateInterface from "crate-interface/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({ plugins: [crateInterface()], test: {} });
`,
        ),
      ],
    ),
    new Page(
      "CI2018",
      "Override that does not fit the interface",
      "`override_interface` was given something that no `def_interface` made, members that the interface does not have, no function for a member that is one, or a function that calls itself by the interface.",
      "An override under a wrong name would change nothing, and the test would go on with the real implementation. Test runners strip types without checking them, so that this is said while the test runs; `tsc` says it as well.",
      [
        "Pass the interface itself, imported from the package that defines it.",
        "Name the members as the interface does. To keep a member as it is linked, leave it out rather than set it to `undefined`.",
        "Have an override call what it replaces by the function form, `(original) => ({ hello: () => original.hello() })`.",
      ],
      [
        new Example(
          "packages/app/src/main.test.ts",
          `import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";
import { test } from "vitest";

test("says hello", () => {
  override_interface(HelloIf, { helo: () => "mocked" });
});
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.test.ts",
          `import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";
import { test } from "vitest";

test("says hello", () => {
  override_interface(HelloIf, { hello: () => "mocked" });
});
`,
        ),
      ],
    ),
    new Page(
      "CI2019",
      "Override that other running tests would see",
      "Several tests run at the same time, and an override cannot be kept to one of them. Either it was made by code that belongs to none of them, or what it overrides is a constant, which is one for all.",
      "What a test overrides is found by the asynchronous context that it runs in. A constant is not looked up when it is used, since it is a binding between ES modules: it can change, but not for one test alone. Under Jest, where modules are CommonJS, constants are looked up as well.",
      [
        "Override in the test, or in `beforeEach`, rather than in a callback that something else calls.",
        "Override what all tests of a file share before the first of them starts: at the top of the file, or in `beforeAll` there.",
        "Run a test that overrides a constant by itself, without `concurrent`.",
      ],
      [
        new Example(
          "packages/app/src/main.test.ts",
          `import { override_interface } from "crate-interface/testing";
import { LimitsIf } from "limits-if";
import { test } from "vitest";

test.concurrent("few", async () => {
  override_interface(LimitsIf, { max: 1 });
});
test.concurrent("many", async () => {
  override_interface(LimitsIf, { max: 1000 });
});
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.test.ts",
          `import { override_interface } from "crate-interface/testing";
import { LimitsIf } from "limits-if";
import { test } from "vitest";

test("few", async () => {
  override_interface(LimitsIf, { max: 1 });
});
test("many", async () => {
  override_interface(LimitsIf, { max: 1000 });
});
`,
        ),
      ],
    ),
    new Page(
      "CI2020",
      "Definition or implementation in a file that is not read",
      "A test runs a file that defines or implements an interface, but the linker does not read that file. It is a test by its name or folder, build output, or named by the option `exclude`.",
      "What is linked is found by reading source files, without running any. Tests are left out, so that what one of them implements is not linked into the program. Without this error another implementation would be used, or none be found.",
      [
        "Replace members for one test by `override_interface`.",
        "To have another implementation for all tests, put it in a file without tests, such as `test/hello.ts`, and select that by the option `implementations`.",
        "Move a definition among the sources, or name its file in the option `include`.",
      ],
      [
        new Example(
          "packages/app/src/main.test.ts",
          `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
import { test } from "vitest";

impl_interface(HelloIf, { hello: () => "mocked" });

test("says hello", () => {});
`,
        ),
      ],
      [
        new Example(
          "packages/app/src/main.test.ts",
          `import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";
import { test } from "vitest";

test("says hello", () => {
  override_interface(HelloIf, { hello: () => "mocked" });
});
`,
        ),
      ],
    ),
  ];
}
