import { readdirSync, readFileSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import crateInterface from "crate-interface/vite";
import {
  build,
  createBuilder,
  createServer,
  type DevEnvironment,
  type InlineConfig,
  type PluginOption,
} from "vite";
import { expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { run } from "./run.ts";
import { workspace } from "./workspace.ts";

const helloIf = {
  files: {
    "src/index.ts": `
      import { def_interface } from "crate-interface/macro";
      export interface HelloIf { hello(): string; bye?(): string }
      export const HelloIf = def_interface<HelloIf>({ defaults: { bye: () => "default" } });
    `,
  },
};
const implementation = (text: string, options = "{}") => `
  import { impl_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";
  impl_interface(HelloIf, { hello: () => "${text}" }, ${options});
`;
const caller = `
  import { call_interface } from "crate-interface/macro";
  import { HelloIf } from "hello-if";
  export const said = call_interface(HelloIf.hello()) + ", " + call_interface(HelloIf.bye!());
  console.log(said);
`;

function config(tree: Tree, plugins: PluginOption[] = []): InlineConfig {
  return {
    root: tree.path("packages/app"),
    configFile: false,
    logLevel: "silent",
    // Before and after: the order of plugins does not matter.
    plugins: [...plugins, crateInterface()],
    server: { middlewareMode: true, ws: false },
  };
}

/** One implementation for each side. */
const sides = (): Tree =>
  workspace({
    "hello-if": helloIf,
    app: {
      dependencies: ["hello-if"],
      files: {
        "index.html": `<script type="module" src="/src/main.ts"></script>`,
        "src/main.ts": caller,
        "src/browser.ts": implementation("browser", `{ conditions: ["browser"] }`),
        "src/node.ts": implementation("node", `{ conditions: ["node"] }`),
        "src/edge.ts": implementation("edge", `{ conditions: ["edge-light"] }`),
      },
    },
  });

test("each environment of the dev server has its own linkage", async () => {
  using tree = sides();
  const server = await createServer({
    ...config(tree),
    environments: { edge: { resolve: { conditions: ["edge-light"] } } },
  });
  try {
    const { client, ssr, edge } = server.environments;
    expect(await linkModule(client)).toContain("src/browser.ts");
    expect(await linkModule(ssr)).toContain("src/node.ts");
    expect(await linkModule(edge)).toContain("src/edge.ts");
    expect((await server.ssrLoadModule("/src/main.ts")).said).toBe("node, default");
  } finally {
    await server.close();
  }
});

/** The code of the generated module that an environment links the caller to. */
async function linkModule(environment: DevEnvironment): Promise<string | undefined> {
  await environment.transformRequest("/src/main.ts");
  const caller = await environment.moduleGraph.getModuleByUrl("/src/main.ts");
  const [generated] = [...(caller?.importedModules ?? [])];
  return (await environment.transformRequest(generated.url))?.code;
}

test("each environment of a build has its own linkage", async () => {
  using tree = sides();
  const builder = await createBuilder({
    ...config(tree),
    environments: {
      client: { build: { outDir: "dist/client", minify: false } },
      ssr: { build: { outDir: "dist/ssr", ssr: "src/main.ts" } },
    },
  });
  await builder.build(builder.environments.client);
  await builder.build(builder.environments.ssr);
  const assets = tree.path("packages/app/dist/client/assets");
  const client = readdirSync(assets).map((file) => readFileSync(`${assets}/${file}`, "utf8"));
  expect(client.join("\n")).toContain('"browser"');
  expect(client.join("\n")).not.toContain('"node"');
  expect(await run(tree.path("packages/app/dist/ssr/main.js"))).toBe("node, default\n");
});

test.each([
  [
    "Vue",
    "Main.vue",
    vue(),
    `<script setup lang="ts">
import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
const said: string = call_interface(HelloIf.hello());
</script>
<template><p>{{ said }}</p></template>
<style scoped>p { color: red }</style>`,
    `import { createSSRApp } from "vue";
     import { renderToString } from "vue/server-renderer";
     import Main from "./Main.vue";
     export const html = await renderToString(createSSRApp(Main));`,
  ],
  [
    "Svelte",
    "Main.svelte",
    svelte({ configFile: false }),
    `<script lang="ts">
import { call_interface } from "crate-interface/macro";
import { HelloIf } from "hello-if";
const said: string = call_interface(HelloIf.hello());
</script>
<p>{said}</p>`,
    `import { render } from "svelte/server";
     import Main from "./Main.svelte";
     export const html = render(Main).body;`,
  ],
])("macros in a %s component", async (_, file, plugin, component, main) => {
  using tree = workspace({
    "hello-if": helloIf,
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "src/index.ts": implementation("hello") },
    },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: {
        [`src/${file}`]: component,
        "src/main.ts": main,
        "src/print.ts": `import { html } from "./main.ts"; console.log(html);`,
      },
    },
  });
  const server = await createServer(config(tree, [plugin]));
  try {
    expect((await server.ssrLoadModule("/src/main.ts")).html).toContain(">hello</p>");
    const { client } = server.environments;
    expect((await client.transformRequest(`/src/${file}`))?.code).not.toContain(
      "crate-interface/macro",
    );
  } finally {
    await server.close();
  }
  await build({
    ...config(tree, [plugin]),
    build: { ssr: "src/print.ts", outDir: "dist" },
    ssr: { noExternal: true },
  });
  expect(await run(tree.path("packages/app/dist/print.js"))).toContain(">hello</p>");
});

