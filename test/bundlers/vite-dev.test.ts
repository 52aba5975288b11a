import crateInterface from "crate-interface/vite";
import { createServer, type HotPayload, type ViteDevServer } from "vite";
import { expect, test } from "vitest";
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
const caller = (name: string, from: string) => `
  import { call_interface } from "crate-interface/macro";
  import { ${name} } from "${from}";
  export const said = () => call_interface(${name}.say());
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
    tree.write("packages/hello-impl/src/other.ts", implementation("HelloIf", "hello-if", "again")),
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

async function serve(tree: Tree): Promise<Dev> {
  const server = await createServer({
    root: tree.path("packages/app"),
    configFile: false,
    logLevel: "silent",
    server: { middlewareMode: true, ws: false },
    plugins: [crateInterface()],
  });
  const { client } = server.environments;
  return {
    server,
    async warm() {
      for (const url of ["/src/main.ts", "/src/hello.ts", "/src/bye.ts"]) {
        await client.transformRequest(url);
      }
      await client.transformRequest(`/@fs${tree.path("packages/hello-impl/src/index.ts")}`);
    },
    async linked(url) {
      const code = (await client.transformRequest(url))!.code;
      const [, link] = /from "([^"]*crate-interface[^"]*)"/.exec(code)!;
      return client.transformRequest(link!);
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
