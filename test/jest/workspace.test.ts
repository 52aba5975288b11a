import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { BABEL, program } from "./program.ts";
import { runJest } from "./run-jest.ts";

const TESTED = "src/calls.test.ts";

const PASSES = `import { main } from "./main";
test("is linked", () => expect(main("x")).toBe("Hello, x 0!"));
`;

/** Jest at the top of the workspace, with one Babel configuration there. */
function atTheTop(jest: Record<string, unknown> = {}): Tree {
  const tree = program({ files: { [TESTED]: PASSES }, jest });
  tree.remove("packages/app/babel.config.json");
  tree.write("babel.config.json", BABEL);
  tree.write("jest.config.json", { projects: ["packages/app"] });
  return tree;
}

describe("one Babel configuration at the top of a workspace", () => {
  test("is not found by babel-jest, which looks in the folder of each project", async () => {
    using tree = atTheTop();
    const { printed } = await runJest(tree, { cwd: "." });
    expect(printed).toContain("Tests:       0 total");
  });

  test('is found with `rootMode: "upward"`', async () => {
    using tree = atTheTop({
      transform: {
        "\\.[cm]?[jt]sx?$": [
          "crate-interface/jest",
          { transformer: ["babel-jest", { rootMode: "upward" }] },
        ],
      },
    });
    for (const cwd of [".", "packages/app"]) {
      const { printed } = await runJest(tree, { cwd });
      expect(printed).toContain("Tests:       1 passed, 1 total");
    }
  });
});

test("of several projects, those are related to an implementation whose `roots` it is in", async () => {
  const related = async (jest: Record<string, unknown>): Promise<string> => {
    using tree = program({ files: { [TESTED]: PASSES }, jest });
    tree.write("jest.config.json", { projects: ["packages/app"] });
    const args = ["--listTests", "--findRelatedTests", "packages/hello-impl/src/index.ts"];
    return (await runJest(tree, { cwd: ".", args })).printed;
  };
  expect(await related({})).not.toContain(TESTED);
  expect(await related({ roots: ["<rootDir>", "<rootDir>/../hello-impl"] })).toContain(TESTED);
});
