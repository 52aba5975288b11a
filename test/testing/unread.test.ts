import { expect, test } from "vitest";
import { program } from "./program.ts";
import { runVitest } from "./run-vitest.ts";

const IMPLEMENTS = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, {
  hello: () => "mock",
  later: async () => "mock",
  version: "mock",
  Box: class {},
});
export {};
`;

test("an implementation or definition in a file that is not read fails the tests that load it", async () => {
  using tree = program({});
  tree.write(
    "packages/app/src/implements.test.ts",
    `${IMPLEMENTS}import { say } from "./main.ts";
import { expect, test } from "vitest";
test("says", () => expect(say("a")).toBe("mock"));
`,
  );
  tree.write("packages/app/test/hello.ts", IMPLEMENTS);
  tree.write(
    "packages/app/src/loads.test.ts",
    `import "../test/hello.ts";
import { test } from "vitest";
test("loads", () => {});
`,
  );
  tree.write(
    "packages/app/src/defines.test.ts",
    `import { call_interface, def_interface } from "crate-interface/macro";
import { test } from "vitest";
export const T = def_interface<{ one(): string }>();
test("calls", () => void call_interface(T.one()));
`,
  );
  const { tests, output } = await runVitest(tree);
  expect(tests["implements.test.ts"]).toContain(
    "error[CI2020]: this implementation of `HelloIf` is linked to nothing, since its file is not read",
  );
  expect(tests["implements.test.ts"]).toContain("src/implements.test.ts:3:16");
  expect(tests["implements.test.ts"]).toContain(
    '`implementations: { "HelloIf": "./test/HelloIf.ts" }`',
  );
  expect(tests["loads.test.ts"]).toContain('`implementations: { "HelloIf": "./test/hello.ts" }`');
  expect(tests["defines.test.ts"]).toContain(
    "error[CI2020]: this definition of `T` is known to nobody, since its file is not read",
  );
  expect(tests["defines.test.ts"]).toContain("src/defines.test.ts:3:14");
  expect(output).not.toMatch(/CI2001|CI2006/);
});

test("what an option names is read, tests or not", async () => {
  using tree = program({});
  tree.write("packages/app/test/hello.ts", IMPLEMENTS);
  tree.write(
    "packages/app/src/loads.test.ts",
    `import "../test/hello.ts";
import { say } from "./main.ts";
import { expect, test } from "vitest";
test("says", () => expect(say("a")).toBe("mock"));
`,
  );
  tree.write(
    "packages/app/vite.config.ts",
    `
      import crateInterface from "crate-interface/vite";
      const implementations = { HelloIf: "./test/hello.ts" };
      export default { plugins: [crateInterface({ implementations })] };
    `,
  );
  expect((await runVitest(tree)).tests).toEqual({ says: "passed" });
});
