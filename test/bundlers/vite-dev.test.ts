import { once } from "node:events";
import { existsSync } from "node:fs";
import crateInterface from "crate-interface/vite";
import { createServer, type HotPayload, type Plugin, type ViteDevServer } from "vite";
import { createServer as createVite7 } from "vite-7";
import { describe, expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { workspace } from "./workspace.ts";

const definition = (name: string) => `
  import { def_interface } from "crate-interface/macro";
  export interface ${name} { say(): string }
  export const ${name} = def_interface<${name}>();
`;
const implementation = (name: string, from: string, text: string) => `
  import { impl_interface } from "crate-interface/macro";
  import { ${name} } from "${from}";
  impl_interface(${name}, { say: () => "${text}" });
`;
const caller = (name: string, from: string, member = "say") => `
  import { call_interface } from "crate-interface/macro";
  import { ${name} } from "${from}";
  export const said = () => call_interface(${name}.${member}());
`;

/** Two interfaces; the implementations are in packages of their own, outside the root of Vite. */
const twoInterfaces = (): Tree =>
  workspace({
    "hello-if": { files: { "src/index.ts": definition("HelloIf") } },
    "bye-if": { files: { "src/index.ts": definition("ByeIf") } },
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "src/index.ts": implementation("HelloIf", "hello-if", "hello") },
    },
    "bye-impl": {
      dependencies: ["bye-if"],
      files: { "src/index.ts": implementation("ByeIf", "bye-if", "bye") },
    },
    app: {
      dependencies: ["hello-if", "bye-if", "hello-impl", "bye-impl"],
      files: {
        "index.html": `<script type="module" src="/src/main.ts"></script>`,
        "src/main.ts": `
          export { said as hello } from "./hello.ts";
          export { said as bye } from "./bye.ts";
          import.meta.hot?.accept();
        `,
        "src/hello.ts": caller("HelloIf", "hello-if"),
        "src/bye.ts": caller("ByeIf", "bye-if"),
      },
    },
  });

/** Of each version that the plugin is for, what makes a server. */
const VERSIONS = { vite: createServer, "vite 7": createVite7 as unknown as typeof createServer };

