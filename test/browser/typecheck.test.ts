import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fromTemplate } from "./templates.ts";

const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

test("react-ts type-checks as its own build script has it", () => {
  using project = fromTemplate("react-ts");
  expect(typeErrors(project.app)).toBe("");
  project.edit(project.component, `hello("world")`, "hello(5)");
  expect(typeErrors(project.app)).toMatch(/^src\/App\.tsx\(\d+,\d+\): error TS2345: .*\n$/);
});

/** What `tsc -b` prints in a folder. */
function typeErrors(cwd: string): string {
  try {
    return execFileSync(process.execPath, [tsc, "-b"], { cwd, encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
