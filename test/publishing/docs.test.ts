import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Tree, writeTree } from "../tree.ts";
import { checkIn } from "./commands.ts";
import { TSCONFIG } from "./packages.ts";

// The guide is followed to the letter.

const GUIDE = readFileSync(new URL("../../docs/publishing.md", import.meta.url), "utf8");

/** What stands under a heading. */
function section(heading: string): string {
  const text = GUIDE.split(`\n${heading}\n`)[1];
  if (text === undefined) throw new Error(`the guide has no ${heading}`);
  return text.split(/^#{1,3} /m)[0]!;
}

/** The files of a section: each block begins with a comment that is its path. */
function files(heading: string): Record<string, string> {
  const blocks = section(heading).matchAll(/^```js(?:on)?\n\/\/ (.+)\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, path, text]) => [path, text]));
}

function manifest(): Record<string, unknown> {
  return JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(section("## package.json"))![1]!);
}

/** The library that the guide speaks of, beside its facade. */
function library(heading: string): Tree {
  const [, build] = /"build": "(.+?)"/.exec(section(heading))!;
  return writeTree(
    {
      "node_modules/log/package.json": {
        name: "log",
        version: "1.0.0",
        type: "module",
        exports: { types: "./index.d.ts", default: "./index.js" },
        "crate-interface": { facade: true, symbols: "./symbols.json" },
      },
      "node_modules/log/index.js": "export const Logger = {};\n",
      "node_modules/log/index.d.ts":
        'import type { Interface } from "crate-interface/macro";\n' +
        "export declare const Logger: Interface<{ write(text: string): void }>;\n",
      "node_modules/log/symbols.json": {
        format: 1,
        package: "log",
        version: "1.0.0",
        files: [
          {
            file: "index.js",
            definitions: [
              {
                name: "Logger",
                namespace: null,
                members: [{ name: "write", optional: false, span: { start: 0, end: 0 } }],
                defaults: [],
                span: { start: 0, end: 0 },
              },
            ],
            implementations: [],
            calls: [],
          },
        ],
      },
      "log-lines/package.json": {
        ...manifest(),
        scripts: { ...(manifest().scripts as object), build },
      },
      "log-lines/tsconfig.json": TSCONFIG,
      "log-lines/src/index.ts": 'export * from "./lines.js";\n',
      "log-lines/src/lines.ts":
        'import { impl_interface } from "crate-interface/macro";\nimport { Logger } from "log";\n' +
        "impl_interface(Logger, { write: (text) => console.log(text) });\n",
      ...Object.fromEntries(
        Object.entries(files(heading)).map(([path, text]) => [`log-lines/${path}`, text]),
      ),
    },
    { "node_modules/log-lines": "log-lines" },
  );
}

test.each([
  ["### With a bundler", "dist/index.js"],
  ["### With Babel", "dist/lines.js"],
  ["### With SWC", "dist/lines.js"],
])("%s, `npm pack` has all that is needed", (heading, place) => {
  using tree = library(heading);
  const cwd = tree.path("log-lines");
  const printed = execFileSync("npm", ["pack", "--json"], { cwd, encoding: "utf8", stdio: "pipe" });
  // The build prints before it.
  const [packed] = JSON.parse(printed.slice(printed.indexOf("[\n")));
  const paths = packed.files.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(["dist/crate-interface.json", "dist/index.d.ts", place]),
  );
  const table = JSON.parse(readFileSync(`${cwd}/dist/crate-interface.json`, "utf8"));
  expect(table.files).toMatchObject([{ file: place, source: "src/lines.ts" }]);
  expect(readFileSync(`${cwd}/${place}`, "utf8")).toContain("__Logger_write");
  expect(checkIn(cwd)).toMatchObject({ exitCode: 0, stdout: expect.not.stringContaining("CI") });
});

test("the schema that it names for VS Code is published, and is JSON", () => {
  const settings = files("## Completion in editors")[".vscode/settings.json"]!;
  const [{ url }] = JSON.parse(settings)["json.schemas"];
  const [, path] = /^\.\/node_modules\/crate-interface\/(.+)$/.exec(url)!;
  expect(JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"))).toMatchObject(
    {
      properties: { "crate-interface": { $ref: "./crate-interface.json" } },
    },
  );
  const own = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(own.files).toContain("schema");
});