describe.each(Object.entries(VERSIONS))("%s", (_, create) => {
  const serve = (tree: Tree): Promise<Dev> => serveWith(create, tree);

  test("the client and the server import the implementing file itself", async () => {
    using tree = twoInterfaces();
    await using dev = await serve(tree);
    const { client } = dev.server.environments;
    const code = (await client.transformRequest("/src/hello.ts"))?.code;
    expect(code).toContain(`from "/@fs${tree.path("packages/hello-impl/src/index.ts")}"`);
    expect(code).not.toContain("crate-interface");
    expect(await dev.said()).toEqual({ hello: "hello", bye: "bye" });
  });

  test("editing an implementation updates its callers", async () => {
    using tree = twoInterfaces();
    await using dev = await serve(tree);
    await dev.said();
    await dev.warm();
    const payload = await dev.after(() =>
      tree.write("packages/hello-impl/src/index.ts", implementation("HelloIf", "hello-if", "hi")),
    );
    expect(updated(payload)).toEqual(["/src/main.ts"]);
    expect(await dev.said()).toEqual({ hello: "hi", bye: "bye" });
  });

  test("without its implementation an import fails with CI2001, and recovers", async () => {
    using tree = twoInterfaces();
    await using dev = await serve(tree);
    await dev.said();
    await dev.warm();
    const payload = await dev.after(() => tree.remove("packages/hello-impl/src/index.ts"));
    expect(updated(payload)).toEqual(["/src/main.ts"]);

    const { client } = dev.server.environments;
    await expect(dev.linked("/src/hello.ts")).rejects.toThrow(/CI2001/);
    await expect(dev.said()).rejects.toThrow(/CI2001/);
    // Nothing else is affected.
    expect((await client.transformRequest("/src/bye.ts"))?.code).toContain("bye-impl");

    const restored = await dev.after(() =>
      tree.write(
        "packages/hello-impl/src/other.ts",
        implementation("HelloIf", "hello-if", "again"),
      ),
    );
    expect(updated(restored)).toEqual(["/src/main.ts"]);
    expect(await dev.said()).toEqual({ hello: "again", bye: "bye" });
  });

  test("a page that never loaded reloads when the implementation appears", async () => {
    using tree = twoInterfaces();
    tree.remove("packages/hello-impl/src/index.ts");
    await using dev = await serve(tree);
    const { client } = dev.server.environments;
    await client.transformRequest("/src/main.ts");
    await expect(dev.linked("/src/hello.ts")).rejects.toThrow(/CI2001/);
    const payload = await dev.after(() =>
      tree.write("packages/hello-impl/src/index.ts", implementation("HelloIf", "hello-if", "late")),
    );
    expect(updated(payload)).toEqual(["/src/main.ts"]);
    expect((await client.transformRequest("/src/hello.ts"))?.code).toContain(
      "hello-impl/src/index.ts",
    );
  });

  test("editing package.json relinks the interfaces concerned and no others", async () => {
    using tree = twoInterfaces();
    tree.write("packages/app/src/polite.ts", implementation("HelloIf", "hello-if", "good day"));
    const manifest = (implementations: Record<string, string>) => ({
      name: "app",
      type: "module",
      dependencies: { "hello-if": "*", "bye-if": "*", "hello-impl": "*", "bye-impl": "*" },
      "crate-interface": { implementations },
    });
    tree.write("packages/app/package.json", manifest({ HelloIf: "hello-impl" }));
    await using dev = await serve(tree);
    expect(await dev.said()).toEqual({ hello: "hello", bye: "bye" });
    await dev.warm();
    const { moduleGraph } = dev.server.environments.client;
    const before = (await moduleGraph.getModuleByUrl("/src/bye.ts"))?.transformResult;
    const payload = await dev.after(() =>
      tree.write("packages/app/package.json", manifest({ HelloIf: "./src/polite.ts" })),
    );
    expect(updated(payload)).toEqual(["/src/main.ts"]);
    expect(await dev.said()).toEqual({ hello: "good day", bye: "bye" });
    expect(before).toBeTruthy();
    expect((await moduleGraph.getModuleByUrl("/src/bye.ts"))?.transformResult).toBe(before);
  });

  test("a member that is no longer there is an error where it is called", async () => {
    using tree = twoInterfaces();
    await using dev = await serve(tree);
    await dev.said();
    await dev.warm();
    await dev.after(() =>
      tree.write(
        "packages/hello-impl/src/index.ts",
        `
        import { impl_interface } from "crate-interface/macro";
        import { HelloIf } from "hello-if";
        impl_interface(HelloIf, { tell: () => "hello" });
      `,
      ),
    );
    await expect(dev.linked("/src/hello.ts")).rejects.toMatchObject({
      message: expect.stringContaining("CI2003"),
      loc: { file: tree.path("packages/hello-impl/src/index.ts"), line: 4 },
    });
  });

  test("a package that is installed meanwhile is linked when the lockfile changes", async () => {
    using tree = twoInterfaces();
    tree.write("package-lock.json", "{}");
    tree.remove("node_modules/hello-impl");
    await using dev = await serve(tree);
    await dev.warm();
    await expect(dev.linked("/src/hello.ts")).rejects.toThrow(/CI2001/);
    tree.link("node_modules/hello-impl", "packages/hello-impl");
    const payload = await dev.after(() => tree.write("package-lock.json", '{ "packages": {} }'));
    expect(updated(payload)).toEqual(["/src/main.ts"]);
    expect(await dev.said()).toEqual({ hello: "hello", bye: "bye" });
  });

  test("a module that an earlier server linked is not looked for on disk", async () => {
    using tree = twoInterfaces();
    await using dev = await serve(tree);
    const { client } = dev.server.environments;
    const url = "\0crate-interface/link/HelloIf@hello-if@0.9.0";
    await expect(client.transformRequest(url)).rejects.toThrow(
      "crate-interface: crate-interface/link/HelloIf@hello-if@0.9.0 is not linked; reload the page",
    );
  });
});

