import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type PluginOptions, resolveOptions } from "../../src/integrations/options.ts";

test("none is needed", () => {
  expect(resolveOptions()).toEqual({
    root: null,
    include: [],
    exclude: [],
    conditions: [],
    production: null,
    implementations: {},
  });
});

test("one pattern is a list of one, and a root is absolute", () => {
  const options = resolveOptions({ include: "test/**", exclude: ["a", "b"], root: "examples" });
  expect(options.include).toEqual(["test/**"]);
  expect(options.exclude).toEqual(["a", "b"]);
  expect(options.root).toBe(`${process.cwd()}/examples`);
});

test.each<[unknown, string]>([
  [{ inclde: [] }, "unknown option `inclde`; did you mean `include`?"],
  [{ root: "no/where" }, `\`root\` is "no/where", but there is no ${process.cwd()}/no/where`],
  [{ root: "/" }, '`root` is "/", but there is no package.json at or above /'],
  [[], "the options must be an object, but it is []"],
  [{ root: 1 }, "`root` must be a string, but it is 1"],
  [{ conditions: [1] }, "`conditions` must be a list of strings, but it is [1]"],
  [{ conditions: "ios" }, '`conditions` must be a list of strings, but it is "ios"'],
  [{ production: "yes" }, '`production` must be true or false, but it is "yes"'],
  [{ dynamic: { a: 1 } }, "`dynamic` must be a list of strings"],
  [{ dynamic: ["HelloIf"] }, "`dynamic` is not supported yet; leave it out"],
  [{ implementations: ["x"] }, "`implementations` must be an object"],
  [
    { implementations: { LogIf: { browser: 1 } } },
    '`implementations["LogIf"]["browser"]` must be a package name, a `./path`, or an object of those by condition, but it is 1',
  ],
])("%j is refused", (options, message) => {
  expect(() => resolveOptions(options as PluginOptions)).toThrow(`crate-interface: ${message}`);
});

test("an unknown option is answered with those that can be used", () => {
  const options = "`root`, `include`, `exclude`, `conditions`, `production`, `implementations`";
  expect(() => resolveOptions({ verbose: true } as PluginOptions)).toThrow(
    new TypeError(`crate-interface: unknown option \`verbose\`; the options are ${options}`),
  );
});

test.each([
  ["vite", ["vite"]],
  ["rollup", ["rollup"]],
  ["rolldown", ["rolldown"]],
  ["webpack", ["webpack"]],
  ["rspack", ["@rspack/core"]],
  ["esbuild", ["esbuild"]],
])("the types of %s's plugin need no other bundler", (name, packages) => {
  const imported = (file: string) => {
    const url = new URL(`../../dist/integrations/${file}.d.ts`, import.meta.url);
    const statements = readFileSync(url, "utf8").matchAll(
      /^(?:im|ex)port .*from "(.+?)(?:\.[jt]s)?";/gm,
    );
    return [...statements].map(([, from]) => from);
  };
  expect(imported(name)).toEqual([...packages, "./options", "./options"]);
  expect(imported("options")).toEqual(["../scan/manifest/manifest"]);
  expect(
    readFileSync(new URL("../../dist/scan/manifest/manifest.d.ts", import.meta.url), "utf8"),
  ).not.toMatch(/from "[^.]/);
});
