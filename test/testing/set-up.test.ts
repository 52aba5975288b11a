import { expect, test } from "vitest";
import { program } from "./program.ts";
import { runVitest } from "./run-vitest.ts";

const TESTS = {
  "main.test.ts": `
    test("a constant", () => {
      override_interface(HelloIf, { version: "2" });
      expect(main.version()).toBe("2");
    });
    test("a function", () => {
      override_interface(HelloIf, { hello: () => "mock" });
      expect(main.say("a")).toBe("mock");
    });
  `,
};

test.each([
  [
    "twice in one list",
    `import crateInterface from "crate-interface/vite";
export default { plugins: [crateInterface(), [crateInterface()]] };
`,
  ],
  [
    "in what a project extends, and in the project",
    `import crateInterface from "crate-interface/vite";
export default {
  plugins: [crateInterface()],
  test: { projects: [{ extends: true, plugins: [crateInterface()] }] },
};
`,
  ],
])("the plugin may be there %s", async (_, config) => {
  using tree = program(TESTS);
  tree.write("packages/app/vite.config.ts", config);
  expect((await runVitest(tree)).tests).toEqual({ "a constant": "passed", "a function": "passed" });
});

test.each(["parallel", "list"])("setup files override for all tests, %s", async (setupFiles) => {
  using tree = program({
    "main.test.ts": `
      test("is overridden", () => expect(main.say("a")).toBe("from setup"));
      test("is overridden again", () => {
        override_interface(HelloIf, { hello: () => "mock" });
        expect(main.say("a")).toBe("mock");
      });
      test("is as before", () => expect(main.say("a")).toBe("from setup"));
    `,
    "setup.ts": `
      import { override_interface } from "crate-interface/testing";
      import { HelloIf } from "hello-if";
      override_interface(HelloIf, { hello: () => "from setup" });
    `,
  });
  tree.write(
    "packages/app/vite.config.ts",
    `import crateInterface from "crate-interface/vite";
export default {
  plugins: [crateInterface()],
  test: { setupFiles: ["./src/setup.ts"], sequence: { setupFiles: "${setupFiles}" } },
};
`,
  );
  const { tests } = await runVitest(tree);
  expect(tests).toEqual({
    "is overridden": "passed",
    "is overridden again": "passed",
    "is as before": "passed",
  });
});

test("a workspace that is tested from its top is told of projects", async () => {
  using tree = program(TESTS);
  const config = (options: string): string =>
    `import crateInterface from "crate-interface/vite";
export default { ${options} };
`;
  tree.write("vite.config.ts", config("plugins: [crateInterface()]"));
  const { tests } = await runVitest(tree, ".");
  expect(tests["main.test.ts"]).toMatch(
    /error\[CI3009\]: this file belongs to `[-a-z]+`, but `workspace` is/,
  );
  expect(tests["main.test.ts"]).toContain('`test: { projects: ["packages/*"] }`');
  tree.write("vite.config.ts", config('test: { projects: ["packages/*"] }'));
  expect((await runVitest(tree, ".")).tests).toEqual({
    "a constant": "passed",
    "a function": "passed",
  });
});
