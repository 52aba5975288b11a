import esbuildPlugin from "crate-interface/esbuild";
import crateInterface from "crate-interface/vite";
import { build } from "esbuild";
import { createServer } from "vite";
import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { workspace } from "./workspace.ts";

// What a dev server's overlay and a build show is the cause, not what follows from it.

const MACROS = "crate-interface/macro";
const IMPLEMENTATION = `import { impl_interface } from "${MACROS}";
import { HelloIf } from "hello-if";
impl_interface(HelloIf, { hello() { return "hello"; } });
`;

const hello = (): Tree =>
  workspace({
    "hello-if": {
      files: {
        "src/index.ts": `import { def_interface } from "${MACROS}";
export const HelloIf = def_interface<{ hello(): string }>();
`,
      },
    },
    "hello-impl": { dependencies: ["hello-if"], files: { "src/index.ts": IMPLEMENTATION } },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: {
        "src/main.ts": `import { call_interface } from "${MACROS}";
import { HelloIf } from "hello-if";
export const said: string = call_interface(HelloIf.hello());
`,
      },
    },
  });

describe.each([
  ["syntax", "CI1012", (tree: Tree) => implement(tree, IMPLEMENTATION.replace(" });", ""))],
  ["a getter", "CI1005", (tree: Tree) => implement(tree, IMPLEMENTATION.replace("{ h", "{ get h"))],
])("%s", (_, code, spoil) => {
  test("in Vite's dev server", async () => {
    using tree = hello();
    spoil(tree);
    expect(codes(await serve(tree))).toEqual([code]);
  });

  test("in a build", async () => {
    using tree = hello();
    spoil(tree);
    expect(codes(await bundle(tree))).toEqual([code]);
  });
});

test("a comma in package.json, in a build", async () => {
  using tree = hello();
  tree.write(
    "packages/app/package.json",
    '{ "name": "app", "dependencies": { "hello-if": "*" }, }',
  );
  expect(codes(await bundle(tree))).toEqual(["CI3006"]);
});

function implement(tree: Tree, text: string): void {
  tree.write("packages/hello-impl/src/index.ts", text);
}

/** The codes of the errors in a message, each once. */
function codes(message: string): string[] {
  return [...new Set(message.match(/(?<=error\[)CI\d+/g))];
}

async function serve(tree: Tree): Promise<string> {
  const server = await createServer({
    root: tree.path("packages/app"),
    configFile: false,
    logLevel: "silent",
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [crateInterface()],
  });
  try {
    return await failure(server.ssrLoadModule("/src/main.ts"));
  } finally {
    await server.close();
  }
}

function bundle(tree: Tree): Promise<string> {
  return failure(
    build({
      absWorkingDir: tree.path("packages/app"),
      entryPoints: [tree.path("packages/app/src/main.ts")],
      write: false,
      bundle: true,
      logLevel: "silent",
      plugins: [esbuildPlugin()],
    }),
  );
}

async function failure(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => expect.fail("it succeeded"),
    (error: Error) => error.message,
  );
}
