import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { type Bundle, bundlers } from "./bundlers.ts";
import { workspace } from "./workspace.ts";

/** A package that exports callers, and a program that uses them. */
const program = (definition: string, installed: string[] = []): Tree =>
  workspace({
    "hello-if": {
      files: {
        "src/index.ts": `import { def_interface, use_interface } from "crate-interface/macro";
export const HelloIf = ${definition};
export const { a, b } = use_interface(HelloIf);
`,
      },
    },
    app: {
      dependencies: ["hello-if", ...installed],
      files: { "src/main.ts": 'import { a, b } from "hello-if";\nconsole.log(a(), b());\n' },
    },
  });

/** A table that promises more than its file has. */
function install(tree: Tree): void {
  const folder = "packages/app/node_modules/hello-impl";
  const span = { start: 0, end: 0 };
  const implementation = {
    interface: { name: "HelloIf", namespace: null, source: "hello-if" },
    members: [{ name: "a", kind: "function", span }],
    conditions: [],
    span,
  };
  tree.write(`${folder}/symbols.json`, {
    format: 1,
    package: "hello-impl",
    version: "1.0.0",
    files: [{ file: "index.js", definitions: [], implementations: [implementation], calls: [] }],
  });
  tree.write(`${folder}/index.js`, "export function __HelloIf_z() {}\n");
  tree.write(`${folder}/package.json`, {
    name: "hello-impl",
    version: "1.0.0",
    type: "module",
    exports: "./index.js",
    dependencies: { "hello-if": "*" },
    "crate-interface": { symbols: "./symbols.json" },
  });
}

describe.each(Object.entries(bundlers))("%s", (_, bundle) => {
  test("says of what is not linked nothing that only follows, such as each import of it", async () => {
    using tree = program("def_interface<{ a(): string; b(): string }>()");
    const message = await failure(bundle, tree);
    expect(message).toContain("error[CI2001]: ");
    expect(message).not.toMatch(/not found|no exports|not exported|no matching export/i);
  });

  test("fails where one of two files does not export what its table says", async () => {
    using tree = program(
      'def_interface<{ a(): string; b?(): string }>({ defaults: { b: () => "b" } })',
      ["hello-impl"],
    );
    install(tree);
    expect(await failure(bundle, tree)).toContain("__HelloIf_a");
  });
});

async function failure(bundle: Bundle, tree: Tree): Promise<string> {
  const root = tree.path("packages/app");
  const job = { root, entry: `${root}/src/main.ts`, out: `${root}/dist`, plugin: { root } };
  return bundle(job).then(
    () => expect.fail("the build succeeded"),
    (error: Error) => stripVTControlCharacters(error.message),
  );
}
