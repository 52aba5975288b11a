import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Tree, writeTree } from "../tree.ts";
import { checkIn, writeSymbolsIn } from "./commands.ts";

/** A library whose table would be at a path, with further files. */
function library(symbols: string, files: Record<string, unknown> = {}): Tree {
  return writeTree({
    "package.json": {
      name: "log",
      version: "1.0.0",
      private: true,
      exports: "./src/index.ts",
      "crate-interface": { facade: true, symbols },
    },
    "src/index.ts":
      'import { def_interface } from "crate-interface/macro";\n' +
      "export const Logger = def_interface<{ write(): void }>();\n",
    ...files,
  });
}

const read = (tree: Tree, path: string): string => readFileSync(tree.path(path), "utf8");

const WRITES =
  'help: write `"symbols": "./dist/crate-interface.json"`, which `crate-interface symbols --write` writes\n';

test.each(["./src/index.ts", "./package.json", ".//package.json", "./dist", "./table.jsonc"])(
  "%s is no place for a symbol table",
  (path) => {
    using tree = library(path, { "dist/x.js": "" });
    const before = ["src/index.ts", "package.json"].map((name) => read(tree, name));
    const written = writeSymbolsIn(tree.dir);
    expect(written.exitCode).toBe(1);
    const headline = `error[CI3006]: \`symbols\` must be the path of a \`.json\` file of its own: \`${path}\`\n`;
    expect(written.stdout).toContain(headline);
    expect(written.stdout).toContain(WRITES);
    expect(["src/index.ts", "package.json"].map((name) => read(tree, name))).toEqual(before);
    const checked = checkIn(tree.dir);
    expect(checked.exitCode).toBe(1);
    expect(checked.stdout).toContain(headline);
  },
);

describe("what is there already", () => {
  test.each<[name: string, files: Record<string, unknown>]>([
    ["JSON of another kind", { "at.json": { compilerOptions: {}, files: [] } }],
    ["JSON with comments", { "at.json": '{ // for editors\n "compilerOptions": {} }' }],
    ["a list", { "at.json": "[1]" }],
    ["a folder", { "at.json/x.js": "" }],
  ])("%s is not overwritten", (_name, files) => {
    using tree = library("./at.json", files);
    const [path] = Object.keys(files);
    const before = read(tree, path!);
    const { exitCode, stdout } = writeSymbolsIn(tree.dir);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("error[CI3008]: `./at.json` is there, and is no symbol table\n");
    expect(stdout).toContain(
      'help: write another path, such as `"symbols": "./dist/crate-interface.json"`, or remove what is at `./at.json`\n',
    );
    expect(read(tree, path!)).toBe(before);
    expect(checkIn(tree.dir).stdout).toContain(
      "warning[CI3008]: `./at.json` is there, and is no symbol table\n",
    );

    // What the help says.
    tree.remove("at.json");
    expect(writeSymbolsIn(tree.dir)).toMatchObject({ exitCode: 0, stdout: "wrote at.json" });
    expect(checkIn(tree.dir)).toMatchObject({ exitCode: 0 });
  });

  test.each([
    ["a table", { format: 1, package: "log", version: "0.1.0", files: [] }],
    ["a damaged table", '{ "format": 1, <<<<<<< "package"'],
    ["nothing", ""],
  ])("%s is written anew", (_name, text) => {
    using tree = library("./at.json", { "at.json": text });
    expect(writeSymbolsIn(tree.dir)).toMatchObject({ exitCode: 0, stdout: "wrote at.json" });
    expect(JSON.parse(read(tree, "at.json"))).toMatchObject({ package: "log", version: "1.0.0" });
  });
});
