import { expect, test } from "vitest";
import { hello, project } from "../metro/project.ts";
import { runIn } from "./command.ts";

test("--platform reads names of files as Metro does", () => {
  using tree = project({ "src/index.ios.ts": hello("ios"), "src/index.android.ts": hello("a") });
  const check = (...args: string[]) => runIn(tree.path("packages/app"), ["check", ...args]);
  expect(check().stdout).toContain("error[CI2002]");
  expect(check().stdout).toContain(
    "help: if this is for Metro, check each platform: `crate-interface check --platform android`, and the same with `ios`\n",
  );
  expect(check("--platform", "ios")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("✓ HelloIf → hello-impl ../hello-impl/src/index.ios.ts"),
  });
  expect(check("--platform", "android").stdout).toContain("index.android.ts");
  const web = check("--platform", "web");
  expect(web.status).toBe(1);
  expect(web.stdout).toContain("`hello-impl@1.0.0` implements it, but its file is only for `ios`");
});
