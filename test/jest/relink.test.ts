import { expect, onTestFinished, test } from "vitest";
import { implementation, program } from "./program.ts";
import { runJest, startJest } from "./run-jest.ts";

const PRINTS = `import { main } from "./main";
test("prints", () => {
  process.stdout.write("LINKED " + main("x") + "\\n");
});
`;

/** Moves the implementation from hello-impl into the application itself. */
const moved: [path: string, content: string][] = [
  ["packages/hello-impl/src/index.ts", "export {};\n"],
  ["packages/app/src/hello.ts", implementation("Moved")],
];

test("the next run links anew, whatever Jest has in its cache", async () => {
  using tree = program({ files: { "src/prints.test.ts": PRINTS } });
  expect((await runJest(tree)).printed).toContain("LINKED Hello, x 0!");
  for (const [path, content] of moved) tree.write(path, content);
  expect((await runJest(tree)).printed).toContain("LINKED Moved, x 0!");
  tree.remove("packages/app/src/hello.ts");
  tree.write("packages/app/src/own/hello.ts", implementation("Again"));
  expect((await runJest(tree)).printed).toContain("LINKED Again, x 0!");
});

test("so does the next run of a process that stays", async () => {
  using tree = program({ files: { "src/prints.test.ts": PRINTS } });
  const jest = startJest(tree, { args: ["--watchAll", "--runInBand"] });
  onTestFinished(jest.stop);
  await jest.printed("LINKED Hello, x 0!");
  await jest.printed("Ran all test suites");
  for (const [path, content] of moved) tree.write(path, content);
  await jest.printed("LINKED Moved, x 0!");
  await jest.printed("Ran all test suites");
  tree.remove("packages/app/src/hello.ts");
  tree.write("packages/app/src/own/hello.ts", implementation("Again"));
  await jest.printed("LINKED Again, x 0!");
});

test("the tests of a change are those that call what it implements", async () => {
  using tree = program({
    files: {
      "src/prints.test.ts": PRINTS,
      "src/other.test.ts": `test("is none of its concern", () => {});`,
    },
    jest: { roots: ["<rootDir>", "<rootDir>/../hello-impl"] },
  });
  const related = async (file: string): Promise<string> =>
    (await runJest(tree, { args: ["--listTests", "--findRelatedTests", file] })).printed.trim();
  const prints = tree.path("packages/app/src/prints.test.ts");
  expect(await related("../hello-impl/src/index.ts")).toBe(prints);
  for (const [path, content] of moved) tree.write(path, content);
  expect(await related("../hello-impl/src/index.ts")).toBe("");
  expect(await related("src/hello.ts")).toBe(prints);
});