// Not in Vite 7: on a loaded machine it was twice not told of the file that comes when another has gone.
test("a generated module follows what it is generated from", async () => {
  using tree = twoInterfaces();
  tree.write(
    "packages/hello-if/src/index.ts",
    `
    import { def_interface } from "crate-interface/macro";
    export interface HelloIf { say(): string; ask?(): string }
    export const HelloIf = def_interface<HelloIf>({ defaults: { ask: () => "default?" } });
  `,
  );
  tree.write("packages/app/src/hello.ts", caller("HelloIf", "hello-if", "ask!"));
  const withAsk = (text: string) => `
  import { impl_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";
  impl_interface(HelloIf, { say: () => "hello", ask: () => "${text}" });
`;
  await using dev = await serveWith(createServer, tree);
  expect(await dev.said()).toEqual({ hello: "default?", bye: "bye" });
  await dev.warm();
  const file = "packages/hello-impl/src/index.ts";

  // From the generated module to the implementing file, and back.
  let payload = await dev.after(() => tree.write(file, withAsk("own?")));
  expect(updated(payload)).toEqual(["/src/main.ts"]);
  expect(await dev.said()).toEqual({ hello: "own?", bye: "bye" });
  await dev.warm();
  await dev.after(() => tree.remove(file));
  await dev.warm();
  payload = await dev.after(() =>
    tree.write("packages/hello-impl/src/moved.ts", implementation("HelloIf", "hello-if", "hello")),
  );
  expect(updated(payload)).toEqual(["/src/main.ts"]);
  expect(await dev.said()).toEqual({ hello: "default?", bye: "bye" });

  // The same module with other code: the definition stops being complete by itself.
  await dev.warm();
  payload = await dev.after(() =>
    tree.write(
      "packages/hello-if/src/index.ts",
      `
      import { def_interface } from "crate-interface/macro";
      export interface HelloIf { say(): string; ask?(): string; more?(): string }
      export const HelloIf = def_interface<HelloIf>({
        defaults: { ask: () => "edited?", more: () => "" },
      });
    `,
    ),
  );
  expect(updated(payload)).toEqual(["/src/main.ts"]);
  expect(await dev.said()).toEqual({ hello: "edited?", bye: "bye" });
});

/** The URLs of an update, or of a reload of the page. */
function updated(payload: HotPayload): string[] | string {
  return payload.type === "update" ? payload.updates.map(({ path }) => path) : payload.type;
}

interface Dev extends AsyncDisposable {
  server: ViteDevServer;
  /** Has the client's modules transformed, as a browser that loads the page would. */
  warm(): Promise<void>;
  /** Has what a module is linked to transformed: not the module, but its link fails. */
  linked(url: string): Promise<unknown>;
  /** What the program says when the server runs it. */
  said(): Promise<{ hello: string; bye: string }>;
  /** Changes files, and returns what the client is told about it. */
  after(change: () => void): Promise<HotPayload>;
}

async function serveWith(create: typeof createServer, tree: Tree): Promise<Dev> {
  // A change before Vite has looked at a file would not be seen as one.
  let watching: Promise<unknown> | undefined;
  const watcher: Plugin = {
    name: "watcher",
    configureServer(server) {
      watching = once(server.watcher, "ready");
    },
  };
  const server = await create({
    root: tree.path("packages/app"),
    configFile: false,
    logLevel: "silent",
    server: { middlewareMode: true, ws: false },
    plugins: [crateInterface(), watcher],
  });
  await watching;
  const { client } = server.environments;
  return {
    server,
    async warm() {
      for (const url of ["/src/main.ts", "/src/hello.ts", "/src/bye.ts"]) {
        await client.transformRequest(url);
      }
      const implementing = tree.path("packages/hello-impl/src/index.ts");
      if (existsSync(implementing)) await client.transformRequest(`/@fs${implementing}`);
    },
    async linked(url) {
      const code = (await client.transformRequest(url))!.code;
      const [, link] = /from "([^"]*crate-interface[^"]*)"/.exec(code)!;
      // As Vite's middleware reads a URL.
      return client.transformRequest(link!.replace("/@id/__x00__", "\0"));
    },
    async said() {
      const { hello, bye } = await server.ssrLoadModule("/src/main.ts");
      return { hello: hello(), bye: bye() };
    },
    after(change) {
      return new Promise((done) => {
        const { hot } = client;
        const send = hot.send.bind(hot);
        hot.send = (payload: HotPayload) => {
          send(payload);
          if (["update", "full-reload", "error"].includes(payload.type)) done(payload);
        };
        change();
      });
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
