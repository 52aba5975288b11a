import { describe, expect, test } from "vitest";
import { buildMacroPackage } from "../macro-package.ts";
import type { Tree } from "../tree.ts";
import { bundle } from "./metro.ts";
import { configureBabel, hello, helloIf, main, project, projectOf } from "./project.ts";
import { DevServer } from "./server.ts";

/** What the server answers, and what Metro has printed by then. */
async function shown(
  server: DevServer,
): Promise<{ status: number; message: string; printed: string }> {
  const { status, body } = await server.fetch();
  return { status, message: JSON.parse(body).message, printed: server.printed };
}

test("a link error, in a build and in the response and the terminal of a server", async () => {
  using tree = project({ "src/hello.android.ts": hello("a") });
  const expected = [
    /^error\[CI2001\]: no implementation of `HelloIf` is linked into `app`\n/,
    /packages\/app\/src\/main\.ts:4:38\n/,
    /> 4 \| +console\.log\(call_interface\(HelloIf\.hello\(\)\)\);\n +\| +\^{5} called here\n/,
    /\n {2}note: `hello-impl@1\.0\.0` implements it, but its file is only for `android`\n/,
    /\n {2}help: implement it in `src\/hello\.ios\.ts` of `hello-impl@1\.0\.0` as well\n/,
  ];
  const error: Error = await bundle(tree).catch((thrown) => thrown);
  for (const text of expected) expect(error.message).toMatch(text);

  const server = await DevServer.start(tree);
  try {
    const { status, message, printed } = await shown(server);
    expect(status).toBe(500);
    expect(message).toBe(error.message);
    expect(printed).toContain(`ERROR  CrateInterfaceError: ${error.message}`);
    // Nothing of ours or of Metro's stack buries it.
    expect(printed).not.toMatch(/^ +at /m);
  } finally {
    await server.close();
  }
});

test("a macro error, in a build and in the response and the terminal of a server", async () => {
  using tree = project(
    { "src/index.ts": hello("a") },
    { files: { "src/main.ts": main.replace("HelloIf.hello()", "HelloIf") } },
  );
  const expected = [
    "error[CI1009]: malformed `call_interface`: expected a member, such as `HelloIf.hello`, found `HelloIf`\n",
    "src/main.ts:4:30\n",
    "\n  help: write `call_interface(HelloIf.hello(",
  ];
  const error: Error = await bundle(tree).catch((thrown) => thrown);
  for (const text of expected) expect(error.message).toContain(text);
  // Once, with one frame.
  expect(error.message.match(/\^{7}/g)).toHaveLength(1);

  const server = await DevServer.start(tree);
  try {
    const { status, message, printed } = await shown(server);
    expect(status).toBe(500);
    expect(message).toBe(error.message);
    expect(printed).toContain(error.message);
    expect(printed).not.toMatch(/^ +at /m);
  } finally {
    await server.close();
  }
});

test("for production all errors fail the build, while developing those that an import leads to", async () => {
  const other = hello("b").replaceAll("HelloIf", "OtherIf").replace("hello-if", "other-if");
  using tree = projectOf({
    "hello-if": helloIf,
    app: {
      dependencies: ["hello-if"],
      files: { "src/main.ts": main, "src/own.ts": hello("own"), "src/other.ts": other },
    },
  });
  expect((await bundle(tree, { dev: true })).printed).toEqual(["own"]);
  const error: Error = await bundle(tree).catch((thrown) => thrown);
  expect(error.message).toContain("error[CI2006]");
});

test("warnings are printed once for each platform", async () => {
  using tree = project({ "src/index.ts": hello("a") });
  tree.write(
    "packages/hello-impl/src/large.ts",
    `// crate-interface/macro\n${" ".repeat(17 << 20)}`,
  );
  const server = await DevServer.start(tree, { platform: "ios" });
  try {
    expect(await server.load()).toBe("a");
    expect(server.printed.match(/WARN {2}warning\[CI\d+\].*/g)).toHaveLength(1);
  } finally {
    await server.close();
  }
});

describe("an implementation that Metro does not see", () => {
  const unwatched = async (tree: Tree): Promise<string> => {
    const folders = ["packages/app", "packages/hello-if", "node_modules"];
    const config = { watchFolders: folders.map((folder) => tree.path(folder)) };
    const error: Error = await bundle(tree, { config }).catch((thrown) => thrown);
    return error.message;
  };
  const expected = (tree: Tree): string =>
    `crate-interface: crate-interface/link/HelloIf leads to ${tree.path("packages/hello-impl/src/index.ts")}, but Metro does not watch \`hello-impl@1.0.0\`: add \`path.resolve(__dirname, "../hello-impl")\`, or a folder above it, to \`watchFolders\` in metro.config.js`;

  test("is in a package that it does not watch", async () => {
    using tree = project({ "src/index.ts": hello("a") });
    expect(await unwatched(tree)).toBe(expected(tree));
  });

  test("is one of several files of a module", async () => {
    using tree = project({ "src/index.ts": hello("a") });
    tree.write(
      "packages/hello-if/src/index.ts",
      `
        import { def_interface } from "crate-interface/macro";
        export interface HelloIf { hello(): string; bye?(): string }
        export const HelloIf = def_interface<HelloIf>({ defaults: { bye: () => "bye" } });
      `,
    );
    expect(await unwatched(tree)).toBe(expected(tree));
  });

  test("is in a file with an extension that it does not know", async () => {
    using tree = project({ "src/index.mts": hello("a") });
    const error: Error = await bundle(tree).catch((thrown) => thrown);
    expect(error.message).toBe(
      `crate-interface: crate-interface/link/HelloIf leads to ${tree.path("packages/hello-impl/src/index.mts")}, which Metro has not found in what it watches: in metro.config.js \`sourceExts\` of \`resolver\` must have its extension, and \`blockList\` must not match it`,
    );
  });
});

describe("without the Babel plugin", () => {
  test("the build fails, naming the file and what to add", async () => {
    using tree = project({ "src/index.ts": hello("a") });
    configureBabel(tree, []);
    const error: Error = await bundle(tree).catch((thrown) => thrown);
    expect(
      error.message,
    ).toContain(`error[CI2013]: \`crate-interface/macro\` is imported, but macros exist only at build time
  --> .tmp/`);
    expect(error.message).toContain("packages/app/src/main.ts:2:35\n");
    expect(error.message).toContain(`
  note: Babel did not expand this file
  help: add \`"crate-interface/babel"\` to \`plugins\` in babel.config.js, not in a .babelrc, and start Metro with \`--reset-cache\`
`);
  });

  test("and without `withCrateInterface`, the program says so when it runs", async () => {
    using tree = project({ "src/index.ts": hello("a") });
    configureBabel(tree, []);
    buildMacroPackage(tree.path("node_modules/crate-interface"));
    await expect(bundle(tree, { linked: false })).rejects.toThrow("[CI2013] `def_interface`");
  });
});
