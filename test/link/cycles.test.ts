import { expect, test } from "vitest";
import { findCycles } from "../../src/link/cycles/cycles.ts";
import type { ModuleReader } from "../../src/link/linked-modules.ts";
import { call, define, implement, type Shown, workspace } from "./graph.ts";

/** A module as the scanner reads it, in the words of its source. */
interface Source {
  /** In evaluation order: `./file`, a package's name, or `link:HelloIf`. */
  imports?: string[];
  /** `Base`, `Base from ./base.ts`, or `* from ./base.ts`. */
  exports?: string[];
  /** `extends Base from hello-if`, or `uses Base from hello-if`. */
  uses?: string[];
}

/**
 * An app that calls `HelloIf`; `hello-if` defines it, with further modules of its own; `hello-impl`
 * implements it. `files` are the modules of all three by path.
 */
function cycles(files: Record<string, Source>, callers: string[] = []): Shown[] {
  const of = (folder: string) => callers.filter((file) => file.startsWith(`${folder}/`));
  const calls = (folder: string) =>
    Object.fromEntries(
      of(folder).map((file) => [file.slice(folder.length + 1), [call("HelloIf.hello")]]),
    );
  const { graph, link, show } = workspace({
    app: { dependencies: ["hello-if", "hello-impl"], files: calls("app") },
    "hello-if": {
      files: { "definition.ts": [define("HelloIf", ["hello"])], ...calls("hello-if") },
    },
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "index.ts": [implement("HelloIf", ["hello"])] },
    },
  });
  const { linkage } = link();
  expect(linkage.diagnostics).toEqual([]);
  return findCycles(graph, linkage, reader(files)).map(show);
}

function reader(files: Record<string, Source>): ModuleReader {
  const resolve = (specifier: string, importer: string): string | null => {
    if (specifier.startsWith("crate-interface/")) return null;
    if (specifier.startsWith("./")) {
      return importer.slice(0, importer.lastIndexOf("/")) + specifier.slice(1);
    }
    if (specifier.endsWith(".ts")) return `/ws/${specifier}`;
    return `/ws/${specifier}/index.ts`;
  };
  return {
    resolve,
    files: (dir) =>
      Object.keys(files)
        .map((file) => `/ws/${file}`)
        .filter((file) => file.startsWith(`${dir}/`)),
    module(file) {
      const { imports = [], exports = [], uses = [] } = files[file.slice("/ws/".length)] ?? {};
      return {
        file,
        imports: imports.map((text) => {
          const specifier = text.replace("link:", "crate-interface/link/");
          return { specifier, file: resolve(specifier, file) };
        }),
        dynamicImports: [],
        exports: exports.map((text) => {
          const [name, source = null] = text.split(" from ");
          return { name, imported: name, source };
        }),
        lateMembers: [],
        evaluationUses: uses.map((text, index) => {
          const [, verb, name, source] = /^(\w+) (\S+) from (.+)$/.exec(text)!;
          return {
            name,
            source: source.replace("link:", "crate-interface/link/"),
            heritage: verb === "extends",
            called: false,
            span: { file, start: index, end: index + 1 },
          };
        }),
      };
    },
  };
}

const IMPLEMENTATION: Source = { imports: ["hello-if"], uses: ["extends Base from hello-if"] };
const BASE: Source = { exports: ["Base"] };

test("a barrel that re-exports a calling module before the base class", () => {
  const problems = cycles(
    {
      "hello-if/index.ts": {
        imports: ["./greeter.ts", "./base.ts"],
        exports: ["* from ./greeter.ts", "* from ./base.ts"],
      },
      "hello-if/greeter.ts": { imports: ["link:HelloIf"], exports: ["greeter"] },
      "hello-if/base.ts": BASE,
      "hello-impl/index.ts": IMPLEMENTATION,
    },
    ["hello-if/greeter.ts"],
  );
  expect(problems).toEqual([
    {
      code: "CI2012",
      severity: "error",
      headline: "`hello-impl/index.ts` runs before `hello-if/base.ts`, which declares `Base`",
      labels: ["hello-impl/index.ts H: not initialized when `hello-if/index.ts` is loaded first"],
      chains: [],
      notes: [
        "imports: hello-if/index.ts → hello-if/greeter.ts → hello-impl/index.ts → hello-if/index.ts",
        "order when `hello-if/index.ts` is loaded first: `hello-impl/index.ts`, then `hello-if/base.ts`",
        "order when `hello-impl/index.ts` is loaded first: `hello-if/base.ts`, then `hello-impl/index.ts`",
      ],
      help: [
        "import `hello-if/base.ts` before `hello-if/greeter.ts` in `hello-if/index.ts`",
        "or import `Base` from its own file, `hello-if/base.ts`",
        "or move the calls of `HelloIf` from `hello-if/greeter.ts` to a module that `hello-if/index.ts` does not import",
      ],
    },
  ]);
});

