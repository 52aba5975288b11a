import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const repository = fileURLToPath(new URL("../..", import.meta.url));

test.each(["jest-example", "swc-jest-example"])("the tests of %s pass", async (example) => {
  const { stderr } = await promisify(execFile)(
    "npm",
    ["test", "--silent", "--workspace", example],
    { cwd: repository, env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: "1" } },
  );
  expect(stderr).toContain("Tests:       3 passed, 3 total");
});
