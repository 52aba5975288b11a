import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { runIn } from "../cli/command.ts";
import { copyExample } from "./copy.ts";

test("two versions of a facade cannot be linked by files, and what to do about it works", () => {
  using copy = copyExample();
  const app = copy.path("packages/facades-app");
  const link = () =>
    runIn(app, ["link", "--out-dir", "linked", "--conditions", "node", "--no-color"]);
  const { status, stdout } = link();
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^error\[CI2014\]: `Logger` of `log@0\.5\.4` and `Logger` of `log@1\.2\.0` would share a link file\n/,
  );
  expect(stdout).toContain(
    "  note: a plugin tells them apart by who imports them; a file on disk cannot\n" +
      "  help: have all packages use one version of `log`: `crate-interface why Logger` tells who brings in which\n" +
      "  help: or link with a plugin of a bundler, or the presets for Jest and Metro, which link each by itself\n",
  );

  // What the first help says; by the second, the other tests of the example are built.
  expect(runIn(app, ["why", "Logger", "--conditions", "node"]).stdout).toContain(
    "required by: facades-app → bar@1.0.0 → log@0.5.4",
  );
  copy.list("facades-app", "bar", false);
  copy.list("facades-app", "other-logger", false);
  expect(link()).toMatchObject({ status: 0 });
  expect(readdirSync(`${app}/linked/link`)).toEqual(["Alloc.js", "Getrandom.js", "Logger.js"]);
});