test("each of the three ways out is safe", () => {
  const greeter: Source = { imports: ["link:HelloIf"] };
  const wrong = { imports: ["./greeter.ts", "./base.ts"], exports: ["Base from ./base.ts"] };
  const ownFile = {
    "hello-if/index.ts": wrong,
    "hello-if/greeter.ts": greeter,
    "hello-if/base.ts": BASE,
    "hello-impl/index.ts": {
      imports: ["hello-if", "hello-if/base"],
      uses: ["extends Base from hello-if/base"],
    },
    "hello-if/base/index.ts": BASE,
  };
  const reordered = {
    "hello-if/index.ts": { ...wrong, imports: ["./base.ts", "./greeter.ts"] },
    "hello-if/greeter.ts": greeter,
    "hello-if/base.ts": BASE,
    "hello-impl/index.ts": IMPLEMENTATION,
  };
  const split = {
    "hello-if/index.ts": { ...wrong, imports: ["./base.ts"] },
    "hello-if/greeter.ts": { imports: ["link:HelloIf", "./index.ts"] },
    "hello-if/base.ts": BASE,
    "hello-impl/index.ts": IMPLEMENTATION,
  };
  for (const files of [ownFile, reordered, split]) {
    expect(cycles(files, ["hello-if/greeter.ts", "app/main.ts"])).toEqual([]);
  }
});

test("a base class in the barrel itself, which no order helps", () => {
  const problems = cycles(
    {
      "hello-if/index.ts": {
        imports: ["./greeter.ts"],
        exports: ["Base", "greet from ./greeter.ts"],
      },
      "hello-if/greeter.ts": { imports: ["link:HelloIf"], exports: ["greet"] },
      "hello-impl/index.ts": IMPLEMENTATION,
    },
    ["hello-if/greeter.ts"],
  );
  expect(problems).toMatchObject([
    {
      severity: "error",
      headline: "`hello-impl/index.ts` runs before `hello-if/index.ts`, which declares `Base`",
      help: [
        "move `Base` into a file that imports nothing which calls `HelloIf`, and import it first",
        "or move the calls of `HelloIf` from `hello-if/greeter.ts` to a module that `hello-if/index.ts` does not import",
      ],
    },
  ]);
});

test("a value that is used early may be there, and an entry may never be one: warnings", () => {
  const files = {
    "hello-if/index.ts": { imports: ["./greeter.ts", "./base.ts"], exports: ["* from ./base.ts"] },
    "hello-if/greeter.ts": { imports: ["link:HelloIf"] },
    "hello-if/base.ts": BASE,
  };
  const used = { imports: ["hello-if"], uses: ["uses Base from hello-if"] };
  expect(cycles({ ...files, "hello-impl/index.ts": used }, ["hello-if/greeter.ts"])).toMatchObject([
    { code: "CI2012", severity: "warning" },
  ]);

  // Only `inner.ts` would fail, and nothing outside the cycle imports it.
  const inner = {
    "hello-if/index.ts": { imports: ["./inner.ts"], exports: [] },
    "hello-if/inner.ts": { imports: ["./greeter.ts"], exports: ["Base"] },
    "hello-if/greeter.ts": { imports: ["link:HelloIf"] },
    "hello-impl/index.ts": {
      imports: ["hello-if/inner"],
      uses: ["extends Base from hello-if/inner"],
    },
    "hello-if/inner/index.ts": {
      imports: ["hello-if/far"],
      exports: ["Base from hello-if/far"],
    },
    "hello-if/far/index.ts": { imports: ["link:HelloIf"], exports: ["Base"] },
  };
  expect(cycles(inner, ["hello-if/greeter.ts", "hello-if/far/index.ts"])).toMatchObject([
    {
      severity: "warning",
      notes: [expect.any(String), expect.any(String), expect.stringContaining("order when")],
    },
  ]);
});

test("an implementation in no cycle, or in one of plain imports, is none of ours", () => {
  expect(
    cycles(
      {
        "app/main.ts": { imports: ["link:HelloIf", "hello-if"] },
        "hello-if/index.ts": { imports: ["./base.ts"], exports: ["* from ./base.ts"] },
        "hello-if/base.ts": BASE,
        "hello-impl/index.ts": IMPLEMENTATION,
      },
      ["app/main.ts"],
    ),
  ).toEqual([]);
  expect(
    cycles(
      {
        "hello-if/index.ts": {
          imports: ["hello-impl", "./base.ts"],
          exports: ["* from ./base.ts"],
        },
        "hello-if/base.ts": BASE,
        "hello-impl/index.ts": IMPLEMENTATION,
      },
      ["app/main.ts", "hello-if/other.ts"],
    ),
  ).toEqual([]);
});

test("ten thousand modules in a row, and re-exports in a circle", () => {
  const row = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, i): [string, Source] => [
      `hello-if/${i}.ts`,
      { imports: i === 9_999 ? ["link:HelloIf"] : [`./${i + 1}.ts`] },
    ]),
  );
  const problems = cycles(
    {
      ...row,
      "hello-if/index.ts": {
        imports: ["./0.ts", "./a.ts", "./base.ts"],
        exports: ["* from ./a.ts", "* from ./base.ts"],
      },
      "hello-if/a.ts": { imports: ["./b.ts"], exports: ["* from ./b.ts"] },
      "hello-if/b.ts": { imports: ["./a.ts"], exports: ["* from ./a.ts"] },
      "hello-if/base.ts": BASE,
      "hello-impl/index.ts": IMPLEMENTATION,
    },
    ["hello-if/9999.ts"],
  );
  expect(problems.map(({ code }) => code)).toEqual(["CI2012"]);
});
