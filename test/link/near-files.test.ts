import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { linkWithNearMisses } from "../../src/link/link-with-near-misses.ts";
import { Scanner, type ScanOptions } from "../../src/scan/scan.ts";
import { type Files, type Tree, writeTree } from "../tree.ts";

// What is missing may be in a file that is not scanned.

const DEFINE = `import { def_interface } from "crate-interface/macro";
export const HelloIf = def_interface<{ hello(): string }>();
`;
const IMPLEMENT = `import { impl_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, { hello: () => "hello" });
`;

/** An application, the interface that it calls, and the package that implements it. */
function hello(implementation: Files): Tree {
  return writeTree(
    {
      "app/package.json": { name: "app", dependencies: { "hello-if": "*", "hello-impl": "*" } },
      "app/src/main.ts": `import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
call_interface(HelloIf.hello());
`,
      "hello-if/package.json": { name: "hello-if", version: "1.0.0" },
      "hello-if/src/index.ts": DEFINE,
      "hello-impl/package.json": {
        name: "hello-impl",
        version: "1.0.0",
        dependencies: { "hello-if": "*" },
      },
      ...implementation,
    },
    { "node_modules/hello-if": "hello-if", "node_modules/hello-impl": "hello-impl" },
  );
}

function problems(tree: Tree, options: ScanOptions = {}): Diagnostic[] {
  const scanner = new Scanner(tree.path("app"), { cache: false, ...options });
  return linkWithNearMisses(scanner.scan(), { conditions: [], production: true }, scanner)
    .diagnostics;
}

test.each(["test/mock.ts", "dist/index.js", "src/mock.test.ts", ".cache/mock.ts"])(
  "an implementation in %s",
  (path) => {
    using tree = hello({ [`hello-impl/${path}`]: IMPLEMENT });
    expect(problems(tree)).toMatchObject([
      {
        code: "CI2001",
        notes: [
          `\`${path}\` of \`hello-impl@1.0.0\` implements it, but is not read: tests, build output and what \`exclude\` names are left out`,
        ],
        help: [
          `move it among the sources, or name it in the option \`include\` and in no \`exclude\`: \`${path}\``,
        ],
      },
    ]);
    expect(problems(tree, { include: [path] })).toEqual([]);
  },
);

test("what a facade's implementation has in such a file is not left out, but not read: CI3004", () => {
  using tree = hello({
    "hello-if/package.json": {
      name: "hello-if",
      version: "1.0.0",
      "crate-interface": { facade: true },
    },
    "hello-impl/package.json": {
      name: "hello-impl",
      version: "1.0.0",
      dependencies: { "hello-if": "*" },
      "crate-interface": { facadeImpl: "hello-if" },
    },
    "hello-impl/src/test/hello.ts": IMPLEMENT,
  });
  expect(problems(tree)).toMatchObject([
    {
      code: "CI3004",
      notes: [expect.stringContaining("`src/test/hello.ts` of `hello-impl@1.0.0` implements it")],
      help: [
        expect.stringMatching(/^move it among the sources/),
        "in `hello-impl`, add `impl_interface(HelloIf, { hello() {} })`",
        "or remove `hello-if` from the `facadeImpl` of hello-impl/package.json",
      ],
    },
  ]);
});

test("implementations in nested packages, node_modules, and of other interfaces are none", () => {
  using tree = hello({
    "hello-impl/inner/package.json": { name: "inner" },
    "hello-impl/inner/test/mock.ts": IMPLEMENT,
    "hello-impl/node_modules/x/index.ts": IMPLEMENT,
    "hello-impl/test/mock.ts": IMPLEMENT.replaceAll("HelloIf", "HiIf"),
    "hello-impl/dist/index.d.ts": "export {};",
  });
  const [{ code, notes }] = problems(tree);
  expect({ code, notes }).toEqual({ code: "CI2001", notes: [] });
});

test("copies of an implementation that is known are not named", () => {
  using tree = hello({
    "hello-impl/src/index.ts": IMPLEMENT.replace("});", '}, { conditions: ["browser"] });'),
    "hello-impl/dist/index.js": IMPLEMENT,
  });
  const [{ notes }] = problems(tree);
  expect(notes).toEqual([
    "`hello-impl@1.0.0` implements it, but its condition `browser` is not active",
  ]);
});

test("a definition that the options exclude", () => {
  using tree = hello({ "hello-impl/src/index.ts": IMPLEMENT });
  const found = problems(tree, { exclude: ["src/index.ts"] });
  expect(found.map(({ code }) => code)).toEqual(["CI2006"]);
  expect(found[0].notes).toContain(
    "`src/index.ts` of `hello-if@1.0.0` defines `HelloIf`, but is not read: tests, build output and what `exclude` names are left out",
  );
  expect(found[0].help).toEqual([
    "move it among the sources, or name it in the option `include` and in no `exclude`: `src/index.ts`",
  ]);
});

test("a file that is written meanwhile is read when it is asked for again", () => {
  using tree = hello({ "hello-impl/test/mock.ts": "" });
  const scanner = new Scanner(tree.path("app"), { cache: false });
  expect([...scanner.leftOut()]).toEqual([]);
  tree.write("hello-impl/test/mock.ts", IMPLEMENT);
  expect([...scanner.leftOut().keys()]).toEqual([tree.path("hello-impl")]);
});
