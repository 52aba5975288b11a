import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { buildMacroPackage, freshFolder, runTsc } from "./macro-package.ts";

const repository = join(import.meta.dirname, "..");

// Every config below is one run of tsc over one folder of test/types. An error is expected where the
// line below its place says so:
//
//   greet(5);
//   //    ^ Argument of type 'number' is not assignable to parameter of type 'string'.
//
// The caret is at its column, the text is one of its lines, and there are no other errors.

test("strict, isolatedDeclarations, verbatimModuleSyntax, erasableSyntaxOnly, nodenext", () => {
  expectAnnotatedErrors("test/types/tsconfig.json", ["test/types/accepted", "test/types/rejected"]);
});

test("moduleResolution bundler, without exactOptionalPropertyTypes", () => {
  expectAnnotatedErrors("test/types/tsconfig.bundler.json", ["test/types/accepted"]);
});

test("JavaScript with JSDoc", () => {
  expectAnnotatedErrors("test/types/tsconfig.javascript.json", ["test/types/javascript"]);
});

test.each([
  ["node16", "--module", "node16"],
  ["module commonjs", "--module", "commonjs", "--moduleResolution", "bundler"],
])("CommonJS, and ES modules that import it, in %s", (_, ...options) => {
  const folder = "test/types/commonjs";
  const files = ["calls.ts", "hello.ts", "module.mts"].map((file) => `${folder}/${file}`);
  expectErrors(runTsc("-p", "test/types/tsconfig.commonjs.json", ...options), files);
});

test("declarations that tsc wrote serve a dependent with another copy of this package", () => {
  const folder = freshFolder("types-published");
  cpSync(join(repository, "test/types/published"), folder, { recursive: true });
  const modules = join(folder, "node_modules");
  buildMacroPackage(join(modules, "crate-interface"));
  mkdirSync(join(folder, "hello-if/node_modules"));
  cpSync(join(modules, "crate-interface"), join(folder, "hello-if/node_modules/crate-interface"), {
    recursive: true,
  });
  symlinkSync("../hello-if", join(modules, "hello-if"), "junction");

  const project = relative(repository, folder).replaceAll("\\", "/");
  expectErrors(runTsc("-b", `${project}/app`), [
    `${project}/hello-if/index.ts`,
    `${project}/app/index.ts`,
  ]);
  const declarations = readFileSync(join(folder, "hello-if/dist/index.d.ts"), "utf8");
  expect(declarations).toContain(
    `export declare const HelloIf: import("crate-interface/macro").Interface<HelloIf>;
export declare const Hello: Readonly<Required<HelloIf>>;
`,
  );
});

function expectAnnotatedErrors(config: string, folders: string[]): void {
  const files = folders.flatMap((folder) =>
    readdirSync(join(repository, folder)).map((file) => `${folder}/${file}`),
  );
  expectErrors(runTsc("-p", config), files);
}

/** An error as tsc prints it, or as a comment expects it. */
interface TypeError {
  place: string;
  text: string;
}

function expectErrors(printed: string, files: string[]): void {
  const annotated = files.flatMap(readAnnotations);
  const errors = parseErrors(printed).map(({ place, lines }) => {
    const expected = annotated.find((a) => a.place === place && lines.includes(a.text));
    return { place, text: expected?.text ?? lines.join("\n") };
  });
  expect(errors.sort(byPlace)).toEqual(annotated.sort(byPlace));
}

function byPlace(a: TypeError, b: TypeError): number {
  return a.place.localeCompare(b.place) || a.text.localeCompare(b.text);
}

function readAnnotations(file: string): TypeError[] {
  const annotations: TypeError[] = [];
  let code = 0;
  for (const [index, line] of readFileSync(join(repository, file), "utf8").split("\n").entries()) {
    const comment = /^(\s*\/\/\s*)\^ (.*)$/.exec(line);
    if (comment === null) code = index + 1;
    else
      annotations.push({ place: `${file}(${code},${comment[1]!.length + 1})`, text: comment[2]! });
  }
  return annotations;
}

function parseErrors(printed: string): { place: string; lines: string[] }[] {
  const errors: { place: string; lines: string[] }[] = [];
  for (const line of printed.split("\n")) {
    const first = /^(.*\(\d+,\d+\)): error TS\d+: (.*)$/.exec(line);
    if (first !== null) errors.push({ place: first[1]!, lines: [first[2]!] });
    else if (line.trim() !== "") errors.at(-1)?.lines.push(line.trim());
  }
  return errors;
}