test("ids with queries, and paths through symbolic links, are files all the same", async () => {
  const component = `<script>import "crate-interface/macro";</script>`;
  using tree = workspace({
    "hello-if": helloIf,
    "hello-impl": {
      dependencies: ["hello-if"],
      files: { "src/index.ts": implementation("hello") },
    },
    app: {
      dependencies: ["hello-if", "hello-impl"],
      files: {
        "src/caller.ts": caller,
        "src/Text.vue": component,
        "src/main.ts": `
          import source from "./caller.ts?raw";
          import vue from "./Text.vue?raw";
          import { said } from "./caller.ts?v=1";
          export { said, source, vue };
        `,
      },
    },
  });
  for (const preserveSymlinks of [false, true]) {
    const server = await createServer({ ...config(tree), resolve: { preserveSymlinks } });
    try {
      const { said, source, vue } = await server.ssrLoadModule("/src/main.ts");
      expect(said).toBe("hello, default");
      expect(source).toBe(caller);
      expect(vue).toBe(component);
    } finally {
      await server.close();
    }
  }
});

test("an installed library takes part in linking and not in pre-bundling", async () => {
  using tree = workspace({
    app: {
      dependencies: { library: "1.0.0", plain: "1.0.0" },
      files: {
        "index.html": `<script type="module" src="/src/main.ts"></script>`,
        "src/main.ts": `
          import { call_interface, impl_interface } from "crate-interface/macro";
          import { HelloIf, talk } from "library";
          import { plain } from "plain";
          impl_interface(HelloIf, { hello: () => "hello" });
          export const said = [talk(), call_interface(HelloIf.hello()), plain].join();
        `,
      },
    },
  });
  tree.write("node_modules/plain/package.json", { name: "plain", version: "1.0.0", main: "i.js" });
  tree.write("node_modules/plain/i.js", `exports.plain = "plain";`);
  const library = {
    name: "library",
    version: "1.0.0",
    type: "module",
    exports: "./index.js",
    "crate-interface": { symbols: "./symbols.json" },
  };
  tree.write("node_modules/library/package.json", library);
  tree.write(
    "node_modules/library/index.js",
    `import { __HelloIf_hello } from "crate-interface/link/HelloIf";
     export const HelloIf = Object.freeze({ __proto__: null, interface: "HelloIf" });
     export const talk = () => "library says " + __HelloIf_hello();`,
  );
  const span = { start: 0, end: 0 };
  const definition = { name: "HelloIf", namespace: null, members: null, defaults: [], span };
  tree.write("node_modules/library/symbols.json", {
    format: 1,
    package: "library",
    version: "1.0.0",
    files: [{ file: "index.js", definitions: [definition], implementations: [], calls: [] }],
  });

  const server = await createServer(config(tree));
  try {
    const { client, ssr } = server.environments;
    await client.depsOptimizer?.init();
    await client.depsOptimizer?.scanProcessing;
    const { optimized, discovered } = client.depsOptimizer!.metadata;
    expect(Object.keys({ ...optimized, ...discovered })).toEqual(["plain"]);
    const url = `/@fs${tree.path("node_modules/library/index.js")}`;
    expect((await client.transformRequest(url))?.code).toContain('from "/src/main.ts"');
    expect((await server.ssrLoadModule("/src/main.ts")).said).toBe(
      "library says hello,hello,plain",
    );
    expect(ssr.config.resolve.noExternal).toContain("library");
  } finally {
    await server.close();
  }
});
