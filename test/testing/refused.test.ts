import crateInterface from "crate-interface/vite";
import { build as viteBuild } from "vite";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Bundle, bundlers, type Job } from "../bundlers/bundlers.ts";
import { run } from "../bundlers/run.ts";
import { workspace } from "../bundlers/workspace.ts";
import type { Tree } from "../tree.ts";

const helper = (): Tree =>
  workspace({
    "hello-if": {
      files: {
        "src/index.ts": `
          import { def_interface, impl_interface } from "crate-interface/macro";
          export const HelloIf = def_interface<{ hello(): string }>();
          impl_interface(HelloIf, { hello: () => "real" });
        `,
      },
    },
    app: {
      dependencies: ["hello-if"],
      manifest: { sideEffects: true },
      files: {
        "src/main.ts": `import "./helper.ts";
`,
        "src/helper.ts": `import { override_interface } from "crate-interface/testing";
import { HelloIf } from "hello-if";

try {
  override_interface(HelloIf, { hello: () => "mock" });
} catch (error) {
  console.log(String(error));
}
`,
      },
    },
  });

function build(bundle: Bundle, tree: Tree, options: Partial<Job> = {}): ReturnType<Bundle> {
  const root = tree.path("packages/app");
  return bundle({
    root,
    entry: `${root}/src/main.ts`,
    out: `${root}/dist`,
    plugin: { root },
    ...options,
  });
}

afterEach(() => vi.unstubAllEnvs());

describe.each(Object.entries(bundlers))("%s", (_, bundle) => {
  test("refuses what is for tests in a build for production, with its place", async () => {
    vi.stubEnv("NODE_ENV", "production");
    using tree = helper();
    const failure = await build(bundle, tree, { minify: true }).then(
      () => "it was built",
      (error: Error) => error.message,
    );
    for (const text of [
      "error[CI2016]: `crate-interface/testing` is imported in a build for production",
      "src/helper.ts:1:37",
      '> 1 | import { override_interface } from "crate-interface/testing";',
      "help: import it only in tests, and in modules that only tests import",
    ]) {
      expect(failure).toContain(text);
    }
    expect(failure.match(/CI2016/g)!.length).toBeLessThanOrEqual(2);
  });

  test.each([
    ["a list", ["crate-interface/testing"]],
    ["a function", (specifier: string) => specifier.startsWith("crate-interface/")],
  ])("refuses it also where it is external by %s", async (_, external) => {
    vi.stubEnv("NODE_ENV", "production");
    using tree = helper();
    const failure = await build(bundle, tree, { minify: true, external }).then(
      () => "it was built",
      (error: Error) => error.message,
    );
    expect(failure).toContain("error[CI2016]");
    expect(failure).toContain("src/helper.ts:1:37");
    expect(failure.match(/CI2016/g)!.length).toBeLessThanOrEqual(2);
  });

  test("takes it while developing, and says at run time that nothing can be overridden", async () => {
    vi.stubEnv("NODE_ENV", "development");
    using tree = helper();
    const { entry } = await build(bundle, tree, { mode: "development" });
    expect(await run(entry)).toContain(
      "OverrideError: [CI2017] `HelloIf` cannot be overridden here",
    );
  });

  test("leaves it to whoever uses a library", async () => {
    vi.stubEnv("NODE_ENV", "production");
    using tree = helper();
    tree.write("packages/app/package.json", {
      name: "app",
      version: "1.0.0",
      type: "module",
      dependencies: { "hello-if": "*" },
      "crate-interface": { symbols: "./dist/crate-interface.json" },
    });
    const { files } = await build(bundle, tree, { minify: true });
    expect(files["main.js"]).toContain("crate-interface/testing");
  });
});

test("tests in the source, which a build of Vite leaves out, may import it", async () => {
  vi.stubEnv("NODE_ENV", "production");
  using tree = helper();
  tree.write(
    "packages/app/src/main.ts",
    `
      import { call_interface } from "crate-interface/macro";
      import { HelloIf } from "hello-if";
      console.log(call_interface(HelloIf.hello()));
      if (import.meta.vitest) {
        const { override_interface } = await import("crate-interface/testing");
        override_interface(HelloIf, {});
      }
    `,
  );
  const out = tree.path("packages/app/dist");
  await viteBuild({
    root: tree.path("packages/app"),
    configFile: false,
    logLevel: "silent",
    // As Vitest's guide to such tests says.
    define: { "import.meta.vitest": "undefined" },
    plugins: [crateInterface()],
    build: { outDir: out, ssr: "src/main.ts" },
    ssr: { noExternal: true },
  });
  expect(await run(`${out}/main.js`)).toBe("real\n");
});
