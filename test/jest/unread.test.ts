import { describe, expect, test } from "vitest";
import { implementation, program } from "./program.ts";
import { runJest } from "./run-jest.ts";

const says = `import { main } from "../src/main";
test("says", () => expect(main("x")).toBe("Fake, x 0!"));
`;

const SWC = {
  transform: {
    "\\.ts$": [
      "crate-interface/jest",
      { transformer: ["@swc/jest", { jsc: { parser: { syntax: "typescript" } } }] },
    ],
  },
};

describe("what is defined or implemented in a file that is not read fails the tests that load it", () => {
  test.each([
    ["Babel", {}],
    ["SWC", SWC],
  ])("with %s", async (_, jest) => {
    using tree = program({
      files: {
        "test/implements.test.ts": implementation("Fake") + says,
        "test/defines.test.ts": `import { call_interface, def_interface } from "crate-interface/macro";
export const T = def_interface<{ one(): string }>();
test("calls", () => void call_interface(T.one()));
`,
      },
      jest,
    });
    const { printed } = await runJest(tree);
    expect(printed).toContain(
      "error[CI2020]: this implementation of `HelloIf` is linked to nothing, since its file is not read",
    );
    expect(printed).toContain("--> test/implements.test.ts:3:16");
    expect(printed).toContain(
      "error[CI2020]: this definition of `T` is known to nobody, since its file is not read",
    );
    expect(printed).toContain("--> test/defines.test.ts:2:14");
    expect(printed.match(/error\[/g)).toHaveLength(2);
  });
});

test("what an option names is read, also if Jest has transformed it before", async () => {
  using tree = program({
    files: {
      "test/hello.ts": implementation("Fake"),
      "test/main.test.ts": `import "./hello";\n${says}`,
      "jest-resolver.mjs": `import { createResolver } from "crate-interface/jest";
export const sync = createResolver({ implementations: { HelloIf: "./test/hello.ts" } }).sync;
`,
    },
  });
  const preset = "crate-interface/jest";
  expect((await runJest(tree)).printed).toContain("error[CI2020]");
  tree.write("packages/app/jest.config.json", { preset, resolver: "./jest-resolver.mjs" });
  expect((await runJest(tree)).printed).toContain("1 passed, 1 total");
  tree.write("packages/app/jest.config.json", { preset });
  expect((await runJest(tree)).printed).toContain("error[CI2020]");
});
